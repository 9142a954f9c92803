// Package memorylimitmissing flags containers that may use all memory of the host.
package memorylimitmissing

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is memory-limit-missing.
var Rule = &lint.Rule{
	ID: "memory-limit-missing", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "The container may use all memory of the host.",
	Hint:      "Set a limit somewhat above what it uses in its busiest hour.",
	Severity:  lint.Medium,
	Profile:   lint.Strict,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.DenialOfService},
	Refs:      []lint.Ref{"CWE-400", "CIS Docker 1.6.0 5.11"},
	Check:     lint.Containers(check),
}

func check(p *lint.Pass, c *lint.Container) {
	if c.Role == lint.Ephemeral {
		return // it cannot have one
	}
	some := "512m"
	if p.Unit.Kind == lint.Kubernetes {
		some = "512Mi"
	}
	limit := c.Resources.MemoryLimit
	p.Unlimited(limit, "%s has no limit of memory: a leak, or a request made to cost memory, takes the host and its other containers down", c).
		Fix(lint.Unsafe, "limit it to 512 MiB", lint.Put(limit, some))
}
