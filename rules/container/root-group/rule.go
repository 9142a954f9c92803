// Package rootgroup flags processes that belong to the group of root.
package rootgroup

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is root-group.
var Rule = &lint.Rule{
	ID: "root-group", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "The processes of the container belong to the group of root.",
	Hint:      "Name an unprivileged group; give its files to that group.",
	Severity:  lint.Low,
	Profile:   lint.Strict,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.ElevationOfPrivilege},
	Refs:      []lint.Ref{"CWE-250"},
	Check:     lint.SecurityContexts(check),
}

func check(p *lint.Pass, s lint.Secured) {
	if s.Pod.HostUsers.Is(false) {
		return
	}
	groups := []lint.Val[string]{s.Context().Group}
	if s.Container == nil {
		groups = append(groups, s.Pod.Groups...)
	}
	for _, group := range groups {
		if group.Known() && lint.IsRootGroup(group.V) {
			report(p, s, group)
		}
	}
	// In Kubernetes the group has a place of its own, elsewhere it stands with the user.
	if user := s.User(); p.Unit.Kind != lint.Kubernetes && user.Known() && !user.V.IsRoot() && lint.IsRootGroup(user.V.Group) {
		report(p, s, user)
	}
}

func report(p *lint.Pass, s lint.Secured, at lint.Locator) {
	p.Report(at, "%s runs with the group of root: it reads and writes what is the group's, in the image and in what is mounted of the host", s)
}
