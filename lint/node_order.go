package lint

import (
	"bytes"
	"sort"
	"strings"
)

// Order compares two keys of a mapping by where they belong in it, as cmp.Compare does.
type Order func(a, b string) int

// Ordered is the field, whose keys belong in an order: what it lacks stands where the order has it.
func (f Field) Ordered(order Order) Field {
	f.order = order
	return f
}

// InOrder is the indexes of those items that stand in order among each other: the most that do, and of as many those that end lowest.
// All others have to move to bring the items in order.
func InOrder[T any](items []T, compare func(a, b T) int) []int {
	var ends []int                    // of the runs of each length that is found so far, the last item of the one that ends lowest
	before := make([]int, len(items)) // which item stands before each in its run
	for i, item := range items {
		length := sort.Search(len(ends), func(n int) bool { return compare(items[ends[n]], item) > 0 })
		if length > 0 {
			before[i] = ends[length-1]
		}
		if length == len(ends) {
			ends = append(ends, 0)
		}
		ends[length] = i
	}
	for n := len(ends) - 2; n >= 0; n-- {
		ends[n] = before[ends[n+1]]
	}
	return ends
}

// place is before which of a mapping's entries a missing one belongs: the first that comes after it, of those that are in order.
// So no other has to move for it.
func (o Order) place(m *Node, name string) int {
	if o == nil {
		return len(m.Entries)
	}
	keys := m.Keys()
	for _, i := range InOrder(keys, func(a, b *Node) int { return o(a.Value, b.Value) }) {
		if o(name, keys[i].Value) < 0 {
			return childIndex(keys[i])
		}
	}
	return len(m.Entries)
}

// insertBefore adds an entry before the i-th one of a mapping that has it, and before the comments right above that.
func insertBefore(m *Node, i int, path []string, text string) []Edit {
	file := m.Span.File.Text
	start := childStart(m, i)
	if m.Style == Flow {
		space := " "
		if indent, starts := indentStart(file, start); starts {
			space = lineBreak(file, start) + string(file[indent:start])
		}
		return m.edit(start, start, flowEntry(m, path, text)+","+space)
	}
	column := m.column()
	if i > 0 {
		start = aboveComments(file, start, m.childEnd(i-1))
	} else if m.isValue() {
		start = aboveComments(file, start, m.Parent.Entries[childIndex(m)].Key.Span.End)
	}
	entry := strings.TrimLeft(blockEntry(m, path, text, column), " ")
	return m.edit(start, start, entry+lineBreak(file, start)+strings.Repeat(" ", column))
}

// aboveComments is where the comments start that stand right above a line, at its column, and behind a place; without any, where the
// line starts itself.
func aboveComments(text []byte, start, after int) int {
	indent, starts := indentStart(text, start)
	if !starts {
		return start
	}
	column := start - indent
	for {
		end := indent - len(breakBefore(text, indent))
		line := bytes.LastIndexAny(text[:end], "\r\n") + 1
		if end == indent || line < after || skipBlanks(text, line)-line != column || text[line+column] != '#' {
			return start
		}
		indent, start = line, line+column
	}
}
