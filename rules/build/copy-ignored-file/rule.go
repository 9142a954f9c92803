// Package copyignoredfile flags sources that .dockerignore keeps out of the build.
package copyignoredfile

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is copy-ignored-file.
var Rule = &lint.Rule{
	ID: "copy-ignored-file", Group: "build", Since: "0.1", Doc: doc,
	Summary:   "COPY or ADD names a source that .dockerignore keeps out of the build.",
	Hint:      "Let the ignore file except the source, or copy what the build is given.",
	Severity:  lint.Low,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.DenialOfService},
	Refs:      []lint.Ref{"Docker build check CopyIgnoredFile", "CWE-706"},
	Check:     lint.Copies(check),
}

func check(p *lint.Pass, c *lint.Copy) {
	context := p.Unit.Context
	if context == nil || c.OnBuild || c.From.State != lint.Unset {
		return
	}
	for i, source := range c.Sources {
		if source.State == lint.Set && c.SourceKind(i) == lint.LocalSource && context.Ignored(source.Text) {
			p.Report(source.Span, "%s keeps %s out of the build: %s finds nothing here", context.IgnoreFile(), lint.Label(source.Text), c.Name).
				Identify(source.Text)
		}
	}
}
