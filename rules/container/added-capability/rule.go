// Package addedcapability flags capabilities beyond those that containers need as a rule.
package addedcapability

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is added-capability.
var Rule = &lint.Rule{
	ID: "added-capability", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "The container is given a capability that containers lack for a reason.",
	Hint:      "Drop the capability, or keep it to the one container that needs it.",
	Severity:  lint.Low,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.ElevationOfPrivilege, lint.Spoofing, lint.Tampering},
	Refs:      []lint.Ref{"CWE-250", "CIS Docker 1.6.0 5.4", "CIS Kubernetes 1.12 5.2.8", "CIS Kubernetes 1.12 5.2.9", "PSS baseline"},
	Over:      []string{"capability-not-restricted"},
	Check:     lint.Containers(check),
}

func check(p *lint.Pass, c *lint.Container) {
	for _, capability := range c.AddCapabilities.Items {
		if !capability.Known() || allowed(p, capability.V) {
			continue
		}
		name := knowledge.CapabilityName(capability.V)
		why, known := knowledge.AddedCapability(name)
		switch {
		case knowledge.BaselineCapability(name):
			why = "Kubernetes wants names of capabilities in upper case and without CAP_, and Pod Security keeps others out"
		case !known:
			why = "it is no capability that is known, and may be a new one"
		}
		p.Report(capability, "%s is given %s: %s", c, lint.Label(capability.V), why).
			Identify(name).
			Fix(lint.Unsafe, "take the capability out", lint.Delete(capability))
	}
}

// allowed tells whether level baseline allows a capability. To Kubernetes only its exact name is one.
func allowed(p *lint.Pass, name string) bool {
	if p.Unit.Kind != lint.Kubernetes {
		name = knowledge.CapabilityName(name)
	}
	return knowledge.BaselineCapability(name)
}
