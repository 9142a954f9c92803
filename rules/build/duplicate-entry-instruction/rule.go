// Package duplicateentryinstruction flags CMD, ENTRYPOINT and HEALTHCHECK that a later one overrides.
package duplicateentryinstruction

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is duplicate-entry-instruction.
var Rule = &lint.Rule{
	ID: "duplicate-entry-instruction", Group: "build", Since: "0.1", Doc: doc,
	Summary:   "A later CMD, ENTRYPOINT or HEALTHCHECK of the stage overrides this one.",
	Hint:      "Keep the last one of a stage, or put both commands into one script.",
	Severity:  lint.Low,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.DenialOfService, lint.Tampering},
	Refs:      []lint.Ref{"Docker build check MultipleInstructionsDisallowed", "CWE-710"},
	Check:     lint.Stages(check),
}

func check(p *lint.Pass, s *lint.Stage) {
	last := map[string]*lint.Instruction{}
	for _, in := range s.Instructions {
		switch in.Name {
		case "CMD", "ENTRYPOINT", "HEALTHCHECK":
		default:
			continue
		}
		if earlier := last[in.Name]; earlier != nil {
			p.Report(earlier.Keyword, "this %s has no effect: %s has another one below", in.Name, s).
				Identify(in.Name).Relate(in.Keyword, "the one that counts").
				Fix(lint.Unsafe, "delete it", []lint.Edit{{Span: earlier.Lines}})
		}
		last[in.Name] = in
	}
}
