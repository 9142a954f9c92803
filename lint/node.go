package lint

import (
	"iter"
	"slices"
)

// Node is one node of a YAML or JSON tree, with its exact place.
type Node struct {
	Kind   NodeKind
	Style  Style
	Tag    string // an explicit tag, the standard ones in their short form ("!!str", "!reset"), or empty
	Value  string // a scalar's content; an alias' anchor name
	Anchor string // without the &
	// Span is the node's text without anchor and tag, from its first to its last character; quotes and block scalar headers are part of it.
	Span    Span
	Entries []Entry // of a mapping, in the order of the file, duplicates included
	Items   []*Node // of a sequence
	Target  *Node   // of an alias: the anchored node
	Parent  *Node   // the mapping or sequence it is written in, or nil
	// Origin is set of a collection that was put together from several: the one of them in which what is missing would stand.
	// Such a collection is written nowhere; what it holds is.
	Origin *Node
}

// written is the node itself or, where it was put together, the one in whose place it stands.
func (n *Node) written() *Node {
	for n != nil && n.Origin != nil {
		n = n.Origin
	}
	return n
}

// isHop tells whether the node only leads to another one, over a hop that is no alias of the file's own.
func (n *Node) isHop() bool { return n.Kind == Alias && n.Parent == nil }

// standing is the node that is written where n stands.
func (n *Node) standing() *Node {
	for hops := 0; n != nil && n.isHop() && hops < maxHops; hops++ {
		n = n.Target
	}
	return n.written()
}

// Entry is one key of a mapping with its value.
type Entry struct{ Key, Value *Node }

// Span covers key and value.
func (e Entry) Span() Span { return e.Key.Span.Join(e.Value.Span) }

// NodeKind is what a node is.
type NodeKind uint8

const (
	Scalar NodeKind = iota
	Mapping
	Sequence
	Alias
)

// Style is how a node is written.
type Style uint8

const (
	Plain Style = iota // a scalar without quotes
	SingleQuoted
	DoubleQuoted
	Literal // |
	Folded  // >
	Block   // a collection by indentation
	Flow    // a collection in brackets
)

// IsNull tells whether the node is an empty or null plain scalar.
func (n *Node) IsNull() bool {
	if n.Kind != Scalar || n.Style != Plain || n.Tag == "!!str" {
		return false
	}
	switch n.Value {
	case "", "~", "null", "Null", "NULL":
		return true
	}
	return false
}

// maxHops bounds the aliases and merges that a look-up follows.
const maxHops = 64

// Resolve follows aliases to the node that is meant, and tells the spans of those aliases, nearest first.
func (n *Node) Resolve() (*Node, []Span) {
	var via, outer []Span
	for hops := 0; n != nil && n.Kind == Alias && hops < maxHops; hops++ {
		if n.isHop() {
			outer = append(outer, n.Span)
		} else {
			via = append(via, n.Span)
		}
		n = n.Target
	}
	slices.Reverse(outer) // the nearest stands innermost
	return n, append(via, outer...)
}

// Field is a node together with how it was reached, or the place where it would stand.
type Field struct {
	Node  *Node    // the node, aliases resolved; nil if there is none
	Key   *Node    // its key, nil for an item of a sequence and a root
	Via   []Span   // the aliases and merge keys that led to it, nearest first
	owner *Node    // the innermost collection that exists on the way to it, aliases resolved
	own   *Node    // the node as it stands in its owner: an alias itself
	path  []string // the keys below the owner that are missing on the way to it
	name  string   // its own key, if it is missing
	head  Span     // where its absence is reported
	order Order    // of the keys of the owner or, where the node exists, of its own

	obscured bool // something on the way to it is no mapping
}

// Root makes a Field of a tree's root.
func Root(n *Node) Field {
	n, via := n.Resolve()
	f := Field{Node: n, Via: via, owner: n}
	if n != nil {
		f.head = headOf(n, Span{})
	}
	return f
}

// Exists tells whether there is a node that says something: null counts as absent, as Kubernetes and compose have it.
func (f Field) Exists() bool { return f.Node != nil && !f.Node.IsNull() }

// Get is the entry of a key: written in the mapping itself or, failing that, brought by a merge key.
// Of an absent or non-mapping field every entry is absent.
func (f Field) Get(key string) Field {
	if f.Node != nil && f.Node.Kind == Mapping {
		if e, via, ok := lookup(f.Node, key, nil); ok {
			return f.entry(e, via)
		}
		return Field{Via: f.Via, owner: f.Node.written(), name: key, head: f.head, order: f.order}
	}
	missing := Field{Via: f.Via, owner: f.owner, path: f.pathToSelf(), name: key, head: f.head, obscured: f.obscured || f.Exists()}
	if f.Node == nil {
		missing.order = f.order
	}
	return missing
}

// entry is the field of one of the mapping's entries, reached over the hops of merge keys.
func (f Field) entry(e Entry, via []Span) Field {
	node, aliases := e.Value.Resolve()
	hops := append(append([]Span(nil), aliases...), via...)
	return Field{Node: node, Key: e.Key, Via: append(hops, f.Via...), owner: e.Key.Parent, own: e.Value, head: headOf(node, e.Key.Span)}
}

// Obscured tells whether the field's absence proves nothing: something else stands where a mapping on the way to it belongs.
func (f Field) Obscured() bool { return f.obscured }

// pathToSelf is the keys that are missing below the owner to reach the field: its own key where it exists but is no mapping.
func (f Field) pathToSelf() []string {
	if f.Node != nil && f.Key != nil {
		return []string{f.Key.Value}
	}
	if f.name == "" {
		return f.path
	}
	return append(f.path[:len(f.path):len(f.path)], f.name)
}

// lookup finds a key in a mapping: the last of duplicates, then the merge keys' mappings in their order.
// Those that were seen are not searched again: a few merge keys of merge keys can name a mapping billions of times.
func lookup(n *Node, key string, seen map[*Node]bool) (Entry, []Span, bool) {
	for i := len(n.Entries) - 1; i >= 0; i-- {
		if n.Entries[i].Key.Value == key && n.Entries[i].Key.Kind == Scalar {
			return n.Entries[i], nil, true
		}
	}
	if len(seen) >= maxHops {
		return Entry{}, nil, false
	}
	for _, e := range n.Entries {
		if !e.IsMerge() {
			continue
		}
		for mapping, via := range e.merged() {
			if seen == nil {
				seen = map[*Node]bool{n: true}
			}
			if seen[mapping] {
				continue
			}
			seen[mapping] = true
			if found, deeper, ok := lookup(mapping, key, seen); ok {
				return found, append(deeper, via...), true
			}
		}
	}
	return Entry{}, nil, false
}

// Keys is the keys that are written in a mapping itself, merge keys aside, in the order of the file.
func (n *Node) Keys() []*Node {
	var keys []*Node
	for _, e := range n.Entries {
		if e.Key.Kind == Scalar && !e.IsMerge() {
			keys = append(keys, e.Key)
		}
	}
	return keys
}

// IsMerge tells whether the entry is a merge key: a plain << without another tag.
func (e Entry) IsMerge() bool {
	return e.Key.Kind == Scalar && e.Key.Value == "<<" && (e.Key.Tag == "!!merge" || e.Key.Tag == "" && e.Key.Style == Plain)
}

// merged is the mappings that a merge key brings, in their order, with the hops to each, nearest first.
func (e Entry) merged() iter.Seq2[*Node, []Span] {
	return func(yield func(*Node, []Span) bool) {
		sources := []*Node{e.Value}
		list, outer := e.Value.Resolve()
		if list != nil && list.Kind == Sequence {
			sources = list.Items
		} else {
			outer = nil // the one source is the value itself
		}
		for _, source := range sources {
			mapping, via := source.Resolve()
			if mapping == nil || mapping.Kind != Mapping {
				continue
			}
			if via = append(via, outer...); len(via) == 0 {
				via = []Span{e.Key.Span}
			}
			if !yield(mapping, via) {
				return
			}
		}
	}
}

// Entries is a mapping's entries, those of merge keys included, each key once and in the order of the file.
// It costs one walk, where a Get for each key would cost as many as there are keys.
func (f Field) Entries() []Field {
	if f.Node == nil || f.Node.Kind != Mapping {
		return nil
	}
	fields := make([]Field, 0, len(f.Node.Entries))
	winners := make(map[string]*Node, len(f.Node.Entries)) // of each name, the key that counts
	visited := map[*Node]bool{}
	var walk func(n *Node, via []Span)
	walk = func(n *Node, via []Span) {
		if visited[n] || len(via) > maxHops {
			return
		}
		visited[n] = true
		for _, e := range n.Entries {
			winner, taken := winners[e.Key.Value]
			if e.Key.Kind == Scalar && !e.IsMerge() && (!taken || winner.Parent == n) {
				winners[e.Key.Value] = e.Key
			}
		}
		for _, e := range n.Entries {
			if e.IsMerge() {
				for mapping, hops := range e.merged() {
					walk(mapping, append(hops, via...))
				}
			} else if winners[e.Key.Value] == e.Key {
				fields = append(fields, f.entry(e, via))
			}
		}
	}
	walk(f.Node, nil)
	return fields
}

// Keys is the names of a mapping's entries, those of merge keys included, each once and in the order of the file.
func (f Field) Keys() []string {
	var keys []string
	for _, entry := range f.Entries() {
		keys = append(keys, entry.Key.Value)
	}
	return keys
}

// Items is a sequence's items; none of anything else.
func (f Field) Items() []Field {
	if f.Node == nil || f.Node.Kind != Sequence {
		return nil
	}
	items := make([]Field, 0, len(f.Node.Items))
	for _, item := range f.Node.Items {
		node, via := item.Resolve()
		items = append(items, Field{Node: node, Via: append(via, f.Via...), owner: f.Node, own: item, head: headOf(node, Span{})})
	}
	return items
}

// Reached is a node that leads to the field's over the same hops: for a collection that is put together from several.
func (f Field) Reached() *Node {
	n := f.own
	if n == nil {
		n = f.Node
	}
	_, aliases := n.Resolve()
	for i := len(aliases); i < min(len(f.Via), maxHops/2); i++ {
		n = &Node{Kind: Alias, Span: f.Via[i], Target: n}
	}
	return n
}

// Head is where the absence of something within the field is reported: its key, or its own head where it has none.
func (f Field) Head() Span { return f.head }

// Where is the node's text, or where its absence shows.
func (f Field) Where() (Span, []Span) {
	if f.Node == nil {
		return f.head, f.Via
	}
	return f.Node.Span, f.Via
}

// Absent tells whether the entry is not written or null.
func (f Field) Absent() bool { return !f.Exists() }

// EntrySpan covers the key and the value; an item's alone where it has no key.
func (f Field) EntrySpan() Span {
	switch {
	case f.Node == nil:
		return Span{}
	case f.Key == nil:
		return f.Node.Span
	case f.Key.Span.File != f.Node.Span.File || f.Node.Span.Start < f.Key.Span.Start || f.Key.Parent != f.Node.Parent:
		return f.Key.Span // the value is an alias' target elsewhere
	}
	return f.Key.Span.Join(f.Node.Span)
}

// Locate makes a value of the field: v with the state, and the field's places.
func Locate[T comparable](f Field, v T, state State) Val[T] {
	val := Val[T]{V: v, State: state, Via: f.Via, At: f.Slot()}
	if f.Exists() {
		val.Value, val.Entry = f.Node.Span, f.EntrySpan()
	}
	return val
}

// headOf is where absence within a node is reported: its key, else the entry "name" of a mapping, else its first key.
func headOf(n *Node, key Span) Span {
	if !key.IsZero() || n == nil {
		return key
	}
	if n.Kind != Mapping || len(n.Entries) == 0 {
		return n.Span
	}
	for _, e := range n.Entries {
		if e.Key.Value == "name" && e.Value.Kind == Scalar {
			return e.Span()
		}
	}
	return n.Entries[0].Key.Span
}
