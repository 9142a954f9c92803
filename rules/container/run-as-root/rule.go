// Package runasroot flags containers that are told to run as root.
package runasroot

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is run-as-root.
var Rule = &lint.Rule{
	ID: "run-as-root", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "The container is told to run as root, whatever user its image has.",
	Hint:      "Name an unprivileged user, or none and let the image name one.",
	Severity:  lint.Medium,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.ElevationOfPrivilege},
	Refs:      []lint.Ref{"CWE-250", "CIS Docker 1.6.0 4.1", "CIS Kubernetes 1.12 5.2.7", "PSS restricted"},
	Check:     lint.Containers(check),
}

func check(p *lint.Pass, c *lint.Container) {
	if c.User.Known() && c.User.V.IsRoot() && !c.Pod.HostUsers.Is(false) {
		p.Report(c.User, "%s is told to run as root, whatever user its image has", c).
			Identify(c.User.V.String()).
			Fix(lint.Unsafe, "run as the image's own user", lint.Delete(c.User))
	}
}
