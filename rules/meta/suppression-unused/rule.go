// Package suppressionunused flags ignores that make nothing quiet: the risk is gone, or never was accepted.
package suppressionunused

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is suppression-unused.
var Rule = &lint.Rule{
	ID: "suppression-unused", Group: "meta", Since: "0.1", Doc: doc,
	Summary:   "An ignore makes nothing quiet.",
	Hint:      "Delete the ignore, or correct what the message names.",
	Severity:  lint.Low,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.Repudiation},
	Check:     lint.Ignores(check),
}

func check(p *lint.Pass, i *lint.Ignore) {
	switch i.Outcome {
	case lint.Faulty:
		p.Report(i.Name, "this ignore %s", i.Fault).Identify(i.Rule)
	case lint.Expired:
		p.Report(i.Name, "this ignore of %s held until %s: what it made quiet is shown again", i.Rule, i.Until).Identify(i.Rule)
	case lint.Unmatched:
		p.Report(i.Name, "this ignore makes nothing quiet: %s finds nothing here", i.Rule).Identify(i.Rule)
	}
}
