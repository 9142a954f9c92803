package shell

import (
	"bytes"

	"github.com/stridelint/stridelint/lint"
)

// Source is text as a shell gets it, and where each of its bytes is written.
type Source struct {
	File *lint.File
	Text []byte
	// Places is where each byte of Text is written. Without it, Text stands in the file as it is, from Start on.
	Places []Place
	Start  int
	// Origins is where the bytes are first written that stand in Text for a variable's name, whose place they have: in its
	// definition. It is the zero Place of all others, and nil if there are none.
	Origins []Place
}

// Place is the stretch of a file that one byte of a Source comes from: the byte itself, an escape, or a variable's name.
type Place struct{ Start, End int }

// Foreign stands in a Source's Text for what is put in before the shell reads it and is not known: a template's action, a variable
// of an outer shell. The code point is no character, so no text has it.
const Foreign = '\uFDD0'

// Stretch is the source that stands in a file as the shell gets it.
func Stretch(span lint.Span) Source {
	return Source{File: span.File, Text: span.File.Text[span.Start:span.End], Start: span.Start}
}

// Followed is the source with a line break and a stretch of the file behind it: the bodies of its here-documents.
func (s Source) Followed(from, to int) Source {
	both := Source{File: s.File, Start: s.Start, Text: append(bytes.Clone(s.Text), '\n')}
	for i := range s.Text {
		both.Places = append(both.Places, s.place(i))
	}
	both.Places = append(both.Places, Place{from, from})
	both.Text = append(both.Text, s.File.Text[from:to]...)
	for at := from; at < to; at++ {
		both.Places = append(both.Places, Place{at, at + 1})
	}
	return both
}

// place is where a byte is written.
func (s Source) place(i int) Place {
	if s.Places != nil {
		return s.Places[i]
	}
	return Place{s.Start + i, s.Start + i + 1}
}

// origin is where Text[from:to] is first written, if one variable brings all of it in one piece.
func (s Source) origin(from, to int) lint.Span {
	if s.Origins == nil || from >= to || to > len(s.Text) {
		return lint.Span{}
	}
	last := s.Origins[from]
	for i := from; i < to; i++ {
		next := s.Origins[i]
		if s.Places[i] != s.Places[from] || next.End == 0 || next != last && next.Start != last.End {
			return lint.Span{}
		}
		last = next
	}
	return lint.Span{File: s.File, Start: s.Origins[from].Start, End: last.End}
}

// span is where Text[from:to] is written. It ends before what ends or continues the line, which the parser counts in.
func (s Source) span(from, to int) lint.Span {
	to = min(to, len(s.Text))
	from = min(from, to)
	for from < to {
		text := s.Text[from:to]
		switch {
		case bytes.HasSuffix(text, []byte("\\\n")):
			to -= len("\\\n")
			continue
		case bytes.HasSuffix(text, []byte("\\\r\n")):
			to -= len("\\\r\n")
			continue
		case text[len(text)-1] == '\r' && (to == len(s.Text) || s.Text[to] == '\n'):
			to--
		}
		break
	}
	switch {
	case len(s.Text) == 0:
		return lint.Span{File: s.File, Start: s.Start, End: s.Start}
	case from == len(s.Text):
		end := s.place(from - 1).End
		return lint.Span{File: s.File, Start: end, End: end}
	case from == to:
		start := s.place(from).Start
		return lint.Span{File: s.File, Start: start, End: start}
	}
	return lint.Span{File: s.File, Start: s.place(from).Start, End: s.place(to - 1).End}
}
