package yamltree

import (
	"bytes"
	"strings"

	"go.yaml.in/yaml/v4"

	"github.com/stridelint/stridelint/lint"
)

// startOf is where a node's own text starts: behind its anchor and tag, which the library's place points at.
func (b *builder) startOf(y *yaml.Node) int {
	start := b.place(y.Line, y.Column)
	if !hasProperties(y) {
		return start
	}
	if y.Anchor != "" {
		start = b.skipProperty(b.skipSpace(start), y)
	}
	if hasTag(y) {
		start = b.skipProperty(b.skipSpace(start), y)
	}
	if isEmpty(y) {
		return start
	}
	return b.skipSpace(start)
}

// skipProperty is the place behind the anchor or tag that stands at i.
func (b *builder) skipProperty(i int, y *yaml.Node) int {
	switch rest := b.text[i:]; {
	case bytes.HasPrefix(rest, []byte("&")):
		return min(i+len("&")+len(y.Anchor), b.end)
	case bytes.HasPrefix(rest, []byte("!<")):
		if n := bytes.IndexByte(rest, '>'); n >= 0 {
			return i + n + 1
		}
	case bytes.HasPrefix(rest, []byte("!")):
		for i < b.end && bytes.IndexByte([]byte(",[]{}"), b.text[i]) < 0 && spaceLen(b.text, i) == 0 {
			i++
		}
	}
	return i
}

// emptyValue is where the empty value of an entry stands: behind the colon that follows its key, or at the key's end if there is none.
func (b *builder) emptyValue(mapping *lint.Node, e lint.Entry) int {
	i := b.skipSpace(e.Key.Span.End)
	if i == b.end || b.text[i] != ':' {
		return e.Key.Span.End
	}
	// In a block, what comes next can start with a colon too. The library places the value there then, and not behind it.
	if mapping.Style == lint.Block && i >= e.Value.Span.Start {
		return e.Key.Span.End
	}
	return i + 1
}

// close ends a flow collection behind its bracket. What stands between the last child and that is space, comments and commas.
func (b *builder) close(n *lint.Node, opening, closing byte) {
	if n.Span.Start >= b.end || b.text[n.Span.Start] != opening {
		return // the pair of a sequence, written with ?
	}
	i := b.skipSpace(max(n.Span.End, n.Span.Start+1))
	for i < b.end && b.text[i] != closing {
		i = b.skipSpace(i + 1)
	}
	n.Span.End = min(i+1, b.end)
}

// scalarEnd is where a scalar ends.
func (b *builder) scalarEnd(n *lint.Node) int {
	switch n.Style {
	case lint.SingleQuoted:
		return b.singleQuotedEnd(n.Span.Start + 1)
	case lint.DoubleQuoted:
		return b.doubleQuotedEnd(n.Span.Start + 1)
	case lint.Literal, lint.Folded:
		return b.blockEnd(n.Span.Start+1, n.Value)
	}
	return b.plainEnd(n.Span.Start, n.Value)
}

func (b *builder) singleQuotedEnd(i int) int {
	for {
		n := bytes.IndexByte(b.text[i:], '\'')
		if n < 0 {
			return b.end
		}
		if i += n + 1; i == b.end || b.text[i] != '\'' {
			return i
		}
		i++ // two of them are one of the value
	}
}

func (b *builder) doubleQuotedEnd(i int) int {
	for ; i < b.end; i++ {
		switch b.text[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return b.end
}

// plainEnd is where a plain scalar that starts at i ends. It differs from its value only in the white space that folding
// changes, so the value tells the end, whatever indentation and indicators decide elsewhere.
func (b *builder) plainEnd(i int, value string) int {
	if end := i + len(value); end <= b.end && string(b.text[i:end]) == value {
		return end
	}
	for j := 0; j < len(value); {
		if n := spaceLenString(value, j); n > 0 {
			j += n
			continue
		}
		for i < b.end && spaceLen(b.text, i) > 0 {
			i += spaceLen(b.text, i)
		}
		if i == b.end || b.text[i] != value[j] {
			break
		}
		i, j = i+1, j+1
	}
	return i
}

// blockEnd is where a block scalar ends whose header goes on at i: with the last line that has more than white space, or with
// the header if there is none. Line breaks and blank lines behind that are not part of its span, even where they are kept.
func (b *builder) blockEnd(i int, value string) int {
	for i < b.end && (b.text[i] == '+' || b.text[i] == '-' || b.text[i] >= '0' && b.text[i] <= '9') {
		i++
	}
	value = strings.TrimRight(value, " \t\r\n\u0085\u2028\u2029")
	if value == "" {
		return i
	}
	end := b.plainEnd(b.nextLine(i), value)
	for end < b.end && breakLen(b.text, end) == 0 {
		end++ // blanks at the end of a line are content
	}
	return end
}

// spaceLenString is spaceLen of a value.
func spaceLenString(value string, i int) int {
	switch c := value[i]; {
	case c == ' ' || c == '\t' || c == '\n' || c == '\r':
		return 1
	case c == 0xe2 || c == 0xc2:
		return breakLen([]byte(value[i:min(i+3, len(value))]), 0)
	}
	return 0
}
