// Package capabilitynotrestricted flags every added capability but the one that level restricted allows.
package capabilitynotrestricted

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is capability-not-restricted.
var Rule = &lint.Rule{
	ID: "capability-not-restricted", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "The container is given a capability that only level baseline allows.",
	Hint:      "Drop it; NET_BIND_SERVICE alone may be added.",
	Severity:  lint.Low,
	Profile:   lint.Strict,
	Precision: lint.VeryHighPrecision,
	Kinds:     []lint.Kind{lint.Kubernetes},
	STRIDE:    []lint.Category{lint.ElevationOfPrivilege},
	Refs:      []lint.Ref{"CWE-250", "CIS Kubernetes 1.12 5.2.9", "PSS restricted"},
	Check:     lint.Containers(check),
}

func check(p *lint.Pass, c *lint.Container) {
	if knowledge.PodSecurityFor(p).Exempts(c.Pod) {
		return
	}
	for _, capability := range c.AddCapabilities.Items {
		if capability.Known() && capability.V != knowledge.RestrictedCapability {
			p.Report(capability, "%s is given %s: once all are dropped, only NET_BIND_SERVICE is harmless enough to be given back", c, lint.Label(capability.V)).
				Identify(capability.V).
				Fix(lint.Unsafe, "take the capability out", lint.Delete(capability))
		}
	}
}
