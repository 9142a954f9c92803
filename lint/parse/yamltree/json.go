package yamltree

import (
	"bytes"

	"github.com/stridelint/stridelint/lint"
)

// ParseJSON reads a file of JSON in which comments and commas behind the last item are allowed, as editors have it for their settings.
func ParseJSON(f *lint.File) Document {
	doc := Document{Span: lint.Span{File: f, End: len(f.Text)}, text: plainJSON(f.Text)}
	if bytes.HasPrefix(f.Text, byteOrderMark) {
		doc.Span.Start = len(byteOrderMark)
	}
	room := maxFileNodes
	doc.read(&room)
	return doc
}

// plainJSON is the text with blanks in the place of comments and of commas behind a last item, so that every other byte stays
// where it is.
func plainJSON(text []byte) []byte {
	plain := bytes.Clone(text)
	comma := -1 // a comma that nothing stands behind yet
	for i := 0; i < len(plain); i++ {
		switch c := plain[i]; {
		case c == '"':
			i, comma = stringEnd(plain, i), -1
		case c == '/':
			if end := commentEnd(plain, i); end > i {
				blank(plain[i:end])
				i = end - 1
			}
		case c == ',':
			comma = i
		case (c == ']' || c == '}') && comma >= 0:
			plain[comma], comma = ' ', -1
		case spaceLen(plain, i) == 0:
			comma = -1
		}
	}
	return plain
}

// stringEnd is where the string that starts at i has its last quote.
func stringEnd(text []byte, i int) int {
	for i++; i < len(text) && text[i] != '"' && text[i] != '\n'; i++ {
		if text[i] == '\\' {
			i++
		}
	}
	return i
}

// commentEnd is where the comment ends that starts at i, or i if none does.
func commentEnd(text []byte, i int) int {
	rest, end := text[i:], -1
	switch {
	case bytes.HasPrefix(rest, []byte("//")):
		end = bytes.IndexByte(rest, '\n')
	case bytes.HasPrefix(rest, []byte("/*")):
		if end = bytes.Index(rest[2:], []byte("*/")); end >= 0 {
			end += 4
		}
	default:
		return i
	}
	if end < 0 {
		return len(text)
	}
	return i + end
}

// blank puts blanks in the place of all but line breaks.
func blank(text []byte) {
	for i, c := range text {
		if c != '\n' && c != '\r' {
			text[i] = ' '
		}
	}
}
