package devcontainer

import (
	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

// features reads what the features that are put into the container have it given. Each is found where the feature is named.
func (r *reader) features(c *lint.Container) {
	for _, feature := range r.file.Get("features").Entries() {
		grant := knowledge.DevcontainerFeature(feature.Key.Value)
		if grant.Privileged && !c.Privileged.Known() {
			c.Privileged = lint.Val[bool]{V: true, State: lint.Set, Value: feature.Key.Span, Entry: feature.EntrySpan(), At: feature.Slot()}
		}
		if grant.HostPath != "" {
			source := lint.Val[string]{V: grant.HostPath, State: lint.Set, Value: feature.Key.Span, Entry: feature.EntrySpan(), At: feature.Slot()}
			c.Pod.HostPaths = append(c.Pod.HostPaths, lint.HostPath{Path: source})
		}
	}
}
