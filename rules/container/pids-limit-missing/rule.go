// Package pidslimitmissing flags containers that may start processes without end.
package pidslimitmissing

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is pids-limit-missing.
var Rule = &lint.Rule{
	ID: "pids-limit-missing", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "The container may start processes without end.",
	Hint:      "Set a limit, 100 for most services.",
	Severity:  lint.Low,
	Profile:   lint.Strict,
	Precision: lint.VeryHighPrecision,
	Kinds:     []lint.Kind{lint.Compose, lint.Script},
	STRIDE:    []lint.Category{lint.DenialOfService},
	Refs:      []lint.Ref{"CWE-400", "CIS Docker 1.6.0 5.29"},
	Check:     lint.Containers(check),
}

func check(p *lint.Pass, c *lint.Container) {
	limit := c.Resources.PIDsLimit
	p.Unlimited(limit, "%s has no limit of processes: one that starts others without end takes the host down", c).
		Fix(lint.Unsafe, "limit it to 100 processes", lint.Put(limit, "100"))
}
