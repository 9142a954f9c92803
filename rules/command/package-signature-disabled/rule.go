// Package packagesignaturedisabled flags package managers that are told to take packages that nobody signed.
package packagesignaturedisabled

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is package-signature-disabled.
var Rule = &lint.Rule{
	ID: "package-signature-disabled", Group: "command", Since: "0.1", Doc: doc,
	Summary:   "A package manager installs packages without verifying their signature.",
	Hint:      "Take it out; add the key that signs the repository, or verify the package before it is installed.",
	Severity:  lint.High,
	Precision: lint.HighPrecision,
	STRIDE:    []lint.Category{lint.Tampering},
	Refs:      []lint.Ref{"CWE-347", "CIS Docker 1.6.0 4.11"},
	Check:     lint.Each(lint.Commands(check), lint.Copies(checkCopy)),
}

func check(p *lint.Pass, c *lint.Command) {
	options, words := knowledge.SignatureOff(c)
	for _, o := range options {
		p.Report(o, "%s has %s install what nobody signed: a changed package gets in unnoticed", c, c.Program).Identify(c.Program+" "+o.Name).
			Fix(lint.Unsafe, "verify signatures", c.Without(o))
	}
	for _, w := range words {
		p.Report(w, "%s configures that packages are installed that nobody signed: a changed one gets in unnoticed", c).Identify("configuration")
	}
}

// checkCopy judges the files that a Dockerfile writes itself.
func checkCopy(p *lint.Pass, c *lint.Copy) {
	for _, body := range c.Heredocs {
		for _, line := range knowledge.UnsignedLines(body) {
			p.Report(line, "%s configures that packages are installed that nobody signed: a changed one gets in unnoticed", c.Name).Identify("configuration")
		}
	}
}
