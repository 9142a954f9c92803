package dockerfile

import (
	"github.com/stridelint/stridelint/lint"
)

// fillPairs gives an ENV or LABEL its words, and carries out an ENV.
func (r *reader) fillPairs(p *parsed, in *lint.Instruction, s *scope) {
	in.Args = make([]lint.Word, len(p.words))
	var names, values []lint.Word // of an ENV
	for i, w := range p.words {
		if w.equals < 0 { // the name or the value of the form without =
			in.Args[i] = r.word(p, w.extent, s)
			continue
		}
		name, value := r.word(p, extent{w.from, w.equals}, s), r.word(p, extent{w.equals + 1, w.to}, s)
		in.Args[i] = r.pair(p, w, name, value)
		if w.equals > w.from && p.name == "ENV" && s != nil {
			r.assign(lint.ImageEnv, name, value, in.Args[i].Span, r.entry(p, i))
			names, values = append(names, name), append(values, value)
		}
	}
	if len(p.words) == 2 && p.words[0].equals < 0 && p.name == "ENV" && s != nil {
		names, values = in.Args[:1], in.Args[1:]
		r.assign(lint.ImageEnv, names[0], values[0], names[0].Span.Join(values[0].Span), r.whole(p.statement))
	}
	for i, name := range names { // all of its words saw the variables as they were before it
		s.set(name.Text, variableOf(values[i]))
	}
}

// fillArgs gives an ARG its words and carries it out, one word after the other.
func (r *reader) fillArgs(p *parsed, in *lint.Instruction, s *scope) {
	in.Args = make([]lint.Word, len(p.words))
	for i, w := range p.words {
		name, value := lint.Word{Text: w.text, State: lint.Set, Span: p.span(r.file, w.extent)}, lint.Word{}
		in.Args[i] = name
		if w.equals >= 0 {
			at := extent{w.from, w.equals}
			name.Text, name.Span = p.text[at.from:at.to], p.span(r.file, at)
			value = r.word(p, extent{w.equals + 1, w.to}, s)
			in.Args[i] = r.pair(p, w, name, value)
		}
		if s != nil && name.Text != "" {
			r.assign(lint.BuildArg, name, value, in.Args[i].Span, r.entry(p, i))
			r.declare(s, name.Text, variableOf(value))
		}
		if s == r.globals && w.equals >= 0 {
			text, state, _ := r.variables.expand(p.text[w.equals+1:w.to], r.bare)
			r.bare.set(name.Text, variable{value: text, state: state})
		}
	}
}

// declare carries out an ARG: without a default it takes the value of a global one, or leaves what was set before.
func (r *reader) declare(s *scope, name string, v variable) {
	if v.state == lint.Unset {
		if global, found := r.globals.get(name); found && global.state != lint.Unset {
			v = global
		} else if earlier, found := s.get(name); found {
			v = earlier
		} else if ambient(name) {
			v.state = lint.Unknown
		}
	}
	s.set(name, v)
}

// assign adds an assignment; entry is what goes with it when it is deleted.
func (r *reader) assign(source lint.AssignmentSource, name, value lint.Word, whole, entry lint.Span) {
	at := &place{head: whole, value: value.Span, entry: entry}
	if value.State == lint.Unset {
		at.value, at.before = r.span(whole.End, whole.End), "="
	}
	a := &lint.Assignment{
		Name: name.Text, Source: source,
		Value: lint.Val[string]{V: value.Text, State: value.State, Value: value.Span, Entry: whole, At: at},
	}
	if r.stage != nil {
		a.Owner = r.stage
	}
	r.unit.Assignments = append(r.unit.Assignments, a)
}

// entry is what goes when a word of an instruction is deleted: the word with what stands before it, or the whole
// instruction if it has no other.
func (r *reader) entry(p *parsed, i int) lint.Span {
	switch {
	case len(p.words) == 1:
		return r.whole(p.statement)
	case i == 0:
		return p.span(r.file, extent{p.keyword.to, p.words[0].to})
	}
	return p.span(r.file, extent{p.words[i-1].to, p.words[i].to})
}

// word is a stretch of the statement with its quotes taken off and variables put in.
func (r *reader) word(p *parsed, at extent, s *scope) lint.Word {
	return r.expand(p, at, p.text[at.from:at.to], s)
}

// pair is a name=value word as a whole.
func (r *reader) pair(p *parsed, w token, name, value lint.Word) lint.Word {
	word := lint.Word{Text: w.text, State: lint.Unknown, Span: p.span(r.file, w.extent)}
	if name.State == lint.Set && value.State == lint.Set {
		word.Text, word.State = name.Text+"="+value.Text, lint.Set
	}
	return word
}

func variableOf(value lint.Word) variable {
	origin, _ := value.Where()
	return variable{value.Text, value.State, origin}
}
