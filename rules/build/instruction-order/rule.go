// Package instructionorder flags instructions before the first FROM.
package instructionorder

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is instruction-order.
var Rule = &lint.Rule{
	ID: "instruction-order", Group: "build", Since: "0.1", Doc: doc,
	Summary:   "An instruction stands before the first FROM, where only ARG may.",
	Hint:      "Begin the file with FROM; only ARG, comments and parser directives may stand above it.",
	Severity:  lint.Low,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.Tampering},
	Refs:      []lint.Ref{"CWE-696"},
	Over:      []string{"parse-error"},
	Check:     lint.Stages(check),
}

func check(p *lint.Pass, s *lint.Stage) {
	if s.Index > 0 {
		return
	}
	for _, in := range p.Unit.Preamble {
		if in.Name != "ARG" {
			p.Report(in.Keyword, "%s stands before the first FROM, where only ARG may: docker refuses the file", in.Name).Identify(in.Name)
		}
	}
}
