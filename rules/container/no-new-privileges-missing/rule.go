// Package nonewprivilegesmissing flags containers that do not keep their processes from gaining privileges.
package nonewprivilegesmissing

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is no-new-privileges-missing.
var Rule = &lint.Rule{
	ID: "no-new-privileges-missing", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "Nothing keeps the processes of the container from gaining privileges.",
	Hint:      "Set allowPrivilegeEscalation to false, or the option no-new-privileges.",
	Severity:  lint.Medium,
	Profile:   lint.Strict,
	Precision: lint.VeryHighPrecision,
	Stricter:  map[lint.Kind]lint.Profile{lint.CI: lint.Pedantic}, // a job's container lives for minutes
	STRIDE:    []lint.Category{lint.ElevationOfPrivilege},
	Refs:      []lint.Ref{"CWE-250", "CIS Docker 1.6.0 5.26", "CIS Kubernetes 1.12 5.2.6", "PSS restricted"},
	Check:     lint.Containers(check),
}

func check(p *lint.Pass, c *lint.Container) {
	if knowledge.PodSecurityFor(p).Exempts(c.Pod) {
		return
	}
	f := p.Missing(c.PrivilegeEscalation, "%s may gain privileges: a setuid program or file capabilities can make root of any user in it", c)
	if knowledge.CanForbidEscalation(p.Unit.Kind, c) {
		f.Fix(lint.Unsafe, "forbid it", lint.Put(c.PrivilegeEscalation, "false"))
	}
}
