package shell

import (
	"bytes"
	"slices"
	"strings"

	"mvdan.cc/sh/v3/syntax"

	"github.com/stridelint/stridelint/lint"
)

// list is the words of a variable that a script assigns once, and otherwise only adds to: an array, or a text that the shell takes
// apart at its blanks.
type list struct {
	pieces      []piece // in the order of the text
	from, until int     // where in the source it is known what it starts with
	array       bool
}

// piece is what one assignment gives to a list.
type piece struct {
	at    int         // where in the source it is given
	sure  bool        // it is, whenever what follows runs
	words []lint.Word // each with the place where it is written as its origin
}

// addsToList tells whether an assignment keeps what a list has: A+=(…), A=(… "${A[@]}").
func addsToList(a *syntax.Assign) bool {
	if a.Array == nil || a.Append {
		return a.Array != nil
	}
	for _, e := range a.Array.Elems {
		if e.Value == nil {
			continue
		}
		if p, quoted := soleVariable(e.Value); quoted && isWholeList(p) && p.Param.Value == a.Name.Value {
			return true
		}
	}
	return false
}

// addsToText tells whether an assignment keeps the words of a text and puts others behind them: A="$A b", A+=" b".
func addsToText(a *syntax.Assign) bool {
	if a.Array != nil || a.Value == nil {
		return false
	}
	parts, _ := unquotedParts(a.Value)
	if !a.Append {
		p, isVariable := parts[0].(*syntax.ParamExp)
		if !isVariable || !isPlain(p) || p.Param.Value != a.Name.Value || len(parts) < 2 {
			return false
		}
		parts = parts[1:]
	}
	text := literalOf(&syntax.Word{Parts: parts[:1]})
	return text != "" && strings.IndexByte(" \t\n", text[0]) >= 0
}

// unquotedParts is the parts of a word, taken out of the double quotes around all of it.
func unquotedParts(w *syntax.Word) (parts []syntax.WordPart, quoted bool) {
	if len(w.Parts) == 1 {
		if q, ok := w.Parts[0].(*syntax.DblQuoted); ok && len(q.Parts) > 0 {
			return q.Parts, true
		}
	}
	return w.Parts, false
}

// isWholeList tells whether an expansion is ${name[@]}.
func isWholeList(p *syntax.ParamExp) bool {
	if p == nil || !isList(p) || p.Index == nil {
		return false
	}
	plain := *p
	plain.Index = nil
	return isPlain(&plain)
}

// defineList makes a list of its first words, those of an assignment or unknown ones, and a piece that is not sure of all that is
// added to it anywhere.
func (r *reader) defineList(a *syntax.Assign, adds []*syntax.Assign, until int) *list {
	l := &list{until: until}
	first := piece{}
	if a != nil {
		l.array = a.Array != nil
		l.from = int(a.End().Offset())
		first = piece{at: l.from, sure: true, words: r.given(a)}
		if !l.array && len(adds) == 0 && !slices.ContainsFunc(first.words, func(w lint.Word) bool { return !w.Many }) {
			return nil // nothing is known of it
		}
	}
	l.pieces = append(l.pieces, first)
	for _, add := range adds {
		l.pieces = append(l.pieces, piece{at: int(add.End().Offset())})
	}
	if r.lists == nil {
		r.lists = map[string]*list{}
	}
	if a == nil {
		a = adds[0]
	}
	r.lists[a.Name.Value] = l
	return l
}

// add makes sure of what a statement of the list's own block adds.
func (l *list) add(r *reader, a *syntax.Assign) {
	if l == nil || l.array != (a.Array != nil) || l.array && !a.Append {
		return
	}
	at := int(a.End().Offset())
	if i, found := slices.BinarySearchFunc(l.pieces, at, func(p piece, at int) int { return p.at - at }); found {
		l.pieces[i].words, l.pieces[i].sure = r.given(a), true
	}
}

// given is the words that an assignment gives to a list, each with the place where it is written as its origin.
func (r *reader) given(a *syntax.Assign) []lint.Word {
	words, known := r.fields(a)
	if a.Array != nil {
		words, known = r.elements(a)
	}
	size := 0
	for _, w := range words {
		size += len(w.Text)
	}
	if !known || size > maxValue {
		return []lint.Word{anyWords(r.span(a))}
	}
	return words
}

// fields is the words that the text of an assignment becomes at its blanks, without what the variable has already.
func (r *reader) fields(a *syntax.Assign) (words []lint.Word, known bool) {
	if a.Value == nil {
		return nil, true
	}
	parts, quoted := unquotedParts(a.Value)
	if addsToText(a) && !a.Append {
		parts = parts[1:]
	}
	u := unquoter{r: r}
	for _, part := range parts {
		u.add(part, quoted)
	}
	for at := 0; at < len(u.text); {
		end := len(u.text)
		if i := bytes.IndexAny(u.text[at:], " \t\n"); i >= 0 {
			end = at + i
		}
		if text := string(u.text[at:end]); text != "" {
			word := lint.Word{Text: text, Origin: lint.Span{File: r.src.File, Start: u.places[at].Start, End: u.places[end-1].End}}
			if strings.ContainsRune(text, Foreign) {
				word.Text, word.State, word.Many = word.Origin.Text(), lint.Unknown, text == string(Foreign)
			} else {
				word.State = lint.Set
			}
			words = append(words, word)
		}
		at = end + 1
	}
	return words, !u.failed
}

// elements is the words of an array.
func (r *reader) elements(a *syntax.Assign) (words []lint.Word, known bool) {
	for _, e := range a.Array.Elems {
		if e.Value == nil || e.Index != nil {
			return nil, false
		}
		words = r.words(words, e.Value)
	}
	for i := range words {
		words[i].Origin, _ = words[i].Where()
	}
	return words, true
}

// anyWords is any number of words, of which nothing is known.
func anyWords(span lint.Span) lint.Word {
	return lint.Word{Text: span.Text(), State: lint.Unknown, Span: span, Many: true}
}

// knownList is the list that an expansion brings: "${A[@]}", ${A[@]+"${A[@]}"}, or $A of a text. Its words stay whole in quotes.
func (r *reader) knownList(p *syntax.ParamExp, quoted bool) (l *list, whole bool) {
	if len(r.lists) == 0 || p.Param == nil {
		return nil, false
	}
	if p.Exp != nil && p.Exp.Word != nil && isList(p) && (p.Exp.Op == syntax.AlternateUnset || p.Exp.Op == syntax.AlternateUnsetOrNull) {
		inner, innerQuoted := soleVariable(p.Exp.Word)
		if inner == nil || inner.Param == nil || inner.Param.Value != p.Param.Value {
			return nil, false
		}
		p, quoted = inner, innerQuoted
	}
	l = r.lists[p.Param.Value]
	if l == nil || l.array && !isWholeList(p) || !l.array && (quoted || !isPlain(p)) {
		return nil, false
	}
	if at := int(p.Pos().Offset()); at < l.from || at >= l.until {
		return nil, false
	}
	return l, quoted || !l.array
}

// words is the words that the list becomes at its use. It is false where the shell would take them apart.
func (l *list) words(r *reader, out []lint.Word, use *syntax.Word, at int, whole bool) ([]lint.Word, bool) {
	given := out
	size := len(l.pieces)
	if size > *r.budget {
		return out, false
	}
	for _, p := range l.pieces {
		if !p.sure || p.at > at { // in a function or a loop, what stands below can have run
			given = append(given, anyWords(r.span(use)))
			continue
		}
		for _, w := range p.words {
			if !whole && (w.State != lint.Set || w.Text == "" || strings.ContainsAny(w.Text, " \t\n*?[")) {
				return out, false
			}
			w.Span = r.span(use)
			given = append(given, w)
			size += len(w.Text) + 1
		}
	}
	if size > *r.budget {
		return out, false
	}
	*r.budget -= size
	return given, true
}
