// Package aptinsteadofaptget flags apt where no person types it.
package aptinsteadofaptget

import (
	_ "embed"
	"slices"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is apt-instead-of-apt-get.
var Rule = &lint.Rule{
	ID: "apt-instead-of-apt-get", Group: "command", Since: "0.1", Doc: doc,
	Summary:   "A build runs apt, whose options and output are made for people and may change.",
	Hint:      "Run apt-get, or apt-cache for questions.",
	Severity:  lint.Info,
	Profile:   lint.Pedantic,
	Precision: lint.VeryHighPrecision,
	Kinds:     []lint.Kind{lint.Dockerfile},
	STRIDE:    []lint.Category{lint.DenialOfService},
	Refs:      []lint.Ref{"CWE-758"},
	Check:     lint.Commands(check, "apt"),
}

// same is the subcommands that apt-get has too, with the same meaning. Its upgrade is another one: it adds no packages.
var same = []string{"install", "reinstall", "remove", "purge", "autoremove", "autopurge", "update", "clean", "autoclean", "download", "source",
	"build-dep", "satisfy", "changelog"}

func check(p *lint.Pass, c *lint.Command) {
	if len(c.Args()) == 0 {
		return
	}
	f := p.Report(c.Words[0], "apt is for people: its options and output may change with any release, and the build with them")
	if slices.ContainsFunc(same, func(subcommand string) bool { return c.Runs("apt", subcommand) }) && c.Words[0].Text == "apt" {
		f.Fix(lint.Safe, "run apt-get", c.ReplaceWord(c.Words[0], "apt-get"))
	}
}
