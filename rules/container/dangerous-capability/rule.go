// Package dangerouscapability flags capabilities from which a way out of the container is known.
package dangerouscapability

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is dangerous-capability.
var Rule = &lint.Rule{
	ID: "dangerous-capability", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "The container is given a capability that gives the host away.",
	Hint:      "Drop the capability; look for the device, sysctl or narrower capability that is really needed.",
	Severity:  lint.High,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.ElevationOfPrivilege},
	Refs:      []lint.Ref{"CWE-250", "CIS Docker 1.6.0 5.4", "CIS Kubernetes 1.12 5.2.9", "PSS baseline"},
	Over:      []string{"added-capability", "capability-not-restricted"},
	Check:     lint.Containers(check),
}

func check(p *lint.Pass, c *lint.Container) {
	for _, capability := range c.AddCapabilities.Items {
		if !capability.Known() {
			continue
		}
		if why, dangerous := knowledge.DangerousCapability(capability.V); dangerous {
			name := knowledge.CapabilityName(capability.V)
			severity := p.Rule.Severity
			if c.Pod.HostUsers.Is(false) {
				why, severity = "although it ends at the pod's user namespace, it leads to parts of the kernel that others cannot attack", lint.Low
			}
			p.Report(capability, "%s is given %s: %s", c, name, why).As(severity).
				Identify(name).
				Fix(lint.Unsafe, "take the capability out", lint.Delete(capability))
		}
	}
}
