// Package privilegedport flags ports below 1024.
package privilegedport

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is privileged-port.
var Rule = &lint.Rule{
	ID: "privileged-port", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "The container uses a port below 1024.",
	Hint:      "Listen on a port from 1024 up; a proxy or Service offers the low one.",
	Severity:  lint.Low,
	Profile:   lint.Strict,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.ElevationOfPrivilege, lint.Spoofing},
	Refs:      []lint.Ref{"CWE-250", "CIS Docker 1.6.0 5.8"},
	Check:     lint.Containers(check),
}

// first is the first port that needs no privilege.
const first = 1024

func check(p *lint.Pass, c *lint.Container) {
	for _, port := range c.Ports.Items {
		switch {
		case isPrivileged(port.Host):
			p.Report(port.Host, "%s takes port %d of the host, below %d: what answers there is trusted as the machine's own service", c, port.Host.V.First, first).
				Identify(port.Entry.V)
		case isPrivileged(port.Container) && (port.Published.Is(true) || p.Unit.Kind == lint.Kubernetes):
			p.Report(port.Container, "%s listens on port %d, below %d: before Docker 20.10, containerd 2.0 and with CRI-O, that takes root or a capability", c, port.Container.V.First, first).
				Identify(port.Entry.V)
		}
	}
}

// isPrivileged tells whether a port, or one of a range, is below 1024. Port 0 stands for one that is chosen.
func isPrivileged(ports lint.Val[lint.PortRange]) bool {
	return ports.Known() && 0 < ports.V.First && ports.V.First < first
}
