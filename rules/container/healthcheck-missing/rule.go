// Package healthcheckmissing flags images of services that do not say how to tell that they work.
package healthcheckmissing

import (
	_ "embed"
	"slices"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is healthcheck-missing.
var Rule = &lint.Rule{
	ID: "healthcheck-missing", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "Nothing tells whether the service still works.",
	Hint:      "Add a HEALTHCHECK that asks the service itself.",
	Severity:  lint.Low,
	Profile:   lint.Pedantic,
	Precision: lint.HighPrecision,
	STRIDE:    []lint.Category{lint.DenialOfService},
	Refs:      []lint.Ref{"CIS Docker 1.6.0 4.6"},
	Check:     lint.Stages(check),
}

func check(p *lint.Pass, s *lint.Stage) {
	if !s.Ships || s.Origin().Base.V.IsScratch() && !has(s, "CMD", "ENTRYPOINT") || has(s, "HEALTHCHECK") {
		return
	}
	p.Report(s.Instructions[0].Span, "%s has no HEALTHCHECK: a service that hangs is kept as if it worked", s)
}

// has tells whether a stage, or one that it builds on, has an instruction of one of the names.
func has(s *lint.Stage, names ...string) bool {
	for stage := range s.Chain() {
		for _, in := range stage.Instructions {
			if slices.Contains(names, in.Name) {
				return true
			}
		}
	}
	return false
}
