// Package cpulimitmissing flags containers that may use all processors of the host.
package cpulimitmissing

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is cpu-limit-missing.
var Rule = &lint.Rule{
	ID: "cpu-limit-missing", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "The container may use all processors of the host.",
	Hint:      "Set a limit if its neighbours must be sure of their share; in Kubernetes a request does more.",
	Severity:  lint.Low,
	Profile:   lint.Pedantic,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.DenialOfService},
	Refs:      []lint.Ref{"CWE-400", "CIS Docker 1.6.0 5.12"},
	Check:     lint.Containers(check),
}

func check(p *lint.Pass, c *lint.Container) {
	if c.Role == lint.Ephemeral {
		return // it cannot have one
	}
	limit := c.Resources.CPULimit
	p.Unlimited(limit, "%s has no limit of processor time: what keeps it busy slows its neighbours down", c).
		Fix(lint.Unsafe, "limit it to one processor", lint.Put(limit, "1"))
}
