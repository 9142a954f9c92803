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
		if !compare(t, string(text)) || refused(string(text)) != nil {
			if len(u.Problems) == 0 && !strings.Contains(string(text), "=") { // flags' values are not all looked at
				t.Errorf("docker refuses %q: %v", text, refused(string(text)))
			}
			return
		}
		for _, p := range u.Problems {
			if !strings.Contains(p.Message, "--from") { // refused later on
				t.Errorf("docker accepts %q, but: %s", text, p.Message)
			}
		}
	})
}

// checkPlaces holds that all that is read stands within the file, within what it belongs to, and in order.
func checkPlaces(t *testing.T, u *lint.Unit) {
	t.Helper()
	whole := lint.Span{File: u.File, End: len(u.File.Text)}
	within := func(what string, outer, inner lint.Span) {
		t.Helper()
		if inner.File == nil || inner.End < inner.Start || !outer.Contains(inner) {
			t.Errorf("%s at %d:%d is outside %d:%d of %q", what, inner.Start, inner.End, outer.Start, outer.End, u.File.Text)
		}
	}
	edits := func(what string, slotted lint.Slotted) {
		t.Helper()
		within(what, whole, slotted.Slot().Head())
		for _, e := range append(lint.Put(slotted, "x"), lint.Delete(slotted)...) {
			within(what, whole, e.Span)
		}
	}
	last := 0
	for i, s := range u.Stages {
		if s.Index != i || s.Ships != (i == len(u.Stages)-1) || s.Parent != nil && s.Parent.Index >= i {
			t.Errorf("stage %d of %q has index %d, ships %v, parent %v", i, u.File.Text, s.Index, s.Ships, s.Parent)
		}
		edits("base", s.Base)
		edits("name", s.Name)
		edits("user", s.User)
		for _, in := range s.Instructions {
			if in.Span.Start < last {
				t.Errorf("instruction %s of %q starts before the end of the one before", in.Name, u.File.Text)
			}
			last = in.Span.End
			within("instruction", whole, in.Span)
			within("keyword", in.Span, in.Keyword)
			token := in.Keyword.End
			step := func(what string, at lint.Span) {
				t.Helper()
				within(what, in.Span, at)
				if at.Start < token {
					t.Errorf("%s of %s of %q starts before the end of the one before", what, in.Name, u.File.Text)
				}
				token = at.End
			}
			if in.Name != "ONBUILD" { // whose flags stand behind its first word
				for _, flag := range in.Flags {
					step("flag", flag.Value.Entry)
					if flag.Value.State != lint.Unset {
						within("flag's value", flag.Value.Entry, flag.Value.Value)
					}
					edits("flag", flag.Value)
				}
			}
			for _, word := range in.Args {
				step("word", word.Span)
			}
			for _, body := range in.Heredocs {
				step("here-document", body.Span)
			}
		}
	}
	for _, a := range u.Assignments {
		within("assignment", whole, a.Value.Entry)
		if a.Value.State != lint.Unset {
			within("assigned value", a.Value.Entry, a.Value.Value)
		}
		edits("assignment", a.Value)
	}
	for i, p := range u.Problems {
		within("problem", whole, p.Span)
		if i > 0 && p.Span.Start < u.Problems[i-1].Span.Start {
			t.Errorf("problems of %q are out of order", u.File.Text)
		}
	}
}
