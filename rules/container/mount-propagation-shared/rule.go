// Package mountpropagationshared flags mounts whose own mounts reach the host.
package mountpropagationshared

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is mount-propagation-shared.
var Rule = &lint.Rule{
	ID: "mount-propagation-shared", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "What the container mounts appears on the host and in other containers.",
	Hint:      "Use rslave, or HostToContainer, if the host's mounts must be seen; else drop it.",
	Severity:  lint.Medium,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.Tampering},
	Refs:      []lint.Ref{"CWE-668", "CIS Docker 1.6.0 5.20"},
	Check:     lint.Containers(check),
}

func check(p *lint.Pass, c *lint.Container) {
	if c.Pod.IsWindows() {
		return // which has no such thing
	}
	for _, mount := range c.Mounts.Items {
		switch mount.Propagation.V {
		case "shared", "rshared", "Bidirectional":
			if mount.Propagation.Known() {
				p.Report(mount.Propagation, "%s shares the mounts below %s with the host: what it mounts there, every process of the host sees", c, mount.Target.V).
					Identify(mount.Target.V)
			}
		}
	}
}
