// Package invalidfield flags fields of pods that the Kubernetes API does not take as they are written.
package invalidfield

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is invalid-field.
var Rule = &lint.Rule{
	ID: "invalid-field", Group: "kubernetes", Since: "0.1", Doc: doc,
	Summary:   "The Kubernetes API does not know a field, or not with such a value.",
	Hint:      "Name the field as the API does, where it belongs, and give it a value of its type.",
	Severity:  lint.Low,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.Tampering},
	Refs:      []lint.Ref{"CWE-1287"},
	Check:     lint.InvalidFields(check),
}

func check(p *lint.Pass, f *lint.InvalidField) {
	p.Report(f.Span, "%s; the API server refuses or drops it", f.Message).
		Identify(f.Message).
		Fix(lint.Unsafe, f.Title, f.Repair)
}
