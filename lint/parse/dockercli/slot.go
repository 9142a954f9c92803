package dockercli

import (
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// optionSlot is where one option of a command line stands or would stand.
type optionSlot struct {
	head   lint.Span // the program and its subcommand; options are inserted behind it
	option string    // the long name, with its dashes; empty if it stands where it cannot be edited
	entry  lint.Span // the words that give the option; zero if it is not given
	value  lint.Span // the text of its value; zero if there is none or it cannot be told apart
	letter bool      // entry is the end of a word: a letter behind others, with its value
	holder lint.Slot // what goes with the option, which is all that it holds; or nil
}

// Head is the program and its subcommand.
func (s optionSlot) Head() lint.Span { return s.head }

// Put gives the option a value. Values that a shell would have to quote are refused.
func (s optionSlot) Put(value string) []lint.Edit {
	written := s.option + "=" + value
	switch {
	case !isPlain(value), s.option == "":
		return nil
	case !s.value.IsZero():
		return []lint.Edit{{Span: s.value, Text: value}}
	case s.entry.IsZero():
		return []lint.Edit{{Span: lint.Span{File: s.head.File, Start: s.head.End, End: s.head.End}, Text: " " + written}}
	case s.letter:
		written = " " + written
	}
	return []lint.Edit{{Span: s.entry, Text: written}}
}

// Remove deletes the option.
func (s optionSlot) Remove() []lint.Edit {
	switch {
	case s.entry.IsZero(), s.option == "":
		return nil
	case s.holder != nil:
		return s.holder.Remove()
	case s.letter:
		return []lint.Edit{{Span: s.entry}}
	}
	if span, ok := lint.CutWords(s.entry); ok {
		return []lint.Edit{{Span: span}}
	}
	return nil
}

// isPlain tells whether a shell takes the text for one word as it stands, inside quotes and out of them.
func isPlain(text string) bool {
	return text != "" && strings.Trim(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:=,@%+") == ""
}

// imageSlot is where the image's name stands. A command line cannot do without it.
type imageSlot struct{ head, name lint.Span }

// Head is the program and its subcommand.
func (s imageSlot) Head() lint.Span { return s.head }

// Put names another image.
func (s imageSlot) Put(value string) []lint.Edit {
	if s.name.IsZero() || !isPlain(value) {
		return nil
	}
	return []lint.Edit{{Span: s.name, Text: value}}
}

// Remove does nothing.
func (imageSlot) Remove() []lint.Edit { return nil }

// modeSlot is where a mount says that it is read-only, or would say so.
type modeSlot struct {
	head  lint.Span // the mount
	place lint.Span // what it says, or the empty place for it; zero if that cannot be told
	yes   string    // what makes it read-only
	no    string    // what makes it writable
}

// Head is the mount.
func (s modeSlot) Head() lint.Span { return s.head }

// Put makes the mount read-only or, given false, writable.
func (s modeSlot) Put(value string) []lint.Edit {
	text, known := map[string]string{"true": s.yes, "false": s.no}[value]
	if !known || s.place.IsZero() {
		return nil
	}
	return []lint.Edit{{Span: s.place, Text: text}}
}

// Remove does nothing: Put says what is wanted.
func (modeSlot) Remove() []lint.Edit { return nil }

// partSlot is where the value of an option stands of which only a part may be replaced: a path of a mount, the value of a variable.
type partSlot struct{ optionSlot }

// Put replaces the part.
func (s partSlot) Put(value string) []lint.Edit {
	if s.value.IsZero() || !isPlain(value) {
		return nil
	}
	return []lint.Edit{{Span: s.value, Text: value}}
}

// itemSlot is where one item of a list in one option stands.
type itemSlot struct {
	partSlot
	cut lint.Span // the item with the separator that it needs; zero if that cannot be told
}

// Remove deletes the item and leaves its neighbours.
func (s itemSlot) Remove() []lint.Edit {
	if s.cut.IsZero() {
		return nil
	}
	return []lint.Edit{{Span: s.cut}}
}
