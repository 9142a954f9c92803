// Package buildstageunnamed flags stages that are named by number.
package buildstageunnamed

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is build-stage-unnamed.
var Rule = &lint.Rule{
	ID: "build-stage-unnamed", Group: "build", Since: "0.1", Doc: doc,
	Summary:   "Files are copied from a stage by its number.",
	Hint:      "Name the stage with AS, and copy from that name.",
	Severity:  lint.Info,
	Profile:   lint.Pedantic,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.Tampering},
	Refs:      []lint.Ref{"CWE-706"},
	Check:     lint.Stages(check),
}

func check(p *lint.Pass, s *lint.Stage) {
	for _, in := range s.Instructions {
		for _, from := range p.Unit.CopiesFrom(s, in) {
			if from.Number < 0 || from.Stage == nil || from.Stage.Index >= s.Index {
				continue
			}
			f := p.Report(from.Name, "files are taken from stage %d by its number: a stage added above changes which one that is", from.Number).
				Identify(from.Name.V).Relate(from.Stage.Instructions[0].Keyword, "the stage")
			if name := from.Stage.Name; name.Known() && from.Name.Value.Text() == from.Name.V {
				f.Fix(lint.Safe, "name it "+name.V, []lint.Edit{{Span: from.Name.Value, Text: name.V}})
			}
		}
	}
}
