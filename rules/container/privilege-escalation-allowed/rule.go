// Package privilegeescalationallowed flags containers that say that their processes may gain privileges.
package privilegeescalationallowed

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is privilege-escalation-allowed.
var Rule = &lint.Rule{
	ID: "privilege-escalation-allowed", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "The container allows its processes to gain more privileges than they start with.",
	Hint:      "Say the opposite: allowPrivilegeEscalation false, or no-new-privileges.",
	Severity:  lint.High,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.ElevationOfPrivilege},
	Refs:      []lint.Ref{"CWE-250", "CIS Docker 1.6.0 5.26", "CIS Kubernetes 1.12 5.2.6", "PSS restricted"},
	Check:     lint.Containers(check),
}

func check(p *lint.Pass, c *lint.Container) {
	if !c.PrivilegeEscalation.Is(true) || knowledge.PodSecurityFor(p).Exempts(c.Pod) {
		return
	}
	f := p.Report(c.PrivilegeEscalation, "%s lets its processes gain privileges: a setuid program or file capabilities make root of any user in it", c)
	if knowledge.CanForbidEscalation(p.Unit.Kind, c) {
		f.Fix(lint.Unsafe, "forbid it", lint.Put(c.PrivilegeEscalation, "false"))
	}
}
