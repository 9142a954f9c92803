package lint

import "bytes"

// removeChild deletes the i-th entry or item of a collection.
func removeChild(c *Node, i int) []Edit {
	if i < 0 || childHoldsAnchor(c, i) {
		return nil
	}
	switch {
	case c.childCount() == 1:
		return removeEmptied(c)
	case c.Style == Flow:
		return removeFromFlow(c, i)
	}
	return removeFromBlock(c, i)
}

// removeEmptied deletes a collection that would be left empty, with its key. An item of a list stays, so does what other
// places can refer to: those become empty brackets.
func removeEmptied(c *Node) []Edit {
	if c.isValue() && !c.hasProperties() {
		return removeChild(c.Parent, childIndex(c))
	}
	brackets := "{}"
	if c.Kind == Sequence {
		brackets = "[]"
		if c.isValue() && c.Style == Block && c.Parent.Style == Block && c.column() <= c.Parent.column() {
			return nil // its brackets would have to be indented
		}
	}
	return c.edit(c.Span.Start, c.Span.End, brackets)
}

// removeFromBlock deletes the lines of one entry or item of several.
func removeFromBlock(c *Node, i int) []Edit {
	text := c.Span.File.Text
	start, end := childStart(c, i), c.childEnd(i)
	end, next, ok := lineRest(text, end)
	first, ownLine := indentStart(text, start)
	switch {
	case !ok || c.Kind == Sequence && text[start] != '-':
		return nil
	case ownLine:
		afterScalar := i > 0 && c.lastOfChild(i-1).lastLeaf().isBlockScalar()
		switch {
		case afterScalar:
			next = skipBlankLines(text, next) // or they would become the scalar's
		case end == len(text):
			first -= len(breakBefore(text, first)) // a file without a final line break stays one
		}
		return c.edit(first, next, "")
	case i == 0:
		// The line goes on before the entry, with the dash of a list: what follows moves up to it.
		for next < len(text) && bytes.IndexByte([]byte(" \t\r\n"), text[next]) >= 0 {
			next++
		}
		return c.edit(start, next, "")
	}
	return nil
}

// removeFromFlow deletes one entry or item of several, and a comma.
func removeFromFlow(c *Node, i int) []Edit {
	text := c.Span.File.Text
	start, end := childStart(c, i), c.childEnd(i)
	first, ownLine := indentStart(text, start)
	if comma := skipSpace(text, end); text[comma] == ',' {
		if stop, next, ok := lineRest(text, comma+1); ok && stop < next && ownLine {
			return c.edit(first, next, "")
		}
		if end = skipBlanks(text, comma+1); text[end] == '#' {
			end = comma + 1 // a comment keeps its space
		}
		if text[end] == '\n' || text[end] == '\r' {
			start = first // no blanks at the end of a line
		}
		return c.edit(start, end, "")
	}
	// The last one goes with the comma before it.
	before := c.childEnd(i - 1)
	comma := skipSpace(text, before)
	if stop, next, ok := lineRest(text, end); ok && stop < next && ownLine && comma < first {
		return append(c.edit(comma, comma+1, ""), c.edit(first, next, "")...)
	}
	return c.edit(before, end, "")
}

// childStart is where the i-th entry or item of a collection starts: with its dash, question mark, anchor or tag.
func childStart(c *Node, i int) int {
	text := c.Span.File.Text
	switch {
	case i > 0:
		at := skipSpace(text, c.childEnd(i-1))
		if c.Style == Flow {
			at = skipSpace(text, at+1)
		}
		return at
	case c.Style == Flow:
		return skipSpace(text, c.Span.Start+1)
	}
	return c.Span.Start
}

// skipBlankLines is the start of the first line from i on that is not blank.
func skipBlankLines(text []byte, i int) int {
	for i < len(text) {
		end, next, ok := lineRest(text, i)
		if !ok || skipBlanks(text, i) != end {
			break
		}
		i = next
	}
	return i
}

// breakBefore is the line break that ends before i.
func breakBefore(text []byte, i int) []byte {
	for _, ending := range []string{"\r\n", "\n", "\r"} {
		if bytes.HasSuffix(text[:i], []byte(ending)) {
			return text[i-len(ending) : i]
		}
	}
	return nil
}

// childHoldsAnchor tells whether an anchor is defined within the i-th entry or item.
func childHoldsAnchor(c *Node, i int) bool {
	if c.Kind == Sequence {
		return holdsAnchor(nil, c.Items[i:i+1])
	}
	return holdsAnchor(c.Entries[i:i+1], nil)
}

// holdsAnchor tells whether an anchor is defined within any of the entries and items: aliases elsewhere may need it.
func holdsAnchor(entries []Entry, items []*Node) bool {
	for _, e := range entries {
		if holdsAnchor(nil, []*Node{e.Key, e.Value}) {
			return true
		}
	}
	for _, n := range items {
		if n.Anchor != "" || holdsAnchor(n.Entries, n.Items) {
			return true
		}
	}
	return false
}
