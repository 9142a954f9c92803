package lint

import (
	"iter"
	"slices"
	"strings"
)

// Instructions judges every instruction of the given names, those that ONBUILD triggers included.
func Instructions(check func(*Pass, *Stage, *Instruction), names ...string) Check {
	return Stages(func(p *Pass, s *Stage) {
		for in := range s.Effective(names...) {
			check(p, s, in)
		}
	})
}

// Effective is the stage's instructions of the given names, those that ONBUILD triggers included.
func (s *Stage) Effective(names ...string) iter.Seq[*Instruction] {
	return func(yield func(*Instruction) bool) {
		for _, in := range s.Instructions {
			if triggered := in.Triggered(); triggered != nil {
				in = triggered
			}
			if slices.Contains(names, in.Name) && !yield(in) {
				return
			}
		}
	}
}

// Has tells whether the stage has an instruction of one of the names, by itself or by what it builds on.
func (s *Stage) Has(names ...string) bool {
	return slices.ContainsFunc(s.Instructions, func(in *Instruction) bool { return slices.Contains(names, in.Name) }) || s.Inherits(names...)
}

// Inherits tells whether a stage that this one builds on has an instruction of one of the names, or holds it with ONBUILD for those that
// build on it.
func (s *Stage) Inherits(names ...string) bool {
	for below := range s.Chain() {
		if below == s {
			continue
		}
		for range below.Effective(names...) {
			return true
		}
	}
	return false
}

// Triggered is the instruction that an ONBUILD holds for the image that is built on this one, or nil.
func (in *Instruction) Triggered() *Instruction {
	if in.Name != "ONBUILD" || len(in.Args) == 0 {
		return nil
	}
	inner := *in
	inner.Name, inner.Keyword, inner.Args = strings.ToUpper(in.Args[0].Text), in.Args[0].Span, in.Args[1:]
	inner.Span.Start = inner.Keyword.Start
	inner.OnBuild = true
	return &inner
}

// InCase is a keyword in the case in which the instruction's own is written.
func (in *Instruction) InCase(keyword string) string {
	if own := in.Keyword.Text(); own == strings.ToLower(own) {
		return strings.ToLower(keyword)
	}
	return strings.ToUpper(keyword)
}

// LineBreak is how the instruction's lines end.
func (in *Instruction) LineBreak() string {
	if strings.Contains(in.Lines.Text(), "\r\n") {
		return "\r\n"
	}
	return "\n"
}

// InsertAbove is the edits that put a line above the instruction, below its comments.
func (in *Instruction) InsertAbove(line string) []Edit {
	start := in.Span.File.LineSpan(in.Span.Start).Start
	return []Edit{{Span: Span{in.Span.File, start, start}, Text: line + in.LineBreak()}}
}

// Flag is the value of the last flag of a name; unset if there is none.
func (in *Instruction) Flag(name string) Val[string] {
	for i := len(in.Flags) - 1; i >= 0; i-- {
		if in.Flags[i].Name == name {
			return in.Flags[i].Value
		}
	}
	return Val[string]{}
}

// ImageLabel is one name that a LABEL gives a value.
type ImageLabel struct {
	Name, Value Val[string]
}

// Labels is what a LABEL says, in its order.
func (in *Instruction) Labels() []ImageLabel {
	if in.Name != "LABEL" {
		return nil
	}
	if len(in.Args) == 2 && !strings.Contains(in.Args[0].Text, "=") { // LABEL name value
		return []ImageLabel{{Name: valueOf(in.Args[0]), Value: valueOf(in.Args[1])}}
	}
	var labels []ImageLabel
	for _, word := range in.Args {
		if name, value, found := strings.Cut(word.Text, "="); found {
			labels = append(labels, labelOf(word, name, value))
		}
	}
	return labels
}

// labelOf is a name=value word. The whole word is not known if its value is not, but its name then still may be.
func labelOf(word Word, name, value string) ImageLabel {
	label := ImageLabel{Name: valueOf(word), Value: valueOf(word)}
	label.Name.V, label.Value.V = name, value
	if span, ok := word.Part(0, len(name)); ok {
		label.Name.Value = span
		rest := Span{span.File, span.End, word.Span.End}
		rest.Start += strings.IndexByte(rest.Text(), '=') + len("=")
		label.Value.Value = rest
	}
	if word.State == Unknown && !strings.ContainsAny(name, "$\"'\\") {
		label.Name.State = Set
	}
	return label
}

func valueOf(w Word) Val[string] {
	return Val[string]{V: w.Text, State: w.State, Value: w.Span, Entry: w.Span}
}

// MountsSecret tells whether a RUN is given a secret by the builder under a name, as a variable or by its ID.
func (in *Instruction) MountsSecret(name string) bool {
	for _, flag := range in.Flags {
		if flag.Name == "mount" && option(flag.Value, "type").Is("secret") &&
			(option(flag.Value, "env").V == name || option(flag.Value, "id").V == name) {
			return true
		}
	}
	return false
}
