package lint

import (
	"bytes"
	"encoding/json"
	"strings"
)

// replaceNode gives a node another value.
func replaceNode(n *Node, value string) []Edit {
	text, ok := spell(value, n)
	if !ok || holdsAnchor(n.Entries, n.Items) {
		return nil
	}
	file := n.Span.File.Text
	switch {
	case n.Kind == Alias, n.Kind != Scalar && n.hasProperties():
		return nil
	case n.isBlockScalar() && n.startsLine():
		return nil // its header can be indented less than what replaces it
	case n.Kind == Scalar && n.Span.Start == n.Span.End:
		return fillNode(n, text)
	case n.Kind == Scalar || n.Style == Flow:
		if n.isGlued() {
			text = " " + text
		}
		return n.edit(n.Span.Start, n.Span.End, text)
	}
	// A block starts on a line below its key or behind its dash; what replaces it stands behind the colon or dash.
	start, ok := indicatorEnd(n)
	if !ok || len(bytes.TrimSpace(file[start:n.Span.Start])) > 0 {
		return nil
	}
	return n.edit(start, n.Span.End, " "+text)
}

// startsLine tells whether only blanks stand before the node on its line.
func (n *Node) startsLine() bool {
	_, starts := indentStart(n.Span.File.Text, n.Span.Start)
	return starts
}

// isGlued tells whether what stands before the node leaves no room for another value: brackets and quotes can follow a colon
// at once, other values can do so only behind a quoted key.
func (n *Node) isGlued() bool {
	if n.Span.Start == 0 {
		return false
	}
	before := n.Span.File.Text[n.Span.Start-1]
	if before == ':' && n.isValue() && n.Parent.Entries[childIndex(n)].Key.Style != Plain {
		return false
	}
	return bytes.IndexByte([]byte(" \t\r\n,[{"), before) < 0
}

// fillNode writes a value where nothing is written: behind a colon, a dash, an anchor or a tag.
func fillNode(n *Node, text string) []Edit {
	if _, ok := indicatorEnd(n); !ok && !n.hasProperties() {
		return nil
	}
	return n.edit(n.Span.Start, n.Span.Start, " "+text)
}

// indicatorEnd is the place behind the colon or dash that stands before a value or an item of a block.
func indicatorEnd(n *Node) (int, bool) {
	if n.Parent == nil {
		return 0, false
	}
	text, i := n.Span.File.Text, childIndex(n)
	switch {
	case n.isValue():
		at := skipBlanks(text, n.Parent.Entries[i].Key.Span.End)
		return at + 1, at < len(text) && text[at] == ':'
	case n.Parent.Kind == Sequence && n.Parent.Style == Block:
		return childStart(n.Parent, i) + 1, true
	}
	return 0, false
}

// insertEntry adds to a mapping what is missing of a path, with the value at its end. A key stands where the order of keys has it.
func insertEntry(m *Node, order Order, path []string, value string) []Edit {
	text, ok := spell(value, nil)
	if m.isJSON() {
		text, ok = spellJSON(value)
	}
	if !ok {
		return nil
	}
	for i := len(m.Entries) - 1; i >= 0; i-- {
		if e := m.Entries[i]; e.Key.Kind == Scalar && e.Key.Value == path[0] {
			return deepenEntry(m, e, path[1:], text)
		}
	}
	switch i := order.place(m, path[0]); {
	case i < len(m.Entries) && !m.isPair():
		return insertBefore(m, i, path, text)
	case m.Style == Flow:
		return insertInFlow(m, flowEntry(m, path, text))
	}
	return insertInBlock(m, blockEntry(m, path, text, m.column()))
}

// appendItem adds an item to a sequence.
func appendItem(list *Node, value string) []Edit {
	text, ok := spell(value, nil)
	if list.isJSON() {
		text, ok = spellJSON(value)
	}
	switch {
	case !ok:
		return nil
	case list.Style == Flow:
		return insertInFlow(list, text)
	}
	return insertInBlock(list, strings.Repeat(" ", list.column())+"- "+text)
}

// deepenEntry makes a mapping of an entry's null value.
func deepenEntry(m *Node, e Entry, path []string, text string) []Edit {
	n := e.Value
	if len(path) == 0 || !n.IsNull() || n.hasProperties() {
		return nil
	}
	if m.Style == Flow {
		mapping := "{" + flowEntry(m, path, text) + "}"
		if n.Span.Start == n.Span.End {
			return fillNode(n, mapping)
		}
		return n.edit(n.Span.Start, n.Span.End, mapping)
	}
	file := m.Span.File.Text
	colon, ok := indicatorEnd(n)
	end, _, rest := lineRest(file, n.Span.End)
	if !ok || !rest || skipBlanks(file, colon) < n.Span.Start {
		return nil
	}
	var edits []Edit
	if n.Span.Start < n.Span.End {
		edits = n.edit(colon, n.Span.End, "")
	}
	lines := lineBreak(file, end) + blockEntry(m, path, text, m.column()+indentStep(m))
	return append(edits, n.edit(end, end, lines)...)
}

// insertInFlow adds an entry or item behind the last one, on a line of its own if that one is.
func insertInFlow(m *Node, entry string) []Edit {
	file := m.Span.File.Text
	last := m.childCount() - 1
	if last < 0 {
		return m.edit(m.Span.Start+1, m.Span.Start+1, entry)
	}
	if m.isPair() {
		return nil
	}
	space := " "
	start := childStart(m, last)
	if indent, starts := indentStart(file, start); starts {
		space = lineBreak(file, start) + string(file[indent:start])
	}
	end := m.childEnd(last)
	if comma := skipSpace(file, end); file[comma] == ',' {
		return m.edit(comma+1, comma+1, space+entry)
	}
	return m.edit(end, end, ","+space+entry)
}

// isPair tells whether the node is a pair of a sequence in brackets, which has no room for a second one.
func (n *Node) isPair() bool {
	return n.Kind == Mapping && n.Style == Flow && (n.Span.Text()[0] != '{' || len(n.Entries) > 0 && n.Entries[0].Key.Span.Start == n.Span.Start)
}

// insertInBlock adds lines below the last entry or item, and below the comments that are indented as a part of it.
func insertInBlock(m *Node, lines string) []Edit {
	file := m.Span.File.Text
	end, next, ok := lineRest(file, m.Span.End)
	if !ok {
		return nil
	}
	leaf := m.lastLeaf()
	if !leaf.isBlockScalar() {
		end = throughComments(file, end, next, m.column())
		return m.edit(end, end, lineBreak(file, end)+lines)
	}
	// Blank lines can be a block scalar's own. Without a line break at its end, one that is added would become its own.
	header, _, _ := bytes.Cut(file[leaf.Span.Start:leaf.Span.End], []byte("\n"))
	blank := skipBlankLines(file, next)
	if bytes.IndexByte(header, '+') >= 0 || bytes.ContainsAny(file[next:blank], " \t") {
		next = blank
	}
	if indent, starts := indentStart(file, next); !starts || indent < next {
		return nil
	}
	return m.edit(next, next, lines+lineBreak(file, end))
}

// throughComments is the end of the comments on the lines from next on that are indented more than a column; without any, end.
func throughComments(text []byte, end, next, column int) int {
	for {
		comment := skipBlanks(text, next)
		if comment-next <= column || comment == len(text) || text[comment] != '#' {
			return end
		}
		stop, after, ok := lineRest(text, next)
		if !ok {
			return end
		}
		end, next = stop, after
	}
}

// blockEntry is the lines of an entry whose path's keys stand in each other, the first at a column.
func blockEntry(m *Node, path []string, text string, column int) string {
	const longKey = len("allowPrivilegeEscalation:\r\n")
	step, separator := indentStep(m), lineBreak(m.Span.File.Text, m.Span.End)
	var b strings.Builder
	b.Grow(len(path)*(column+len(path)*step+longKey) + len(text))
	for i, key := range path {
		b.WriteString(strings.Repeat(" ", column+i*step))
		b.WriteString(spellKey(key))
		b.WriteByte(':')
		if i < len(path)-1 {
			b.WriteString(separator)
		}
	}
	b.WriteByte(' ')
	b.WriteString(text)
	return b.String()
}

// flowEntry is the text of an entry whose path's keys stand in each other.
func flowEntry(m *Node, path []string, text string) string {
	quoted := m.isJSON() || len(m.Entries) > 0 && m.Entries[0].Key.Style == DoubleQuoted
	for i := len(path) - 1; i >= 0; i-- {
		key := spellKey(path[i])
		if quoted {
			key = quote(path[i])
		}
		text = key + ": " + text
		if i > 0 {
			text = "{" + text + "}"
		}
	}
	return text
}

// lineBreak is the line break that the file uses: the one at i or, at the end of the text, its first.
func lineBreak(text []byte, i int) string {
	if j := bytes.IndexAny(text[i:], "\r\n"); j >= 0 {
		i += j
	} else if i = bytes.IndexAny(text, "\r\n"); i < 0 {
		return "\n"
	}
	if bytes.HasPrefix(text[i:], []byte("\r\n")) {
		return "\r\n"
	}
	return string(text[i : i+1])
}

// indentStep is by how much the file indents a mapping within a mapping: that of the nearest around or, without one, of the
// first in the tree.
func indentStep(n *Node) int {
	for ; n.Parent != nil; n = n.Parent {
		if step := stepOf(n); step > 0 {
			return step
		}
	}
	const enough = 1000 // nodes to look at
	queue := []*Node{n}
	for i := 0; i < len(queue) && i < enough; i++ {
		if step := stepOf(queue[i]); step > 0 {
			return step
		}
		for _, e := range queue[i].Entries {
			queue = append(queue, e.Value)
		}
		queue = append(queue, queue[i].Items...)
	}
	return 2
}

// stepOf is by how much a mapping is indented within its mapping; 0 if it is none of a block.
func stepOf(n *Node) int {
	if n.Kind != Mapping || n.Style != Block || n.Parent == nil || n.Parent.Kind != Mapping || n.Parent.Style != Block {
		return 0
	}
	return max(n.column()-n.Parent.column(), 0)
}

// spell is a value as it is written in place of a node, nil for a new one: quoted as the old one was, or where it must be.
// What comes quoted or in brackets is left as it is.
func spell(value string, old *Node) (string, bool) {
	switch {
	case old != nil && old.isJSON():
		if old.Style == DoubleQuoted && !strings.HasPrefix(value, `"`) {
			return quote(value), true
		}
		return spellJSON(value)
	case value != "" && strings.IndexByte(`"'[{`, value[0]) >= 0:
		return value, true
	case old != nil && old.Style == DoubleQuoted:
		return quote(value), true
	case old != nil && old.Style == SingleQuoted && !strings.ContainsAny(value, "\r\n"):
		return "'" + strings.ReplaceAll(value, "'", "''") + "'", true
	}
	return spellKey(value), true
}

// spellJSON is a value as JSON has it: what is no JSON is a string, unless it comes quoted or in brackets.
func spellJSON(value string) (string, bool) {
	if json.Valid([]byte(value)) {
		return value, true
	}
	if value != "" && strings.IndexByte(`"'[{`, value[0]) >= 0 {
		return "", false
	}
	return quote(value), true
}

// spellKey is a text as a plain scalar or, where that could be read as anything else, in double quotes.
func spellKey(text string) string {
	for i := range len(text) {
		c := text[i]
		letter := c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '/' || c == '.'
		within := strings.IndexByte("-:@+=$", c) >= 0
		if !letter && (i == 0 || i == len(text)-1 || !within) && !(c == '-' && i == 0 && len(text) > 1 && text[1] != '-') {
			return quote(text)
		}
	}
	if text == "" || text == "..." {
		return quote(text)
	}
	return text
}

// quote is a text in double quotes, as JSON and YAML both read it.
func quote(text string) string {
	var b bytes.Buffer
	encoder := json.NewEncoder(&b)
	encoder.SetEscapeHTML(false)
	if encoder.Encode(text) != nil {
		return `""`
	}
	return strings.TrimSuffix(b.String(), "\n")
}
