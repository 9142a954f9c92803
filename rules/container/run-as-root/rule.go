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
	if user.Known() && user.V.IsRoot() && !knowledge.PodSecurityFor(p).TrustsNamespace(s.Pod) {
		f := p.Report(user, "%s is told to run as root, whatever user its image has", s).Identify(user.V.String())
		if hasOwnUser(p, s.Container) {
			f.Fix(lint.Unsafe, "run as the image's own user", lint.Delete(user))
		} else {
			f.Fix(lint.Unsafe, "run as an unprivileged user", lint.Put(user, lint.Unprivileged(p.Unit.Kind)))
		}
	}
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
