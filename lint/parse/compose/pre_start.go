package compose

import (
	"slices"

	"github.com/stridelint/stridelint/lint"
)

// notInherited is what of a service does not hold for the containers that run before it starts.
// https://docs.docker.com/compose/how-tos/init-containers/
var notInherited = []string{"build", "depends_on", "deploy", "expose", "extends", "healthcheck", "ports", "post_start", "pre_start", "pre_stop",
	"profiles", "restart", "volumes"}

// preStart adds the containers that run to their end before the service starts, each with what it inherits of the service. What they
// lack is not held against them: they do not stay.
func (s *service) preStart(name string) {
	hooks := s.Get("pre_start").Items()
	if len(hooks) == 0 {
		return
	}
	inherited := inPlaceOf(s.Node, lint.Mapping)
	for _, e := range s.Entries() {
		if !slices.Contains(notInherited, e.Key.Value) {
			inherited.Entries = append(inherited.Entries, lint.Entry{Key: e.Key, Value: e.Reached()})
		}
	}
	for _, hook := range hooks {
		if !hook.Exists() || hook.Node.Kind != lint.Mapping {
			continue
		}
		own := hook.Get("image").Exists()
		hook.Node = s.merger(false).mapping("services.*", lint.Field{Node: inherited}, hook)
		h := service{loader: s.loader, file: s.file, Field: hook, partial: true}
		c := h.start(name + " pre_start")
		c.Role = lint.Init
		c.Built = !own && s.Get("build").Exists()
	}
}
