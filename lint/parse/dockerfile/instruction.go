package dockerfile

import (
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// fill gives an instruction its flags and words, and carries out what it does to variables and user. Without a scope it
// is what ONBUILD triggers: it runs in another build, does nothing in this one, and nothing is known of its variables.
func (r *reader) fill(p *parsed, in *lint.Instruction, s *scope) {
	r.fillFlags(p, in, s)
	switch {
	case p.inner != nil:
		r.fillTrigger(p, in)
	case p.name == "ENV" || p.name == "LABEL":
		r.fillPairs(p, in, s)
	case p.name == "ARG":
		r.fillArgs(p, in, s)
	default:
		in.Args = make([]lint.Word, len(p.words))
		for i, w := range p.words {
			if p.expands(i) {
				in.Args[i] = r.expand(p, w.extent, w.text, s)
			} else {
				in.Args[i] = lint.Word{Text: w.text, State: lint.Set, Span: p.span(r.file, w.extent)}
			}
		}
	}
	if s == nil {
		return
	}
	r.readBodies(p, in, s)
	r.takeUndefined(in)
	if p.name == "USER" {
		r.setUser(p, in)
	}
}

// expands tells whether docker takes the quotes off a word and puts variables in.
func (p *parsed) expands(i int) bool {
	switch {
	case !p.grammar.expands, p.name == "FROM" && i > 0:
		return false
	case p.grammar.takesHeredocs():
		_, opens := openHeredoc(p.words[i].text)
		return !opens
	}
	return true
}

// expand takes the quotes off a word, which stands at an extent, and puts variables in.
func (r *reader) expand(p *parsed, at extent, word string, s *scope) lint.Word {
	text, state, ok := r.variables.expand(word, s)
	w := lint.Word{Text: text, State: state, Span: p.span(r.file, at)}
	if state == lint.Set {
		w.Origin = r.variables.origin(word)
	}
	if !ok && s != nil {
		r.problem(w.Span, "quote is not closed, or variable is malformed")
	}
	r.noteUndefined(p, at, s)
	return w
}

// fillFlags gives an instruction its flags.
func (r *reader) fillFlags(p *parsed, in *lint.Instruction, s *scope) {
	if len(p.flags) == 0 {
		return
	}
	in.Flags = make([]lint.Flag, len(p.flags))
	last := p.keyword.to
	for i, f := range p.flags {
		name, value, hasValue := strings.Cut(f.text[len("--"):], "=")
		at := &place{head: p.span(r.file, f.extent), entry: p.span(r.file, extent{last, f.to})}
		flag := &in.Flags[i]
		flag.Name = name
		flag.Value = lint.Val[string]{V: value, Entry: at.head, At: at}
		last = f.to
		if !hasValue {
			at.value, at.before = p.span(r.file, extent{f.to, f.to}), "="
			continue
		}
		at.value = p.span(r.file, extent{f.equals + 1, f.to})
		flag.Value.Value = at.value
		switch known := p.grammar.flag(name); {
		case known != nil && known.expands:
			word := r.expand(p, extent{f.equals + 1, f.to}, value, s)
			flag.Value.V, flag.Value.State = word.Text, word.State
		case strings.Contains(value, "$"): // only within some of --mount are variables put in
			flag.Value.State = lint.Unknown
			if p.name == "RUN" && name == "mount" {
				r.variables.expand(value, s)
				r.noteUndefined(p, f.extent, s)
			}
		default:
			flag.Value.State = lint.Set
		}
	}
}

// fillTrigger gives an ONBUILD the instruction that it triggers: its keyword is the first word, its flags are ONBUILD's.
func (r *reader) fillTrigger(p *parsed, in *lint.Instruction) {
	var inner lint.Instruction
	if p.inner.grammar != nil {
		r.fill(p.inner, &inner, nil)
	}
	at := p.inner.keyword
	keyword := lint.Word{Text: p.text[at.from:at.to], State: lint.Set, Span: p.span(r.file, at)}
	in.Args = append([]lint.Word{keyword}, inner.Args...)
	in.Flags = append(in.Flags, inner.Flags...)
	in.JSON = p.inner.json
}
