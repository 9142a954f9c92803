// Package copydestinationnotafolder flags several sources for what is not written as a folder.
package copydestinationnotafolder

import (
	_ "embed"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is copy-destination-not-a-folder.
var Rule = &lint.Rule{
	ID: "copy-destination-not-a-folder", Group: "build", Since: "0.1", Doc: doc,
	Summary:   "Several sources are copied to a destination that does not end in a slash.",
	Hint:      "End the destination with a slash, so that it is a folder.",
	Severity:  lint.Low,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.DenialOfService},
	Refs:      []lint.Ref{"CWE-628"},
	Check:     lint.Copies(check),
}

func check(p *lint.Pass, c *lint.Copy) {
	to := c.Destination
	if len(c.Sources) < 2 || to.State != lint.Set || isFolder(to.Text) {
		return
	}
	f := p.Report(to.Span, "%d sources are copied to %s, which does not end in a slash and so is no folder", len(c.Sources), lint.Label(to.Text)).
		Identify(to.Text)
	to.Origin = lint.Span{} // the slash belongs behind a variable, not into its value
	if end, ok := to.Part(len(to.Text), len(to.Text)); ok {
		f.Fix(lint.Unsafe, "make it a folder", []lint.Edit{{Span: end, Text: "/"}})
	}
}

// isFolder tells whether docker takes a destination for a folder whether it is there or not.
func isFolder(path string) bool {
	last := path[strings.LastIndexAny(path, `/\`)+1:]
	return last == "" || last == "." || last == ".."
}
