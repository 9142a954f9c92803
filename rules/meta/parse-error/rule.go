// Package parseerror passes on what could not be read: text that no rule has judged.
package parseerror

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is parse-error.
var Rule = &lint.Rule{
	ID: "parse-error", Group: "meta", Since: "0.1", Doc: doc,
	Summary:   "A part of the file cannot be read, so nothing in it was judged.",
	Hint:      "Correct what the message names; what cannot be read is not judged.",
	Severity:  lint.Medium,
	Precision: lint.VeryHighPrecision,
	Check:     lint.Problems(check),
}

func check(p *lint.Pass, problem *lint.Problem) {
	p.Report(problem.Span, "%s", problem.Message).Identify(problem.Message)
}
