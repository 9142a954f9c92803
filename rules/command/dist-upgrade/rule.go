// Package distupgrade flags upgrades that may replace and remove packages of the base image.
package distupgrade

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is dist-upgrade.
var Rule = &lint.Rule{
	ID: "dist-upgrade", Group: "command", Since: "0.1", Doc: doc,
	Summary:   "The build upgrades the whole distribution, and may remove what the base image had.",
	Hint:      "Take a newer base image instead; upgrade single packages where that cannot wait.",
	Severity:  lint.Low,
	Profile:   lint.Pedantic,
	Precision: lint.VeryHighPrecision,
	Kinds:     []lint.Kind{lint.Dockerfile},
	STRIDE:    []lint.Category{lint.Tampering},
	Refs:      []lint.Ref{"CWE-1357"},
	Check:     lint.Commands(check),
}

func check(p *lint.Pass, c *lint.Command) {
	command, ok := knowledge.ReadPackageCommand(c)
	if !ok || command.Action != knowledge.UpgradeRelease {
		return
	}
	p.Report(command.Verb, "%s %s replaces and removes packages of the base image: what is built is no longer what its tag or digest names", c.Program, command.Verb.Text).
		Identify(command.Manager.Name).
		Fix(lint.Unsafe, "upgrade without removing", c.ReplaceWord(command.Verb, command.Manager.Verbs[knowledge.UpgradePackages][0]))
}
