package yamltree

import (
	"bytes"
	"encoding/binary"
	"unicode/utf8"

	"github.com/stridelint/stridelint/lint"
)

// source is the text of one document, with the way from the library's lines and columns to offsets. Places are asked for
// in the order of the text, so that the whole way is walked once.
type source struct {
	file       *lint.File
	text       []byte // the file's up to the document's end
	start, end int
	ascii      bool // a column is a byte
	lf         bool // every line ends with an LF, be there a CR before it or not

	line, lineStart int // the line of the last place
	column, offset  int // the last place
}

func newSource(document lint.Span) *source {
	s := &source{file: document.File, text: document.File.Text[:document.End], start: document.Start, end: document.End}
	s.line, s.lineStart, s.column, s.offset = 1, s.start, 1, s.start
	text := s.text[s.start:]
	s.ascii = isASCII(text)
	s.lf = bytes.IndexByte(text, '\r') < 0 || bytes.Count(text, []byte("\r")) == bytes.Count(text, []byte("\r\n"))
	if s.lf && !s.ascii {
		s.lf = !bytes.Contains(text, []byte("\u0085")) && !bytes.Contains(text, []byte("\u2028")) && !bytes.Contains(text, []byte("\u2029"))
	}
	return s
}

func isASCII(text []byte) bool {
	for ; len(text) >= 8; text = text[8:] {
		if binary.NativeEndian.Uint64(text)&0x8080808080808080 != 0 {
			return false
		}
	}
	for _, c := range text {
		if c >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// invalidUTF8 is the offset of the first byte that is not UTF-8, or -1.
func (s *source) invalidUTF8() int {
	if s.ascii || utf8.Valid(s.text[s.start:]) {
		return -1
	}
	i := s.start
	for {
		r, size := utf8.DecodeRune(s.text[i:])
		if r == utf8.RuneError && size <= 1 {
			return i
		}
		i += size
	}
}

// readable is the text as the library reads it. It refuses a %YAML directive of another version than 1.1, though it reads
// 1.2 all the same: such a directive becomes a comment.
func (s *source) readable() []byte {
	text := s.text[s.start:]
	for i := 0; i < len(text); i = lineEnd(text, i) {
		if bytes.HasPrefix(text[i:], []byte("%YAML 1.")) {
			text = bytes.Clone(text)
			text[i] = '#'
			return text
		}
		if isMarker(text, i) || hasContent(text[i:lineEnd(text, i)]) {
			break
		}
	}
	return text
}

// place is the offset of a line and a column, both from 1. It does not go back: a place before the last one is the last one.
func (s *source) place(line, column int) int {
	for s.line < line && s.lineStart < s.end {
		s.lineStart = s.nextLine(s.lineStart)
		s.line++
		s.column, s.offset = 1, s.lineStart
	}
	switch {
	case line < s.line || column <= s.column:
	case s.ascii:
		s.column, s.offset = column, min(s.lineStart+column-1, s.end)
	default:
		for s.column < column && s.offset < s.end {
			_, size := utf8.DecodeRune(s.text[s.offset:])
			s.offset += size
			s.column++
		}
	}
	return s.offset
}

// nextLine is the offset behind the line break of the line that i stands in.
func (s *source) nextLine(i int) int {
	if !s.lf {
		return lineEnd(s.text, i)
	}
	if n := bytes.IndexByte(s.text[i:], '\n'); n >= 0 {
		return i + n + 1
	}
	return s.end
}

// skipSpace is the place of the first character from i on that is no blank, no line break and not in a comment.
func (s *source) skipSpace(i int) int {
	for i < s.end {
		if s.text[i] == '#' {
			i = s.nextLine(i)
			continue
		}
		n := spaceLen(s.text, i)
		if n == 0 {
			break
		}
		i += n
	}
	return i
}
