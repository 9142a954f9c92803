package dockerfile

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stridelint/stridelint/lint"
)

// FuzzParse reads arbitrary text: without a panic, with every place in the file and in order, as BuildKit reads it
// where it gives a tree, and with no problem where docker sees none.
func FuzzParse(f *testing.F) {
	for _, text := range readings {
		f.Add([]byte(text))
	}
	for _, c := range problems {
		f.Add([]byte(c.text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		u := Parse(lint.NewFile("Dockerfile", text))
		checkPlaces(t, u)
		Looks(text)
		if !utf8.Valid(text) || strings.Contains(string(text), "\x00") {
			return // the builder's lexer would write to standard error
		}
		if !compare(t, string(text)) && len(u.Problems) == 0 {
			t.Errorf("docker's parser refuses %q", text)
		}
		if refused(string(text)) != nil {
			if len(u.Problems) == 0 && !strings.ContainsAny(string(text), "=$") { // some values are not looked at
				t.Errorf("docker refuses %q: %v", text, refused(string(text)))
			}
			return
		}
		for _, p := range u.Problems {
			if !strings.Contains(p.Message, "--from") && !strings.Contains(p.Message, "image's name") { // refused later on
				t.Errorf("docker accepts %q, but: %s", text, p.Message)
			}
		}
	})
}

// checkPlaces holds that all that is read stands within the file, within what it belongs to, and in order.
func checkPlaces(t *testing.T, u *lint.Unit) {
	t.Helper()
	c := placeChecker{t, lint.Span{File: u.File, End: len(u.File.Text)}}
	last := 0
	for i, s := range u.Stages {
		if s.Index != i || s.Ships != (i == len(u.Stages)-1) || s.Parent != nil && s.Parent.Index >= i {
			t.Errorf("stage %d of %q has index %d, ships %v, parent %v", i, u.File.Text, s.Index, s.Ships, s.Parent)
		}
		c.edits("base", s.Base)
		c.edits("name", s.Name)
		c.edits("user", s.User)
		for _, in := range s.Instructions {
			if in.Span.Start < last {
				t.Errorf("instruction %s of %q starts before the end of the one before", in.Name, u.File.Text)
			}
			last = in.Span.End
			c.within("instruction", c.whole, in.Span)
			c.instruction(in)
		}
	}
	for _, a := range u.Assignments {
		c.within("assignment", c.whole, a.Value.Entry)
		if a.Value.State != lint.Unset {
			c.within("assigned value", a.Value.Entry, a.Value.Value)
		}
		c.edits("assignment", a.Value)
	}
	for i, p := range u.Problems {
		c.within("problem", c.whole, p.Span)
		if i > 0 && p.Span.Start < u.Problems[i-1].Span.Start {
			t.Errorf("problems of %q are out of order", u.File.Text)
		}
	}
}

type placeChecker struct {
	t     *testing.T
	whole lint.Span
}

func (c placeChecker) within(what string, outer, inner lint.Span) {
	c.t.Helper()
	if inner.File == nil || inner.End < inner.Start || !outer.Contains(inner) {
		c.t.Errorf("%s at %d:%d is outside %d:%d of %q", what, inner.Start, inner.End, outer.Start, outer.End, c.whole.Text())
	}
}

func (c placeChecker) edits(what string, slotted lint.Slotted) {
	c.t.Helper()
	c.within(what, c.whole, slotted.Slot().Head())
	for _, edits := range [][]lint.Edit{lint.Put(slotted, "x"), lint.Delete(slotted)} {
		if _, err := lint.Apply(c.whole.File.Text, edits); err != nil {
			c.t.Errorf("edits of %s in %q: %v", what, c.whole.Text(), err)
		}
	}
}

func (c placeChecker) instruction(in *lint.Instruction) {
	c.t.Helper()
	c.within("keyword", in.Span, in.Keyword)
	c.within("lines", c.whole, in.Lines)
	c.within("instruction in its lines", in.Lines, in.Span)
	for _, comment := range in.Comments {
		c.within("comment", c.whole, comment.Span)
	}
	for _, gap := range in.Gaps {
		c.within("gap", in.Lines, gap)
	}
	for _, one := range in.Undefined {
		c.within("undefined variable", in.Span, one.Span)
	}
	token := in.Keyword.End
	step := func(what string, at lint.Span) {
		c.t.Helper()
		c.within(what, in.Span, at)
		if at.Start < token {
			c.t.Errorf("%s of %s of %q starts before the end of the one before", what, in.Name, c.whole.Text())
		}
		token = at.End
	}
	for _, flag := range in.Flags {
		if in.Name != "ONBUILD" { // whose flags stand behind its first word
			step("flag", flag.Value.Entry)
		}
		if flag.Value.State != lint.Unset {
			c.within("flag's value", flag.Value.Entry, flag.Value.Value)
		}
		c.edits("flag", flag.Value)
	}
	for _, word := range in.Args {
		step("word", word.Span)
	}
	for _, body := range in.Heredocs {
		step("here-document", body.Span)
	}
}
