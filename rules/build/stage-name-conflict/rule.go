// Package stagenameconflict flags stages whose name is taken.
package stagenameconflict

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is stage-name-conflict.
var Rule = &lint.Rule{
	ID: "stage-name-conflict", Group: "build", Since: "0.1", Doc: doc,
	Summary:   "A stage has the name of another stage, or one that docker uses itself.",
	Hint:      "Give each stage a name of its own, other than scratch and context.",
	Severity:  lint.Low,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.Tampering},
	Refs:      []lint.Ref{"Docker build check DuplicateStageName", "Docker build check ReservedStageName", "CWE-706"},
	Check:     lint.Stages(check),
}

func check(p *lint.Pass, s *lint.Stage) {
	if !s.Name.Known() {
		return
	}
	name := s.Name.V
	if name == "scratch" || name == "context" {
		p.Report(s.Name, "%s has a name that docker uses itself: what names it may get something else", s).Identify(name)
	}
	if earlier := p.Unit.StageAbove(name, s); earlier != nil {
		p.Report(s.Name, "an earlier stage is called %s too: what names it below means this one", name).
			Identify(name).Relate(earlier.Name.Value, "the earlier stage")
	}
}
