// Package registrypasswordoncommandline flags logins to a registry with the password as an argument.
package registrypasswordoncommandline

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is registry-password-on-command-line.
var Rule = &lint.Rule{
	ID: "registry-password-on-command-line", Group: "command", Since: "0.1", Doc: doc,
	Summary:   "A login to a registry takes the password as an argument.",
	Hint:      "Pipe it in: use --password-stdin, or a credential helper.",
	Severity:  lint.Medium,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.InformationDisclosure, lint.Repudiation},
	Refs:      []lint.Ref{"CWE-214"},
	Check:     lint.Commands(check),
}

func check(p *lint.Pass, c *lint.Command) {
	if o, found := knowledge.RegistryPassword(c); found {
		p.Report(o, "%s logs in with the password as an argument: everyone who can list the processes or read the log has it", c).Identify(c.Program)
	}
}
