// Package addremotewithoutchecksum flags files that a build downloads and nobody verifies.
package addremotewithoutchecksum

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is add-remote-without-checksum.
var Rule = &lint.Rule{
	ID: "add-remote-without-checksum", Group: "build", Since: "0.1", Doc: doc,
	Summary:   "ADD downloads a file without checking what it is.",
	Hint:      "Give ADD the --checksum of the file that you reviewed.",
	Severity:  lint.Medium,
	Precision: lint.HighPrecision,
	STRIDE:    []lint.Category{lint.Tampering},
	Refs:      []lint.Ref{"CWE-494"},
	Check:     lint.Copies(check),
}

func check(p *lint.Pass, c *lint.Copy) {
	if c.Flag("checksum").State != lint.Unset {
		return
	}
	for i, source := range c.Sources {
		if c.SourceKind(i) == lint.RemoteFile {
			p.Report(source.Span, "ADD downloads a file without a checksum: whoever controls the server or the way to it decides what is built in").
				Identify(c.Destination.Text)
		}
	}
}
