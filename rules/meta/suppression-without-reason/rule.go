// Package suppressionwithoutreason flags ignores that do not say why the risk is accepted.
package suppressionwithoutreason

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is suppression-without-reason.
var Rule = &lint.Rule{
	ID: "suppression-without-reason", Group: "meta", Since: "0.1", Doc: doc,
	Summary:   "An ignore does not say why the risk is accepted.",
	Hint:      "Say why behind two dashes, as in: -- the exporter reads the node's counters.",
	Severity:  lint.Low,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.Repudiation},
	Check:     lint.Ignores(check),
}

func check(p *lint.Pass, i *lint.Ignore) {
	if i.Reason == "" && i.Outcome != lint.Faulty {
		p.Report(i.Whole, "this ignore of %s does not say why", i.Rule).Identify(i.Rule)
	}
}
