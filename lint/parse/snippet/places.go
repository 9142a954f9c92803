package snippet

import (
	"strings"
	"unicode/utf8"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/shell"
)

// places is where each byte of a scalar's value is written. It is false where that cannot be told.
func places(n *lint.Node) ([]shell.Place, bool) {
	w := writing{text: n.Span.Text(), base: n.Span.Start, value: n.Value, style: n.Style, places: make([]shell.Place, 0, len(n.Value))}
	switch n.Style {
	case lint.Literal:
		w.skipHeader()
		return w.places, w.literal()
	case lint.Folded:
		w.skipHeader()
	case lint.SingleQuoted, lint.DoubleQuoted:
		if len(w.text) < 2 {
			return nil, false
		}
		w.at, w.text = 1, w.text[:len(w.text)-1]
	}
	return w.places, w.flow()
}

// writing is the text of a scalar on its way to its value.
type writing struct {
	text   string // as the file has it
	base   int    // where it starts in the file
	at     int    // up to here it is read
	value  string
	style  lint.Style
	places []shell.Place // of the value's bytes so far
}

// put tells that the next bytes of the value are written in the next bytes of the text.
func (w *writing) put(content, written int) {
	for range content {
		w.places = append(w.places, shell.Place{Start: w.base + w.at, End: w.base + w.at + written})
	}
	w.at += written
}

// skipHeader passes over the first line of a block scalar.
func (w *writing) skipHeader() {
	if i := strings.IndexByte(w.text, '\n'); i >= 0 {
		w.at = i + 1
		return
	}
	w.at = len(w.text)
}

// literal reads a block scalar whose lines are kept: each is the end of a line of the text, behind its indentation.
func (w *writing) literal() bool {
	for line := range strings.Lines(w.value) {
		content, ends := strings.CutSuffix(line, "\n")
		rest := w.text[w.at:]
		if i := strings.IndexByte(rest, '\n'); i >= 0 {
			rest = rest[:i]
		}
		written := strings.TrimSuffix(rest, "\r")
		indentation, found := strings.CutSuffix(written, content)
		if !found || strings.Trim(indentation, " ") != "" {
			return false
		}
		w.at += len(indentation)
		for range len(content) {
			w.put(1, 1)
		}
		w.at += len(rest) - len(written)
		if ends {
			w.put(1, min(1, len(w.text)-w.at))
		}
	}
	return true
}

// flow reads a scalar whose line breaks are folded.
func (w *writing) flow() bool {
	for len(w.places) < len(w.value) {
		rest, value := w.text[w.at:], w.value[len(w.places):]
		blanks := len(rest) - len(strings.TrimLeft(rest, " \t\r\n"))
		switch {
		case rest == "":
			if strings.Trim(value, "\n") != "" {
				return false
			}
			w.put(len(value), 0) // the end of a block scalar
		case strings.ContainsAny(rest[:blanks], "\r\n") || len(w.places) == 0 && w.style == lint.Folded && blanks > 0:
			w.put(w.folded(rest[:blanks], value), blanks)
		case w.style == lint.SingleQuoted && strings.HasPrefix(rest, "''"):
			w.put(1, 2)
		case w.style == lint.DoubleQuoted && rest[0] == '\\':
			if !w.escape(rest, value) {
				return false
			}
		case rest[0] != value[0]:
			return false
		default:
			w.put(1, 1)
		}
	}
	return true
}

// folded is how many bytes of the value blanks with line breaks stand for: a blank for one break, else one less than there are.
// Within a block scalar, lines that are indented further keep theirs.
func (w *writing) folded(blanks, value string) int {
	if w.style == lint.Folded {
		return len(value) - len(strings.TrimLeft(value, " \t\n"))
	}
	return min(len(value), max(1, strings.Count(blanks, "\n")-1))
}

// escape reads an escape within double quotes: it stands for one character or, at the end of a line, for none.
func (w *writing) escape(rest, value string) bool {
	if len(rest) < 2 {
		return false
	}
	size := 2
	switch rest[1] {
	case '\n', '\r':
		w.at += 1 + len(rest[1:]) - len(strings.TrimLeft(rest[1:], " \t\r\n"))
		return true
	case 'x':
		size = 4
	case 'u':
		size = 6
	case 'U':
		size = 10
	}
	_, content := utf8.DecodeRuneInString(value)
	if size > len(rest) {
		return false
	}
	w.put(content, size)
	return true
}
