package compose

import (
	"slices"

	"github.com/stridelint/stridelint/lint"
)

// merger lays one tree over another, as compose does: mappings are joined, lists are put behind each other, anything else is replaced.
// The trees stay as they are; the result leads to their nodes. What may stand only once in a list is told when the list is read.
// https://github.com/compose-spec/compose-spec/blob/main/13-merge.md
type merger struct {
	*loader
	// override tells that it is a file that is laid over another: what is missing would stand in that one, and its services are the
	// hop over which the other takes effect. Otherwise what is missing would stand in the tree that is laid over.
	override bool
}

// rule is how values of a path are merged, if not as those of their kind are.
type rule uint8

const (
	replaced rule = iota + 1 // as a whole
	pairs                    // names with values: a mapping, or a list of NAME=value
	listed                   // a list, or its one item alone
	built                    // a build, or its context alone
)

// rules is the paths whose values are not merged as others are, of what is read of a project.
var rules = map[string]rule{
	"services.*.command":                   replaced,
	"services.*.entrypoint":                replaced,
	"services.*.healthcheck.test":          replaced,
	"services.*.build.args":                pairs,
	"services.*.build.additional_contexts": pairs,
	"services.*.environment":               pairs,
	"services.*.labels":                    pairs,
	"services.*.networks":                  pairs,
	"services.*.sysctls":                   pairs,
	"services.*.env_file":                  listed,
	"services.*.tmpfs":                     listed,
	"services.*.build":                     built,
}

// below is the path of a key's value. Services are all alike.
func below(path, key string) string {
	switch path {
	case "":
		return key
	case "services":
		return "services.*"
	}
	return path + "." + key
}

// merger merges for the project: a file that is laid over another, or what is extended and included.
func (l *loader) merger(override bool) merger { return merger{l, override} }

// mapping lays a mapping over another.
func (m merger) mapping(path string, base, over lint.Field) *lint.Node {
	laid := map[string]lint.Field{}
	overs := over.Entries()
	m.merged += len(overs)
	for _, e := range overs {
		laid[e.Key.Value] = e
	}
	merged := m.collection(lint.Mapping, base, over)
	bases := base.Entries()
	m.merged += len(bases)
	for _, e := range bases {
		entry := lint.Entry{Key: e.Key, Value: e.Reached()}
		if o, both := laid[e.Key.Value]; both {
			delete(laid, e.Key.Value)
			entry = m.entry(below(path, e.Key.Value), e, o, rules[path] == pairs)
		}
		merged.Entries = append(merged.Entries, entry)
	}
	for _, e := range overs {
		if _, left := laid[e.Key.Value]; left {
			merged.Entries = append(merged.Entries, lint.Entry{Key: e.Key, Value: e.Reached()})
		}
	}
	return merged
}

// collection is an empty collection in the place of the one in which what is missing would stand.
func (m merger) collection(kind lint.NodeKind, base, over lint.Field) *lint.Node {
	if m.override {
		return inPlaceOf(base.Node, kind)
	}
	return inPlaceOf(over.Node, kind)
}

// inPlaceOf is an empty collection in the place of a node that is written.
func inPlaceOf(home *lint.Node, kind lint.NodeKind) *lint.Node {
	return &lint.Node{Kind: kind, Style: home.Style, Span: home.Span, Parent: home.Parent, Origin: home}
}

// entry merges one that both mappings have. In a pair, null is a value too.
func (m merger) entry(path string, base, over lint.Field, isPair bool) lint.Entry {
	if path == "services.*" && m.override {
		over.Via = append(slices.Clip(over.Via), base.Key.Span)
	}
	rule := rules[path]
	switch {
	case m.isExhausted(), isReset(over), isReset(base):
		return lint.Entry{Key: over.Key, Value: over.Reached()}
	case over.Node == nil || over.Node.IsNull() && rule != replaced && !isPair:
		return lint.Entry{Key: base.Key, Value: base.Reached()}
	case !base.Exists(), takesPlace(over), rule == replaced:
		return lint.Entry{Key: over.Key, Value: over.Reached()}
	}
	key := over.Key
	if m.override {
		key = base.Key
	}
	if value := m.collections(path, rule, base, over); value != nil {
		return lint.Entry{Key: key, Value: value}
	}
	return lint.Entry{Key: over.Key, Value: over.Reached()}
}

// collections merges two collections; nil if they cannot be.
func (m merger) collections(path string, rule rule, base, over lint.Field) *lint.Node {
	one, other := base.Node.Kind, over.Node.Kind
	switch {
	case rule == built:
		return m.mapping(path, contextAlone(base), contextAlone(over))
	case rule == pairs && !slices.ContainsFunc(over.Entries(), isReset), rule == listed, one == lint.Sequence && other == lint.Sequence:
		return m.sequence(base, over, rule == pairs)
	case one == lint.Mapping && other == lint.Mapping:
		return m.mapping(path, base, over)
	}
	return nil
}

// sequence puts the items of one list behind those of another, but for those that are there already. Of names with values,
// the last counts.
func (m merger) sequence(base, over lint.Field, arePairs bool) *lint.Node {
	merged := m.collection(lint.Sequence, base, over)
	seen := map[string]bool{}
	for _, list := range []lint.Field{base, over} {
		for _, item := range listItems(list) {
			if n, _ := item.Resolve(); n != nil && n.Kind == lint.Scalar && !arePairs {
				if seen[n.Value] {
					continue
				}
				seen[n.Value] = true
			}
			m.merged++
			merged.Items = append(merged.Items, item)
		}
	}
	return merged
}

// listItems is the items of a list; of names with values in a mapping, one mapping each; of anything else, itself.
func listItems(f lint.Field) []*lint.Node {
	var items []*lint.Node
	switch f.Node.Kind {
	case lint.Sequence:
		for _, item := range f.Items() {
			items = append(items, item.Reached())
		}
	case lint.Mapping:
		for _, e := range f.Entries() {
			if isReset(e) {
				continue
			}
			pair := lint.Entry{Key: e.Key, Value: e.Reached()}
			items = append(items, &lint.Node{Kind: lint.Mapping, Style: lint.Flow, Span: e.EntrySpan(), Entries: []lint.Entry{pair}, Origin: f.Node})
		}
	default:
		items = append(items, f.Reached())
	}
	return items
}

// contextAlone makes a mapping of a build that is its context alone.
func contextAlone(f lint.Field) lint.Field {
	if f.Node.Kind != lint.Scalar {
		return f
	}
	key := &lint.Node{Value: "context", Span: f.Node.Span, Parent: f.Node.Parent}
	build := &lint.Node{Kind: lint.Mapping, Span: f.Node.Span, Parent: f.Node.Parent, Entries: []lint.Entry{{Key: key, Value: f.Reached()}}, Origin: f.Node}
	return lint.Field{Node: build, Key: f.Key}
}

// isReset tells whether an entry takes away what it is laid over.
func isReset(f lint.Field) bool { return f.Node != nil && f.Node.Tag == "!reset" }

// takesPlace tells whether an entry takes the place of what it is laid over as a whole.
func takesPlace(f lint.Field) bool { return f.Node.Tag == "!override" }

// withoutResets is a tree without the entries that only take something away: they stay until all is merged, so that what a service
// takes away from what it extends, it takes away from what its file is laid over too.
func withoutResets(f lint.Field) *lint.Node {
	if f.Node == nil || f.Node.Kind != lint.Mapping {
		return f.Reached()
	}
	n := inPlaceOf(f.Node, lint.Mapping)
	for _, e := range f.Entries() {
		if !isReset(e) {
			n.Entries = append(n.Entries, lint.Entry{Key: e.Key, Value: withoutResets(e)})
		}
	}
	return n
}
