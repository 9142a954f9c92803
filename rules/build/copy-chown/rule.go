// Package copychown flags files of an image that belong to someone else than root.
package copychown

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is copy-chown.
var Rule = &lint.Rule{
	ID: "copy-chown", Group: "build", Since: "0.1", Doc: doc,
	Summary:   "Files of the image belong to an unprivileged user, who can then change them.",
	Hint:      "Leave the application's files to root, and give the user only the folders that it writes to.",
	Severity:  lint.Low,
	Profile:   lint.Strict,
	Precision: lint.MediumPrecision,
	STRIDE:    []lint.Category{lint.ElevationOfPrivilege, lint.Tampering},
	Refs:      []lint.Ref{"CWE-732"},
	Check:     lint.Copies(check),
}

func check(p *lint.Pass, c *lint.Copy) {
	owner := c.Flag("chown")
	if !c.Stage.Shipped || !owner.Known() || lint.ParseUser(owner.V).IsRoot() {
		return
	}
	p.Report(owner.Entry, "what is copied belongs to %s: a process that runs as that user can change it", lint.Label(owner.V)).
		Identify(c.Destination.Text).
		Fix(lint.Unsafe, "leave it to root", lint.Delete(owner))
}
