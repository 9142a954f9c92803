// Package runasroot flags containers that are told to run as root.
package runasroot

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is run-as-root.
var Rule = &lint.Rule{
	ID: "run-as-root", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "The container is told to run as root, whatever user its image has.",
	Hint:      "Name an unprivileged user, or none and let the image name one.",
	Severity:  lint.Medium,
	Stricter:  map[lint.Kind]lint.Profile{lint.CI: lint.Strict}, // the runner's own folders often ask for it
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.ElevationOfPrivilege},
	Refs:      []lint.Ref{"CWE-250", "CIS Docker 1.6.0 4.1", "CIS Kubernetes 1.12 5.2.7", "PSS restricted"},
	Check:     lint.SecurityContexts(check),
}

func check(p *lint.Pass, s lint.Secured) {
	user := s.User()
	ofGroups(p, s, user)
	if user.Known() && user.V.IsRoot() && !knowledge.PodSecurityFor(p).TrustsNamespace(s.Pod) {
		f := p.Report(user, "%s is told to run as root, whatever user its image has", s).Identify(user.V.String())
		if hasOwnUser(p, s.Container) {
			f.Fix(lint.Unsafe, "run as the image's own user", lint.Delete(user))
		} else {
			f.Fix(lint.Unsafe, "run as an unprivileged user", lint.Put(user, lint.Unprivileged(p.Unit.Kind)))
		}
	}
}

// ofGroups judges the groups of who is not root itself. In Kubernetes a group has a place of its own, elsewhere it stands with the user.
func ofGroups(p *lint.Pass, s lint.Secured, user lint.Val[lint.User]) {
	if s.Pod.HostUsers.Is(false) {
		return
	}
	groups := []lint.Val[string]{s.Context().Group}
	if s.Container == nil {
		groups = append(groups, s.Pod.Groups...)
	}
	for _, group := range groups {
		if group.Known() && lint.IsRootGroup(group.V) {
			reportGroup(p, s, group)
		}
	}
	if p.Unit.Kind != lint.Kubernetes && user.Known() && !user.V.IsRoot() && lint.IsRootGroup(user.V.Group) {
		reportGroup(p, s, user)
	}
}

// reportGroup reports a group that OpenShift gives to every container, so that the standards allow it.
func reportGroup(p *lint.Pass, s lint.Secured, at lint.Locator) {
	p.Report(at, "%s runs with the group of root: it reads and writes what is the group's, in the image and in what is mounted of the host", s).
		As(lint.Low).In(lint.Strict).Breaks(lint.Unregulated)
}

// hasOwnUser tells whether the container's image is known to run as another user than root unless it is told to.
func hasOwnUser(p *lint.Pass, c *lint.Container) bool {
	if c == nil {
		return false
	}
	untold := *c
	untold.User = lint.Val[lint.User]{}
	own := p.UserOf(&untold)
	return own.Known() && !own.V.IsRoot()
}
