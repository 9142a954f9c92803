package kubernetes

import "github.com/stridelint/stridelint/lint"

// layering lays mappings over others, as operators do with what they call a template or defaults. Its result leads to the nodes as
// they are written; a collection of both stands where the one is that is laid over the other.
type layering struct {
	room int // how many nodes may still be put together
}

// maxLaid bounds what a document's layers come to: a long template may lie under many containers.
const maxLaid = 500_000

// mergeKeys is the lists whose items are joined with those of the same name, and by which of their fields. Other lists are replaced
// (https://kubernetes.io/docs/reference/generated/kubernetes-api/v1.34/, "patch strategy").
var mergeKeys = map[string]string{
	"containers": "name", "env": "name", "ephemeralContainers": "name", "hostAliases": "ip", "initContainers": "name",
	"ports": "containerPort", "sidecars": "name", "volumeMounts": "mountPath", "volumes": "name",
}

// mapping is a mapping that is laid over a base by a strategic merge: mappings are joined, some lists too, and all else is replaced
// (https://github.com/kubernetes/community/blob/main/contributors/devel/sig-api-machinery/strategic-merge-patch.md).
func (l *layering) mapping(over, base lint.Field) lint.Field {
	if !isMapping(over) || !isMapping(base) || l.room < 0 {
		return over
	}
	merged := standingFor(over)
	bases := base.Entries()
	below := map[string]lint.Field{}
	for _, e := range bases {
		below[e.Key.Value] = e
	}
	written := map[string]bool{}
	for _, e := range over.Entries() {
		same := below[e.Key.Value]
		if !e.Exists() && same.Exists() {
			continue
		}
		written[e.Key.Value] = true
		merged.Entries = append(merged.Entries, lint.Entry{Key: e.Key, Value: l.value(e, same).Reached()})
	}
	for _, e := range bases {
		if !written[e.Key.Value] {
			merged.Entries = append(merged.Entries, lint.Entry{Key: e.Key, Value: e.Reached()})
		}
	}
	l.room -= len(merged.Entries)
	return lint.Root(merged)
}

// value is the value of a key that both may have.
func (l *layering) value(over, base lint.Field) lint.Field {
	switch {
	case !base.Exists():
		return over
	case over.Node.Kind == lint.Sequence && base.Node.Kind == lint.Sequence && mergeKeys[over.Key.Value] != "":
		return l.sequence(over, base, mergeKeys[over.Key.Value])
	}
	return l.mapping(over, base)
}

// sequence is a list that is laid over another: items of the same name are joined.
func (l *layering) sequence(over, base lint.Field, key string) lint.Field {
	if l.room < 0 {
		return over
	}
	merged := standingFor(over)
	below := map[string]lint.Field{}
	bases := base.Items()
	for _, item := range bases {
		below[item.Get(key).Scalar()] = item
	}
	written := map[string]bool{}
	for _, item := range over.Items() {
		name := item.Get(key).Scalar()
		if same, found := below[name]; found && name != "" {
			written[name] = true
			item = l.mapping(item, same)
		}
		merged.Items = append(merged.Items, item.Reached())
	}
	for _, item := range bases {
		if !written[item.Get(key).Scalar()] {
			merged.Items = append(merged.Items, item.Reached())
		}
	}
	l.room -= len(merged.Items)
	return lint.Root(merged)
}

// standingFor is an empty collection in the place of one that is written.
func standingFor(f lint.Field) *lint.Node {
	return &lint.Node{Kind: f.Node.Kind, Style: f.Node.Style, Span: f.Node.Span, Parent: f.Node.Parent, Origin: f.Node}
}

func isMapping(f lint.Field) bool { return f.Node != nil && f.Node.Kind == lint.Mapping }
