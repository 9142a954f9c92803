package makefile

import (
	"bytes"
	"strings"

	"github.com/stridelint/stridelint/lint/parse/shell"
)

const (
	maxValue    = 4 << 10   // of a variable
	maxExpanded = 256 << 10 // that variables may bring to one file
	maxNesting  = 16        // of variables within variables
)

// variable is what a file says of a variable.
type variable struct {
	writes int // how often it is given a value; one that is not known counts as two
	at     int // where its value is given
	// text is the value, and places where each of its bytes is written.
	text   []byte
	places []shell.Place
	// weak tells that it keeps a value that it has already: ?=.
	weak bool

	resolved, busy, unknown bool
}

// taint makes a variable one that is never known.
func (r *reader) taint(name string) { r.variable(name).writes += 2 }

func (r *reader) variable(name string) *variable {
	v := r.variables[name]
	if v == nil {
		v = &variable{}
		r.variables[name] = v
	}
	return v
}

// meaning is what a line is by its first operator.
type meaning uint8

const (
	nothing meaning = iota
	assignment
	rule
)

// operator finds the first operator of a line that stands in no variable's name: = := ::= :::= ?= += != of an assignment, or the
// colons of a rule.
func operator(text []byte) (from, to int, kind meaning) {
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case '#':
			return 0, 0, nothing
		case '$':
			i += referenceLen(text[i:]) - 1
		case '=':
			from = i
			if i > 0 && strings.IndexByte("?+!", text[i-1]) >= 0 {
				from--
			}
			return from, i + 1, assignment
		case ':':
			to = i
			for to < len(text) && text[to] == ':' {
				to++
			}
			if to < len(text) && text[to] == '=' {
				return i, to + 1, assignment
			}
			return i, to, rule
		}
	}
	return 0, 0, nothing
}

// referenceLen is the length of a reference to a variable, or of $$, that text starts with.
func referenceLen(text []byte) int {
	if len(text) < 2 {
		return len(text)
	}
	opening, closing := text[1], byte(')')
	switch opening {
	case '(':
	case '{':
		closing = '}'
	default:
		return 2
	}
	depth := 0
	for i := 1; i < len(text); i++ {
		switch text[i] {
		case opening:
			depth++
		case closing:
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return len(text)
}

// joined is a line with its continuations as make joins them: one blank for a line's end and the blanks around it.
func (r *reader) joined(line logical) ([]byte, []shell.Place) {
	var text []byte
	var places []shell.Place
	for i, part := range line {
		from, to := part.Start, part.End
		if i > 0 {
			for from < to && isBlank(r.file.Text[from]) {
				from++
			}
		}
		if i < len(line)-1 {
			to-- // the backslash
		}
		for at := from; at < to; at++ {
			text = append(text, r.file.Text[at])
			places = append(places, shell.Place{Start: at, End: at + 1})
		}
		if i < len(line)-1 {
			text = append(text, ' ')
			places = append(places, shell.Place{Start: to, End: to + 1})
		}
	}
	return text, places
}

func isBlank(c byte) bool { return c == ' ' || c == '\t' }

// assign takes in an assignment whose operator stands at text[from:to].
func (r *reader) assign(text []byte, places []shell.Place, from, to int) {
	words := strings.Fields(string(text[:from]))
	if len(words) == 0 {
		return
	}
	name := words[len(words)-1]
	value := text[to:]
	if i := comment(value); i >= 0 {
		value = value[:i]
	}
	start := to + len(value) - len(bytes.TrimLeft(value, " \t"))
	value = bytes.TrimSpace(value)
	if name == ".RECIPEPREFIX" {
		r.prefix = '\t'
		if len(value) > 0 {
			r.prefix = value[0]
		}
		return
	}
	v := r.variable(name)
	v.writes++
	v.at, v.weak = places[from].Start, text[from] == '?'
	if len(value) > maxValue || r.conditional > 0 || strings.IndexByte("+!", text[from]) >= 0 {
		v.writes++
		return
	}
	v.text, v.places = value, places[start:start+len(value)]
}

// comment is where a comment starts in a value, or -1.
func comment(value []byte) int {
	for i := range value {
		if value[i] == '#' && (i == 0 || value[i-1] != '\\') {
			return i
		}
	}
	return -1
}

// known tells whether a variable holds one value that the file shows, and resolves it.
func (r *reader) known(name string) bool { return r.resolve(name, 0) != nil }

// resolve is the variable of a name with the variables in its value put in; nil if its value is not known.
func (r *reader) resolve(name string, depth int) *variable {
	v := r.variables[name]
	if v == nil || v.writes != 1 || v.at < r.sourced || v.weak && r.sourced > 0 || v.busy || depth > maxNesting {
		return nil
	}
	if !v.resolved {
		v.busy = true
		b := builder{reader: r, depth: depth + 1}
		b.add(v.text, v.places)
		v.busy, v.resolved, v.unknown = false, true, len(b.text) > maxValue
		v.text, v.places = b.text, b.written
	}
	if v.unknown {
		return nil
	}
	return v
}

// builder puts text together from text with variables.
type builder struct {
	*reader
	depth   int
	text    []byte
	places  []shell.Place // of what a variable brings, that of its name
	written []shell.Place // of what a variable brings, that in its definition
	origins []shell.Place // as written, but the zero Place of what no variable brings
}

// add adds text whose bytes are written at places.
func (b *builder) add(text []byte, places []shell.Place) {
	for i := 0; i < len(text); i++ {
		if text[i] != '$' {
			b.put(text[i], places[i])
			continue
		}
		n := referenceLen(text[i:])
		whole := shell.Place{Start: places[i].Start, End: max(places[i].End, places[i+n-1].End)}
		b.reference(string(text[i:i+n]), whole, standsAlone(text, i, i+n))
		i += n - 1
	}
}

// standsAlone tells whether text[from:to] is between blanks and in no quotes: what a variable brings there is made of whole words.
func standsAlone(text []byte, from, to int) bool {
	before := text[:from]
	return (from == 0 || isBlank(text[from-1])) && (to == len(text) || isBlank(text[to])) &&
		bytes.Count(before, []byte{'"'})%2 == 0 && bytes.Count(before, []byte{'\''})%2 == 0
}

func (b *builder) put(c byte, at shell.Place) {
	b.text, b.places = append(b.text, c), append(b.places, at)
	b.written, b.origins = append(b.written, at), append(b.origins, shell.Place{})
}

// reference adds what a reference stands for. The words that it brings are written in its own definition; a part of a word is to be
// found where the whole word is.
func (b *builder) reference(written string, at shell.Place, alone bool) {
	if written == "$$" {
		b.put('$', at)
		return
	}
	if v := b.resolve(name(written), b.depth); v != nil && b.budget >= len(v.text) {
		b.budget -= len(v.text)
		for i, c := range v.text {
			b.text, b.places = append(b.text, c), append(b.places, at)
			origin := v.places[i]
			if !alone {
				origin = at
			}
			b.written, b.origins = append(b.written, origin), append(b.origins, v.places[i])
		}
		return
	}
	for _, c := range []byte(string(shell.Foreign)) {
		b.put(c, at)
	}
}

// name is the variable that a reference names; with a function or a substitution in it, it is none that has a value.
func name(written string) string {
	written = strings.TrimPrefix(written, "$")
	if n := len(written); n > 2 && (written[0] == '(' || written[0] == '{') {
		return written[1 : n-1]
	}
	return written
}

// expand is a recipe's line as the shell gets it: without the prefix and the marks of how make runs it, variables put in.
func (r *reader) expand(line logical) shell.Source {
	var text []byte
	var places []shell.Place
	for i, part := range line {
		from, to := part.Start, part.End
		if i == 0 {
			for from < to && strings.IndexByte(" \t@-+", r.file.Text[from]) >= 0 {
				from++
			}
		}
		for at := from; at < to; at++ {
			text = append(text, r.file.Text[at])
			places = append(places, shell.Place{Start: at, End: at + 1})
		}
		if i < len(line)-1 {
			text = append(text, '\n')
			places = append(places, shell.Place{Start: to, End: to + 1})
		}
	}
	r.noteCanned(string(text))
	b := builder{reader: r}
	b.add(text, places)
	return shell.Source{File: r.file, Text: b.text, Places: b.places, Origins: b.origins, Start: line.head().Start}
}

// noteCanned notes the variable that is all of a recipe's line: $(NAME), $(call NAME,…).
func (r *reader) noteCanned(text string) {
	text = strings.TrimSpace(text)
	if !strings.HasPrefix(text, "$") || referenceLen([]byte(text)) != len(text) {
		return
	}
	inner := strings.TrimSpace(strings.TrimPrefix(name(text), "call "))
	inner, _, _ = strings.Cut(inner, ",")
	r.canned[inner] = true
}
