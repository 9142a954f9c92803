// Package aptrecommendsinstalled flags apt installations that bring in what the packages merely recommend.
package aptrecommendsinstalled

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is apt-recommends-installed.
var Rule = &lint.Rule{
	ID: "apt-recommends-installed", Group: "command", Since: "0.1", Doc: doc,
	Summary:   "Packages are installed together with what they merely recommend.",
	Hint:      "Add --no-install-recommends, and name what is needed beside it.",
	Severity:  lint.Info,
	Profile:   lint.Pedantic,
	Precision: lint.VeryHighPrecision,
	Kinds:     []lint.Kind{lint.Dockerfile},
	STRIDE:    []lint.Category{lint.DenialOfService},
	Refs:      []lint.Ref{"CIS Docker 1.6.0 4.3"},
	Check:     lint.Stages(check),
}

func check(p *lint.Pass, s *lint.Stage) {
	configured := false // a step before told apt to leave them out
	for _, in := range s.Instructions {
		configured = configured || slices.ContainsFunc(in.Heredocs, isSetting)
		for _, c := range in.Commands {
			if slices.ContainsFunc(c.Args(), isSetting) {
				configured = configured || !strings.HasPrefix(c.Program, "apt") // else it is told for this once
				continue
			}
			command, ok := knowledge.ReadPackageCommand(c)
			if !ok || configured || command.Manager.Name != "apt" || command.Verb.Text != "install" || len(command.Packages) == 0 || c.Uncertain() ||
				command.Has("--no-install-recommends", "--install-recommends", "-R", "--without-recommends", "-r", "--with-recommends") {
				continue
			}
			option := "--no-install-recommends"
			if c.Program == "aptitude" {
				option = "--without-recommends"
			}
			p.Report(command.Verb, "%s also installs what these packages recommend: each of them is more to download, to patch and to break into", c.Program).
				Identify(command.Packages[0].Text).
				Fix(lint.Unsafe, "leave out what is recommended", c.InsertWord(command.Verb, option))
		}
	}
}

// isSetting tells whether a word is a line of apt's configuration that decides about recommended packages.
func isSetting(w lint.Word) bool {
	return !strings.HasPrefix(w.Text, "--") && strings.Contains(strings.ToLower(w.Text), "install-recommends")
}
