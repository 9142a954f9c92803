// Package interactivecommandinbuild flags commands that make sense at a terminal or on a running machine, but not in a build.
package interactivecommandinbuild

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is interactive-command-in-build.
var Rule = &lint.Rule{
	ID: "interactive-command-in-build", Group: "command", Since: "0.1", Doc: doc,
	Summary:   "A build step runs a command for a person at a terminal, or for a machine that runs.",
	Hint:      "Delete the command; do at run time what needs a running machine.",
	Severity:  lint.Info,
	Profile:   lint.Pedantic,
	Precision: lint.MediumPrecision,
	Kinds:     []lint.Kind{lint.Dockerfile},
	STRIDE:    []lint.Category{lint.ElevationOfPrivilege},
	Refs:      []lint.Ref{"CWE-710"},
	Check:     lint.Commands(check, programs...),
}

// programs is what needs a terminal or a running machine.
var programs = []string{"top", "htop", "ps", "free", "kill", "mount", "umount", "ifconfig", "service", "shutdown", "reboot", "ssh", "vi", "vim", "nano",
	"less", "more"}

func check(p *lint.Pass, c *lint.Command) {
	switch c.Program {
	case "vi", "vim", "nano":
		if slices.ContainsFunc(c.Args(), func(w lint.Word) bool { return strings.HasPrefix(w.Text, "+") || strings.HasPrefix(w.Text, "-") }) {
			return // it runs a script of its own, such as the installation of plug-ins
		}
	case "less", "more":
		if len(c.Args()) == 0 {
			return // at the end of a pipe
		}
	case "ssh":
		if slices.ContainsFunc(c.Session.Instruction.Flags, func(f lint.Flag) bool { return f.Name == "mount" && strings.Contains(f.Value.V, "type=ssh") }) {
			return // the builder lends its agent for this
		}
	}
	p.Report(c.Words[0], "%s in a build: there is no terminal, and nothing of what it starts, stops or shows is in the image", c.Program).
		Identify(c.Program)
}
