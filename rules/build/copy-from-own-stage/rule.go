// Package copyfromownstage flags stages that copy from themselves.
package copyfromownstage

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is copy-from-own-stage.
var Rule = &lint.Rule{
	ID: "copy-from-own-stage", Group: "build", Since: "0.1", Doc: doc,
	Summary:   "A stage copies files from itself.",
	Hint:      "Name the stage or image that holds the files, or copy within the stage by RUN cp.",
	Severity:  lint.Low,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.DenialOfService},
	Refs:      []lint.Ref{"CWE-706"},
	Check:     lint.Stages(check),
}

func check(p *lint.Pass, s *lint.Stage) {
	for _, in := range s.Instructions {
		for _, from := range p.Unit.CopiesFrom(s, in) {
			if from.Stage == s {
				p.Report(from.Name, "%s takes files from itself: docker refuses the build", s).Identify(from.Name.V)
			}
		}
	}
}
