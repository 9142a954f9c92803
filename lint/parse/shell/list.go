package shell

import (
	"strings"

	"mvdan.cc/sh/v3/syntax"

	"github.com/stridelint/stridelint/lint"
)

// list is an array that a script assigns once, and otherwise only adds to.
type list struct {
	pieces      []piece // in the order of the text
	from, until int     // where in the source it is known what it starts with
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

// isWholeList tells whether an expansion is ${name[@]}.
func isWholeList(p *syntax.ParamExp) bool {
	if p == nil || !isList(p) || p.Index == nil {
		return false
	}
	plain := *p
	plain.Index = nil
	return isPlain(&plain)
}

// defineList makes a list of its first words, and a piece that is not sure of all that is added to it anywhere.
func (r *reader) defineList(a *syntax.Assign, adds []*syntax.Assign, until int) *list {
	l := &list{from: int(a.End().Offset()), until: until}
	l.pieces = append(l.pieces, piece{at: l.from, sure: true, words: r.elements(a)})
	for _, add := range adds {
		l.pieces = append(l.pieces, piece{at: int(add.End().Offset())})
	}
	if r.lists == nil {
		r.lists = map[string]*list{}
	}
	r.lists[a.Name.Value] = l
	return l
}

// add makes sure of what a statement of the list's own block adds.
func (l *list) add(r *reader, a *syntax.Assign) {
	for i := range l.pieces {
		if a.Append && l.pieces[i].at == int(a.End().Offset()) {
			l.pieces[i].words, l.pieces[i].sure = r.elements(a), true
		}
	}
}

// elements is the words that an assignment gives to a list.
func (r *reader) elements(a *syntax.Assign) []lint.Word {
	var words []lint.Word
	size, known := 0, true
	for _, e := range a.Array.Elems {
		if e.Value == nil || e.Index != nil {
			known = false
			break
		}
		words = r.words(words, e.Value)
	}
	for i := range words {
		words[i].Origin, _ = words[i].Where()
		size += len(words[i].Text)
	}
	if !known || size > maxValue {
		return []lint.Word{anyWords(r.span(a))}
	}
	return words
}

// anyWords is any number of words, of which nothing is known.
func anyWords(span lint.Span) lint.Word {
	return lint.Word{Text: span.Text(), State: lint.Unknown, Span: span, Many: true}
}

// knownList is the list that an expansion brings: "${A[@]}", ${A[@]+"${A[@]}"}. Its words stay whole in quotes.
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
	if l = r.lists[p.Param.Value]; l == nil || !isWholeList(p) {
		return nil, false
	}
	if at := int(p.Pos().Offset()); at < l.from || at >= l.until {
		return nil, false
	}
	return l, quoted
}

// words is the words that the list becomes at its use. It is false where the shell would take them apart.
func (l *list) words(r *reader, out []lint.Word, use *syntax.Word, at int, whole bool) ([]lint.Word, bool) {
	given := out
	size := 0
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
