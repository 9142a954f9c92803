// Package resourcerequestmissing flags Kubernetes containers that do not say what they need.
package resourcerequestmissing

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is resource-request-missing.
var Rule = &lint.Rule{
	ID: "resource-request-missing", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "The container does not say how much memory or processor time it needs.",
	Hint:      "Request what it uses on an ordinary day.",
	Severity:  lint.Low,
	Profile:   lint.Strict,
	Precision: lint.VeryHighPrecision,
	Kinds:     []lint.Kind{lint.Kubernetes},
	STRIDE:    []lint.Category{lint.DenialOfService},
	Refs:      []lint.Ref{"CWE-400"},
	Check:     lint.Containers(check),
}

func check(p *lint.Pass, c *lint.Container) {
	if c.Role == lint.Ephemeral {
		return // it cannot have any
	}
	const gain = "the scheduler takes it for nothing, and the node is overbooked"
	cpu, memory := c.Resources.CPURequest, c.Resources.MemoryRequest
	switch {
	case cpu.Absent() && memory.Absent():
		p.Missing(memory, "%s says neither how much memory nor how much processor time it needs: "+gain, c)
	case memory.Absent():
		p.Missing(memory, "%s does not say how much memory it needs: "+gain, c)
	case cpu.Absent():
		p.Missing(cpu, "%s does not say how much processor time it needs: "+gain, c)
	}
}
