// Package ulimitunlimited flags limits of processes that are lifted.
package ulimitunlimited

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is ulimit-unlimited.
var Rule = &lint.Rule{
	ID: "ulimit-unlimited", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "A limit of the container's processes is lifted.",
	Hint:      "Name a number; leave the limit out if the runtime's own will do.",
	Severity:  lint.Low,
	Profile:   lint.Strict,
	Precision: lint.VeryHighPrecision,
	Kinds:     []lint.Kind{lint.Compose, lint.Script},
	STRIDE:    []lint.Category{lint.DenialOfService},
	Refs:      []lint.Ref{"CWE-400", "CIS Docker 1.6.0 5.19"},
	Check:     lint.Containers(check),
}

func check(p *lint.Pass, c *lint.Container) {
	for _, limit := range c.Ulimits.Items {
		if !isUnlimited(limit.Hard) && !isUnlimited(limit.Soft) {
			continue
		}
		// Locked memory counts as the container's own, so a limit of that bounds it.
		if limit.Name.Is("memlock") && !c.Resources.MemoryLimit.Absent() {
			continue
		}
		at := limit.Hard
		if !isUnlimited(at) {
			at = limit.Soft
		}
		p.Report(at, "%s has no limit of %s: one process that runs wild takes it from the whole host", c, limit.Name.V).Identify(limit.Name.V)
	}
}

func isUnlimited(v lint.Val[string]) bool { return v.Is("-1") || v.Is("unlimited") || v.Is("infinity") }
