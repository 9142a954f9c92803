package lint

import (
	"bytes"
	"sort"
	"sync"
	"unicode/utf8"
)

// File is one input: the name under which it is reported and its bytes as read.
// It is not changed after it was made, and may be shared between goroutines.
type File struct {
	// Path is slash-separated and relative where the input was given as a relative path.
	Path string
	// Text is the whole content, byte-order mark and carriage returns included.
	Text []byte

	once  sync.Once
	lines []int // the offset at which each line starts

	onceRunes sync.Once
	runes     []int // how many code points stand before each multiple of stride
}

// Open reads a file that another one names, by a path of the kind that File.Path is: a relative one starts at the same folder.
// It is nil for what is missing, cannot be read or lies outside of what was given. The same path gives the same File.
type Open func(path string) *File

// stride is how far apart the marks are by which columns of very long lines are counted, in bytes.
const stride = 4096

// NewFile makes a File of the given path and content.
func NewFile(path string, text []byte) *File { return &File{Path: path, Text: text} }

var byteOrderMark = []byte("\xef\xbb\xbf")

// Position is a place in a file as people count it.
type Position struct {
	Offset int32 // in bytes, from 0
	Line   int32 // from 1; lines end at LF, with or without a CR before it
	Column int32 // in Unicode code points, from 1; a byte-order mark is not counted
}

// Position tells the line and column of a byte offset. Offsets outside the text are clamped to it.
func (f *File) Position(offset int) Position {
	offset = min(max(offset, 0), len(f.Text))
	line := f.line(offset)
	start := f.lines[line]
	if line == 0 && bytes.HasPrefix(f.Text, byteOrderMark) && offset >= len(byteOrderMark) {
		start = len(byteOrderMark)
	}
	return Position{Offset: int32(offset), Line: int32(line + 1), Column: int32(f.runeCount(start, offset) + 1)}
}

// runeCount is how many code points stand between two offsets. It costs no more than two strides, however far they are apart.
func (f *File) runeCount(from, to int) int {
	if to-from <= stride {
		return utf8.RuneCount(f.Text[from:to])
	}
	f.onceRunes.Do(func() {
		f.runes = make([]int, 1, len(f.Text)/stride+1)
		for at := stride; at <= len(f.Text); at += stride {
			f.runes = append(f.runes, f.runes[len(f.runes)-1]+runeStarts(f.Text[at-stride:at]))
		}
	})
	before := func(offset int) int {
		mark := offset / stride
		return f.runes[mark] + runeStarts(f.Text[mark*stride:offset])
	}
	return before(to) - before(from)
}

// runeStarts counts the bytes that begin a code point; unlike a rune count it can be added up over parts that split one.
func runeStarts(text []byte) int {
	n := 0
	for _, b := range text {
		if utf8.RuneStart(b) {
			n++
		}
	}
	return n
}

// LineSpan is the span of the line that holds the offset, without its line break.
func (f *File) LineSpan(offset int) Span {
	offset = min(max(offset, 0), len(f.Text))
	line := f.line(offset)
	start, end := f.lines[line], len(f.Text)
	if line+1 < len(f.lines) {
		end = f.lines[line+1] - 1
	}
	if start == 0 && bytes.HasPrefix(f.Text, byteOrderMark) {
		start = len(byteOrderMark)
	}
	if end > start && f.Text[end-1] == '\r' {
		end--
	}
	return Span{File: f, Start: start, End: end}
}

// LineOffset is the offset at which a line starts, counted from 1. Lines outside the text are clamped to it.
func (f *File) LineOffset(line int) int {
	f.once.Do(f.index)
	return f.lines[min(max(line-1, 0), len(f.lines)-1)]
}

// line is the index of the line that holds the offset.
func (f *File) line(offset int) int {
	f.once.Do(f.index)
	return sort.SearchInts(f.lines, offset+1) - 1
}

func (f *File) index() {
	f.lines = make([]int, 1, 1+bytes.Count(f.Text, []byte{'\n'}))
	for i := 0; ; {
		j := bytes.IndexByte(f.Text[i:], '\n')
		if j < 0 {
			return
		}
		i += j + 1
		f.lines = append(f.lines, i)
	}
}

// Span is a stretch of a file: bytes Start up to, not including, End. The zero Span is no place.
type Span struct {
	File       *File
	Start, End int
}

// Text is the text that the span covers.
func (s Span) Text() string {
	if s.File == nil {
		return ""
	}
	return string(s.File.Text[s.Start:s.End])
}

// IsZero tells whether the span is no place at all.
func (s Span) IsZero() bool { return s.File == nil }

// Contains tells whether all of other lies within s.
func (s Span) Contains(other Span) bool {
	return s.File == other.File && s.Start <= other.Start && other.End <= s.End
}

// Join is the shortest span that covers both. Either may be zero.
func (s Span) Join(other Span) Span {
	switch {
	case s.File == nil:
		return other
	case other.File != s.File:
		return s
	}
	return Span{s.File, min(s.Start, other.Start), max(s.End, other.End)}
}

// Where makes a Span a Locator.
func (s Span) Where() (Span, []Span) { return s, nil }
