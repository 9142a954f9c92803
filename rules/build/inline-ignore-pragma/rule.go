// Package inlineignorepragma flags comments that make another tool overlook a finding.
package inlineignorepragma

import (
	_ "embed"
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is inline-ignore-pragma.
var Rule = &lint.Rule{
	ID: "inline-ignore-pragma", Group: "build", Since: "0.1", Doc: doc,
	Summary:   "A comment makes another scanner overlook a finding.",
	Hint:      "Accept the risk where all of them are kept, in the tool's configuration, with a reason.",
	Severity:  lint.Info,
	Profile:   lint.Pedantic,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.Repudiation},
	Refs:      []lint.Ref{"CWE-778"},
	Check:     lint.Stages(check),
}

func check(p *lint.Pass, s *lint.Stage) {
	if s.Index == 0 {
		// A directive of the whole file: https://docs.docker.com/build/checks/#skip-checks.
		if strings.Contains(strings.ToLower(p.Unit.Checks.Text), "skip=") {
			report(p, p.Unit.Checks, "docker build --check")
		}
		comments(p, p.Unit.Preamble)
	}
	comments(p, s.Instructions)
}

func comments(p *lint.Pass, instructions []*lint.Instruction) {
	for _, in := range instructions {
		for _, comment := range in.Comments {
			if tool := knowledge.SuppressedTool(comment.Text); tool != "" {
				report(p, comment, tool)
			}
		}
	}
}

func report(p *lint.Pass, at lint.Word, tool string) {
	p.Report(at, "this comment makes %s overlook a finding: who accepted that, and until when, is kept nowhere", tool).Identify(tool)
}
