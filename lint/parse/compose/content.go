package compose

import (
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/shorthand"
)

// content is a scalar's content with its variables put in their place.
type content struct {
	field     lint.Field
	text      string // unknown stands in it for what is not known
	state     lint.State
	fragments []fragment // what it is put together from; none where it is as written
}

// unknown stands in a content for a variable that is not known.
const unknown = "\x00"

// content reads a field's scalar. Of anything else it is empty.
func (r *reader) content(f lint.Field) content {
	c := content{field: f}
	c.text, c.state = r.text(f.Node)
	if f.Node.Kind != lint.Scalar || c.state == lint.Invalid || strings.IndexByte(f.Node.Value, '$') < 0 {
		return c
	}
	c.fragments = r.environment(f.Node).fragments(f.Node.Value, 0)
	for i := range c.fragments {
		if c.fragments[i].state == lint.Unknown {
			c.fragments[i].text = unknown
		}
	}
	c.text, _ = join(c.fragments)
	return c
}

// stretch is a part of a content.
type stretch struct {
	*content
	start, end int
}

// whole is all of the content.
func (c *content) whole() stretch { return stretch{c, 0, len(c.text)} }

// short is the content as a short form.
func (c *content) short() shorthand.Text {
	return shorthand.NewText(c.text, shorthand.Compose, func(part shorthand.Part) bool { return c.stretch(part).known() == lint.Unknown })
}

// stretch is a part of the content.
func (c *content) stretch(part shorthand.Part) stretch { return stretch{c, part.Start, part.End} }

// part is where in its content the stretch stands.
func (s stretch) part() shorthand.Part { return shorthand.Part{Start: s.start, End: s.end} }

// string is what the stretch says.
func (s stretch) string() string { return s.text[s.start:s.end] }

// split is the stretches between separators.
func (s stretch) split(separator byte) []stretch {
	var all []stretch
	for {
		i := strings.IndexByte(s.string(), separator)
		if i < 0 {
			return append(all, s)
		}
		all = append(all, stretch{s.content, s.start, s.start + i})
		s.start += i + 1
	}
}

// known is how much is known of what the stretch says.
func (s stretch) known() lint.State {
	switch {
	case s.state == lint.Invalid:
		return lint.Invalid
	case strings.Contains(s.string(), unknown):
		return lint.Unknown
	}
	return lint.Set
}

// span is where the stretch is written.
func (s stretch) span() lint.Span {
	return part(s.field.Node, s.written(s.start, false), s.written(s.end, true))
}

// exact is where the stretch is written if nothing else is; else no place.
func (s stretch) exact() lint.Span {
	span := s.span()
	if span.Text() != s.string() {
		return lint.Span{}
	}
	return span
}

// value makes a value of what the stretch says.
func (s stretch) value() lint.Val[string] { return located(s, s.string(), s.known()) }

// located makes a value of what the stretch stands for.
func located[T comparable](s stretch, v T, state lint.State) lint.Val[T] {
	val := lint.Locate(s.field, v, state)
	val.Value = s.span()
	val.At = s.slot()
	if state == lint.Unknown {
		var none T
		val.V = none
	}
	return fromOrigin(s, val)
}

// slot is where the stretch stands.
func (s stretch) slot() partSlot {
	slot := partSlot{Slot: s.field.Slot(), replaced: s.exact()}
	if n := s.field.Node; n.Style != lint.Plain || n.Parent != nil && n.Parent.Style != lint.Flow {
		slot.also = flowCharacters
	}
	return slot
}

// written is the place in what is written of a place in the content where something starts or ends.
func (c *content) written(at int, isEnd bool) int {
	if c.fragments == nil {
		return at
	}
	done := 0
	for _, f := range c.fragments {
		next := done + len(f.text)
		switch {
		case at > next, at == next && !isEnd:
			done = next
			continue
		case f.literal:
			return f.from + at - done
		case isEnd && at > done:
			return f.to
		}
		return f.from
	}
	return len(c.field.Node.Value)
}

// partSlot is where one part of a scalar stands.
type partSlot struct {
	lint.Slot           // of the whole entry, which goes with the part unless that can be cut out
	replaced  lint.Span // what gives way to another value; none if there is no telling its place
	cut       lint.Span // what goes with the part
	also      string    // the characters that can be written besides those that always can
	spell     func(value string) string
}

// Put writes a value that needs no quotes in the part's place.
func (s partSlot) Put(value string) []lint.Edit {
	if s.spell != nil {
		value = s.spell(value)
	}
	if s.replaced.IsZero() || strings.Trim(value, plainCharacters+s.also) != "" {
		return nil
	}
	return []lint.Edit{{Span: s.replaced, Text: value}}
}

const (
	// plainCharacters can stand anywhere within a scalar, however it is written.
	plainCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./:=-"
	// flowCharacters cannot within one in brackets without quotes of its own.
	flowCharacters = ",[]"
)

// Remove deletes the part, or the entry that is nothing without it.
func (s partSlot) Remove() []lint.Edit {
	if s.cut.IsZero() {
		return s.Slot.Remove()
	}
	return []lint.Edit{{Span: s.cut}}
}
