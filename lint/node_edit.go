package lint

import (
	"bytes"
	"slices"
	"sort"
	"unicode/utf8"
)

// Slot is where the field stands or would stand. What an alias or a merge key brings is edited where it is written.
func (f Field) Slot() Slot {
	if f.Node != nil {
		return nodeSlot{node: f.Node, key: f.Key, own: f.own}
	}
	return gapSlot{owner: f.owner, path: f.path, name: f.name, head: f.head, order: f.order}
}

// nodeSlot edits a node of a YAML or JSON tree in the file's own style.
type nodeSlot struct{ node, key, own *Node }

// Head is where absence within the node is reported.
func (s nodeSlot) Head() Span {
	if s.key != nil {
		return s.key.Span
	}
	return headOf(s.node, Span{})
}

// Put writes another value.
func (s nodeSlot) Put(value string) []Edit { return replaceNode(s.node.written(), value) }

// Remove deletes the entry. There are no edits where another entry of the same key would take its place, or where an anchor
// would go that aliases may need.
func (s nodeSlot) Remove() []Edit {
	own := s.own.standing()
	if own == nil || own.Parent == nil {
		return nil
	}
	if s.key != nil {
		same := 0
		for _, e := range own.Parent.Entries {
			if e.Key.Kind == Scalar && e.Key.Value == s.key.Value {
				same++
			}
		}
		if same > 1 {
			return nil
		}
	}
	return removeChild(own.Parent, childIndex(own))
}

// gapSlot is where an entry of a name would stand: at the end of a path of keys that its owner lacks.
type gapSlot struct {
	owner *Node
	path  []string
	name  string
	head  Span
	order Order
}

// Head is where the entry's absence is reported.
func (s gapSlot) Head() Span { return s.head }

// Put writes the entry. There are no edits where something else than a mapping is in the way.
func (s gapSlot) Put(value string) []Edit {
	if s.owner == nil || s.owner.Kind != Mapping || s.name == "" {
		return nil
	}
	return insertEntry(s.owner, s.order, append(s.path[:len(s.path):len(s.path)], s.name), value)
}

// Remove has nothing to delete.
func (gapSlot) Remove() []Edit { return nil }

// NewItem is where an item would stand that the field's sequence does not have, whether the sequence is there or not.
func (f Field) NewItem() Slot { return itemSlot{f.Slot(), f.Node} }

// itemSlot adds an item to a sequence.
type itemSlot struct {
	Slot
	sequence *Node
}

// Put adds the item.
func (s itemSlot) Put(value string) []Edit {
	if n := s.sequence; n != nil && n.Kind == Sequence && n.childCount() > 0 {
		return appendItem(n.written(), value)
	}
	return s.Slot.Put("[" + spellKey(value) + "]")
}

// Remove makes no edits: there is nothing.
func (s itemSlot) Remove() []Edit { return nil }

// childIndex is which of its parent's entries or items a node belongs to.
func childIndex(n *Node) int {
	entries, items := n.Parent.Entries, n.Parent.Items
	belongs := func(e Entry) bool { return e.Value == n || e.Key == n }
	// They stand in the order of the file, but for a few of which nothing is written.
	if i := sort.Search(len(entries), func(i int) bool { return entries[i].Key.Span.Start > n.Span.Start }); i > 0 && belongs(entries[i-1]) {
		return i - 1
	}
	if i := sort.Search(len(items), func(i int) bool { return items[i].Span.Start > n.Span.Start }); i > 0 && items[i-1] == n {
		return i - 1
	}
	if i := slices.IndexFunc(entries, belongs); i >= 0 {
		return i
	}
	return slices.Index(items, n)
}

// isValue tells whether the node is an entry's value.
func (n *Node) isValue() bool {
	if n.Parent == nil || n.Parent.Kind != Mapping {
		return false
	}
	i := childIndex(n)
	return i >= 0 && n.Parent.Entries[i].Value == n
}

// childCount is how many entries or items a collection has.
func (n *Node) childCount() int { return len(n.Entries) + len(n.Items) }

// childEnd is where the i-th entry or item of a collection ends.
func (n *Node) childEnd(i int) int {
	if n.Kind == Sequence {
		return n.Items[i].Span.End
	}
	return max(n.Entries[i].Key.Span.End, n.Entries[i].Value.Span.End)
}

// hasProperties tells whether an anchor or a tag is written before the node.
func (n *Node) hasProperties() bool { return n.Anchor != "" || n.Tag != "" }

// isBlockScalar tells whether the node is a scalar by indentation.
func (n *Node) isBlockScalar() bool { return n.Style == Literal || n.Style == Folded }

// lastLeaf is the node that is written last within a node of a block.
func (n *Node) lastLeaf() *Node {
	for n.Style == Block && n.childCount() > 0 {
		n = n.lastOfChild(n.childCount() - 1)
	}
	return n
}

// lastOfChild is the node that is written last of the i-th entry or item: a key if it has no value.
func (n *Node) lastOfChild(i int) *Node {
	if n.Kind == Sequence {
		return n.Items[i]
	}
	if e := n.Entries[i]; e.Value.Span.End > e.Key.Span.End {
		return e.Value
	}
	return n.Entries[i].Key
}

// root is the top of the node's tree.
func (n *Node) root() *Node {
	for n.Parent != nil {
		n = n.Parent
	}
	return n
}

// isJSON tells whether the node's tree is written as JSON: in brackets throughout, keys in double quotes.
func (n *Node) isJSON() bool {
	top := n.root()
	for top.Style == Flow {
		switch {
		case len(top.Entries) > 0:
			return top.Entries[0].Key.Style == DoubleQuoted
		case len(top.Items) == 0:
			return true
		}
		top = top.Items[0]
	}
	return false
}

// column is how many characters stand before a block on its line.
func (n *Node) column() int {
	line := n.Span.File.Text[:n.Span.Start]
	line = line[bytes.LastIndexAny(line, "\r\n")+1:]
	if len(line) == n.Span.Start {
		line = bytes.TrimPrefix(line, byteOrderMark)
	}
	return utf8.RuneCount(line)
}

// edit is one new text for a stretch of the node's file.
func (n *Node) edit(start, end int, text string) []Edit {
	return []Edit{{Span: Span{File: n.Span.File, Start: start, End: end}, Text: text}}
}

// indentStart is where the blanks before i start, and whether a line starts there.
func indentStart(text []byte, i int) (int, bool) {
	for i > 0 && (text[i-1] == ' ' || text[i-1] == '\t') {
		i--
	}
	starts := i == 0 || text[i-1] == '\n' || text[i-1] == '\r' || bytes.Equal(text[:i], byteOrderMark)
	return i, starts
}

// skipBlanks is the place of the first character from i on that is no space or tab.
func skipBlanks(text []byte, i int) int {
	for i < len(text) && (text[i] == ' ' || text[i] == '\t') {
		i++
	}
	return i
}

// skipSpace is the place of the first character from i on that is no white space and not in a comment.
func skipSpace(text []byte, i int) int {
	for i < len(text) {
		switch text[i] {
		case ' ', '\t', '\r', '\n':
			i++
		case '#':
			for i < len(text) && text[i] != '\r' && text[i] != '\n' {
				i++
			}
		default:
			return i
		}
	}
	return i
}

// lineRest is where the line break behind i stands, and where the next line starts; both are the text's end on its last line.
// Not ok where something else than blanks and a comment comes first.
func lineRest(text []byte, i int) (end, next int, ok bool) {
	end = skipBlanks(text, i)
	if end < len(text) && text[end] == '#' && end > i {
		for end < len(text) && text[end] != '\n' && text[end] != '\r' {
			end++
		}
		// YAML 1.1 ends a comment at other line breaks too.
		for _, other := range []string{"\u0085", "\u2028", "\u2029"} {
			if bytes.Contains(text[i:end], []byte(other)) {
				return 0, 0, false
			}
		}
	}
	switch {
	case end == len(text):
		return end, end, true
	case bytes.HasPrefix(text[end:], []byte("\r\n")):
		return end, end + 2, true
	case text[end] == '\n' || text[end] == '\r':
		return end, end + 1, true
	}
	return 0, 0, false
}
