package yamltree

import (
	"bytes"

	"github.com/stridelint/stridelint/lint"
)

var byteOrderMark = []byte("\xef\xbb\xbf")

// split tells the spans of a file's documents. A line that starts with --- starts one, and a line that starts with ... ends one.
// Neither can stand within a scalar, so a document that is broken does not hide where the next one starts.
func split(f *lint.File) []lint.Span {
	text := f.Text
	start := 0
	if bytes.HasPrefix(text, byteOrderMark) {
		start = len(byteOrderMark)
	}
	var spans []lint.Span
	cut := func(end int) {
		// Comments and directives alone belong to the document that follows them.
		if hasContent(text[start:end]) {
			spans = append(spans, lint.Span{File: f, Start: start, End: end})
			start = end
		}
	}
	opening, closing := nextMarker(text, start, "---"), nextMarker(text, start, "...")
	for opening < len(text) || closing < len(text) {
		if opening < closing {
			cut(opening)
			opening = nextMarker(text, opening+3, "---")
		} else {
			cut(lineEnd(text, closing))
			start = max(start, lineEnd(text, closing))
			closing = nextMarker(text, closing+3, "...")
		}
	}
	cut(len(text))
	if len(spans) == 0 {
		spans = append(spans, lint.Span{File: f, Start: start, End: len(text)})
	}
	return spans
}

// nextMarker is the place of the next line, from i on, that starts with a document marker; the text's length if there is none.
func nextMarker(text []byte, i int, marker string) int {
	for i < len(text) {
		j := bytes.Index(text[i:], []byte(marker))
		if j < 0 {
			break
		}
		i += j
		if isMarker(text, i) && startsLine(text, i) {
			return i
		}
		i += len(marker)
	}
	return len(text)
}

// isMarker tells whether what stands at i is --- or ... with white space behind it.
func isMarker(text []byte, i int) bool {
	rest := text[i:]
	if !bytes.HasPrefix(rest, []byte("---")) && !bytes.HasPrefix(rest, []byte("...")) {
		return false
	}
	return len(rest) == 3 || spaceLen(text, i+3) > 0
}

// hasContent tells whether a text has anything but blank lines, comments, directives and the ends of documents.
func hasContent(text []byte) bool {
	for i := 0; i < len(text); i = lineEnd(text, i) {
		if text[i] == '%' || text[i] == '.' && isMarker(text, i) {
			continue
		}
		j := i
		for j < len(text) && (text[j] == ' ' || text[j] == '\t') {
			j++
		}
		if j < len(text) && text[j] != '#' && breakLen(text, j) == 0 {
			return true
		}
	}
	return false
}

// startsLine tells whether i is the start of a line.
func startsLine(text []byte, i int) bool {
	for n := 1; n <= min(i, 3); n++ {
		if breakLen(text, i-n) == n {
			return true
		}
	}
	return i == 0 || bytes.Equal(text[:i], byteOrderMark)
}

// lineEnd is the offset behind the line break of the line that i stands in.
func lineEnd(text []byte, i int) int {
	for ; i < len(text); i++ {
		if n := breakLen(text, i); n > 0 {
			return i + n
		}
	}
	return len(text)
}

// spaceLen is the length of the blank or line break at i; 0 if there is none.
func spaceLen(text []byte, i int) int {
	if text[i] == ' ' || text[i] == '\t' {
		return 1
	}
	return breakLen(text, i)
}

// breakLen is the length of the line break at i, of which YAML 1.1 knows LF, CR, CRLF, NEL, LS and PS; 0 if there is none.
func breakLen(text []byte, i int) int {
	switch text[i] {
	case '\n':
		return 1
	case '\r':
		if i+1 < len(text) && text[i+1] == '\n' {
			return 2
		}
		return 1
	case 0xc2:
		if i+1 < len(text) && text[i+1] == 0x85 {
			return 2
		}
	case 0xe2:
		if i+2 < len(text) && text[i+1] == 0x80 && (text[i+2] == 0xa8 || text[i+2] == 0xa9) {
			return 3
		}
	}
	return 0
}
