package yamltree

import (
	"fmt"
	"slices"

	"go.yaml.in/yaml/v4"

	"github.com/stridelint/stridelint/lint"
)

// builder turns the library's tree, which knows where nodes start, into a tree of lint.Node, which knows where they end too.
type builder struct {
	*source
	nodes    []lint.Node // where the tree's nodes are taken from
	entries  []lint.Entry
	items    []*lint.Node
	anchors  map[*yaml.Node]*anchor
	problems []*lint.Problem
	fatal    bool // the tree must not be used
	size     int  // how many nodes there are so far, those that aliases repeat included
}

// anchor is an anchored node.
type anchor struct {
	node *lint.Node
	size int // as of builder; 0 within the node itself
}

// build makes the tree.
func build(src *source, root *yaml.Node) (*lint.Node, []*lint.Problem) {
	b := &builder{source: src}
	var n census
	n.count(root)
	b.nodes, b.entries, b.items = make([]lint.Node, 0, n.nodes), make([]lint.Entry, 0, n.entries), make([]*lint.Node, 0, n.items)
	tree := b.node(root, nil)
	if b.fatal {
		tree = nil
	}
	// Those of a mapping are found once its children are read.
	slices.SortStableFunc(b.problems, func(p, q *lint.Problem) int { return p.Span.Start - q.Span.Start })
	return tree, b.problems
}

// census is how many of each a tree has. Taking them from one allocation each costs half of one allocation a node.
type census struct{ nodes, entries, items int }

func (c *census) count(n *yaml.Node) {
	c.nodes++
	switch n.Kind {
	case yaml.MappingNode:
		c.entries += len(n.Content) / 2
	case yaml.SequenceNode:
		c.items += len(n.Content)
	}
	for _, child := range n.Content {
		c.count(child)
	}
}

// node makes a node with all below it.
func (b *builder) node(y *yaml.Node, parent *lint.Node) *lint.Node {
	b.nodes = b.nodes[:len(b.nodes)+1]
	n := &b.nodes[len(b.nodes)-1]
	n.Value, n.Parent = y.Value, parent
	b.size++
	if hasTag(y) {
		n.Tag = y.Tag
	}
	if y.Anchor != "" {
		n.Anchor = y.Anchor
		a := &anchor{node: n}
		if b.anchors == nil {
			b.anchors = map[*yaml.Node]*anchor{}
		}
		b.anchors[y] = a
		before := b.size - 1
		defer func() { a.size = b.size - before }()
	}
	start := b.startOf(y)
	n.Span = lint.Span{File: b.file, Start: start, End: start}
	switch y.Kind {
	case yaml.ScalarNode:
		n.Style = scalarStyle(y)
		n.Span.End = b.scalarEnd(n)
	case yaml.AliasNode:
		n.Kind = lint.Alias
		n.Span.End = min(start+len("*")+len(y.Value), b.end)
		b.alias(y, n)
	case yaml.SequenceNode:
		n.Kind, n.Style = lint.Sequence, collectionStyle(y)
		b.sequence(y, n)
	case yaml.MappingNode:
		n.Kind, n.Style = lint.Mapping, collectionStyle(y)
		b.mapping(y, n)
	}
	return n
}

// alias leads to the anchored node. One that would stand within itself, or repeat too much, makes a tree that nobody can walk;
// the tools that read such files refuse it too.
func (b *builder) alias(y *yaml.Node, n *lint.Node) {
	a := b.anchors[y.Alias]
	switch {
	case a == nil:
		b.fail(n, "the alias names no anchor")
		return
	case a.size == 0:
		b.fail(n, "the alias stands within the node that it repeats")
	case b.size <= maxNodes && b.size+a.size > maxNodes:
		b.fail(n, fmt.Sprintf("aliases make the document larger than %d nodes", maxNodes))
	}
	n.Target = a.node
	b.size = min(b.size+a.size, maxNodes+1)
}

func (b *builder) sequence(y *yaml.Node, n *lint.Node) {
	first := len(b.items)
	b.items = b.items[:first+len(y.Content)]
	n.Items = b.items[first:len(b.items):len(b.items)]
	for i, item := range y.Content {
		n.Items[i] = b.node(item, n)
		n.Span.End = n.Items[i].Span.End
	}
	if n.Style == lint.Flow {
		b.close(n, '[', ']')
	}
}

func (b *builder) mapping(y *yaml.Node, n *lint.Node) {
	first := len(b.entries)
	b.entries = b.entries[:first+len(y.Content)/2]
	n.Entries = b.entries[first:len(b.entries):len(b.entries)]
	for i := range n.Entries {
		key, value := y.Content[2*i], y.Content[2*i+1]
		e := lint.Entry{Key: b.node(key, n), Value: b.node(value, n)}
		if isEmpty(value) && !hasProperties(value) {
			at := b.emptyValue(n, e)
			e.Value.Span.Start, e.Value.Span.End = at, at
		}
		n.Entries[i] = e
		n.Span.End = e.Value.Span.End
	}
	// A pair within brackets, [a: b], is a mapping without brackets of its own, and starts where its key does.
	pair := len(y.Content) == 2 && y.Content[0].Line == y.Line && y.Content[0].Column == y.Column
	if n.Style == lint.Flow && !pair {
		b.close(n, '{', '}')
	}
	b.checkDuplicates(n)
}

// checkDuplicates reports keys that stand in the mapping before. Merge keys may.
func (b *builder) checkDuplicates(n *lint.Node) {
	const few = 16 // up to here comparing each with each is cheaper than a map
	var seen map[string]bool
	if len(n.Entries) > few {
		seen = make(map[string]bool, len(n.Entries))
	}
	for i, e := range n.Entries {
		if e.Key.Kind != lint.Scalar || e.IsMerge() {
			continue
		}
		duplicate := seen[e.Key.Value]
		if seen != nil {
			seen[e.Key.Value] = true
		} else {
			for _, earlier := range n.Entries[:i] {
				duplicate = duplicate || earlier.Key.Value == e.Key.Value && earlier.Key.Kind == lint.Scalar
			}
		}
		if duplicate {
			b.problems = append(b.problems, &lint.Problem{Span: e.Key.Span, Message: fmt.Sprintf("duplicate key %q", shorten(e.Key.Value))})
		}
	}
}

// fail notes what makes the tree unusable.
func (b *builder) fail(n *lint.Node, message string) {
	b.fatal = true
	b.problems = append(b.problems, &lint.Problem{Span: n.Span, Message: message})
}

// isEmpty tells whether the node is a scalar of which nothing is written.
func isEmpty(y *yaml.Node) bool {
	return y.Kind == yaml.ScalarNode && y.Value == "" && y.Style&^yaml.TaggedStyle == 0
}

// hasTag tells whether a tag is written: the library gives every node one.
func hasTag(y *yaml.Node) bool { return y.Style&yaml.TaggedStyle != 0 || y.Tag == "!" }

func hasProperties(y *yaml.Node) bool { return y.Anchor != "" || hasTag(y) }

func scalarStyle(y *yaml.Node) lint.Style {
	switch {
	case y.Style&yaml.DoubleQuotedStyle != 0:
		return lint.DoubleQuoted
	case y.Style&yaml.SingleQuotedStyle != 0:
		return lint.SingleQuoted
	case y.Style&yaml.LiteralStyle != 0:
		return lint.Literal
	case y.Style&yaml.FoldedStyle != 0:
		return lint.Folded
	}
	return lint.Plain
}

func collectionStyle(y *yaml.Node) lint.Style {
	if y.Style&yaml.FlowStyle != 0 {
		return lint.Flow
	}
	return lint.Block
}
