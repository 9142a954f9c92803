// Package composeversionobsolete flags the version of the file format, which compose no longer reads.
package composeversionobsolete

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is compose-version-obsolete.
var Rule = &lint.Rule{
	ID: "compose-version-obsolete", Group: "compose", Since: "0.1", Doc: doc,
	Summary:   "The file names a version of the format, which compose no longer reads.",
	Hint:      "Take version out.",
	Severity:  lint.Info,
	Profile:   lint.Pedantic,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.Tampering},
	Refs:      []lint.Ref{"CWE-477"},
	Check:     lint.Projects(check),
}

func check(p *lint.Pass, project *lint.Project) {
	if version := project.Root.Get("version"); version.Exists() {
		p.Report(version.Key.Span, "compose no longer reads the version of a file: it promises a meaning that nothing keeps").
			Fix(lint.Safe, "take it out", lint.Delete(version))
	}
}
