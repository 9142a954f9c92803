// Package emptycontinuation flags empty lines within an instruction.
package emptycontinuation

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is empty-continuation.
var Rule = &lint.Rule{
	ID: "empty-continuation", Group: "build", Since: "0.1", Doc: doc,
	Summary:   "An empty line interrupts an instruction that spans several lines.",
	Hint:      "Delete the empty line, or put a # in it.",
	Severity:  lint.Info,
	Profile:   lint.Pedantic,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.Tampering},
	Refs:      []lint.Ref{"Docker build check NoEmptyContinuation", "CWE-710"},
	Check:     lint.Stages(check),
}

func check(p *lint.Pass, s *lint.Stage) {
	if s.Index == 0 {
		judge(p, p.Unit.Preamble)
	}
	judge(p, s.Instructions)
}

func judge(p *lint.Pass, instructions []*lint.Instruction) {
	for _, in := range instructions {
		if len(in.Gaps) == 0 {
			continue
		}
		edits := make([]lint.Edit, len(in.Gaps))
		for i, gap := range in.Gaps {
			edits[i].Span = gap
		}
		p.Report(in.Gaps[0], "an empty line interrupts this %s: what stands below still belongs to it", in.Name).
			Identify(in.Name).
			Relate(in.Keyword, "the instruction").
			Fix(lint.Safe, "delete the empty lines", edits)
	}
}
