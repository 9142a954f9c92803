// Package packagemanagernotunattended flags package managers that ask a question during a build.
package packagemanagernotunattended

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is package-manager-not-unattended.
var Rule = &lint.Rule{
	ID: "package-manager-not-unattended", Group: "command", Since: "0.1", Doc: doc,
	Summary:   "The package manager asks a question during the build, and nobody is there to answer it.",
	Hint:      "Answer in advance: apt-get install -y, yum install -y, dnf install -y, zypper --non-interactive install.",
	Severity:  lint.Info,
	Profile:   lint.Pedantic,
	Precision: lint.HighPrecision,
	Kinds:     []lint.Kind{lint.Dockerfile},
	STRIDE:    []lint.Category{lint.DenialOfService},
	Refs:      []lint.Ref{"CWE-703"},
	Check:     lint.Stages(check),
}

func check(p *lint.Pass, s *lint.Stage) {
	configured := false // a step before told it to assume yes
	for _, in := range s.Instructions {
		configured = configured || slices.ContainsFunc(in.Heredocs, isSetting)
		for _, c := range in.Commands {
			command, ok := knowledge.ReadPackageCommand(c)
			configured = configured || !ok && slices.ContainsFunc(c.Args(), isSetting)
			if !ok || !command.Asks() || configured || c.Uncertain() || assumesYes(c, s) || c.Fed() {
				continue
			}
			after, option := command.Verb, command.Manager.Yes[0]
			if command.Manager.Name == "zypper" { // its option stands before the subcommand
				after, option = c.Words[0], "--non-interactive"
			}
			p.Report(command.Verb, "%s asks whether to go on: in a build nobody answers, and the step fails", c.Program).
				Identify(command.Manager.Name).
				Fix(lint.Safe, "answer in advance", c.InsertWord(after, option))
		}
	}
}

// isSetting tells whether a word is a line of apt's, yum's or dnf's configuration that answers every question.
func isSetting(w lint.Word) bool {
	text := strings.ToLower(w.Text)
	return strings.Contains(text, "assume-yes") || strings.Contains(text, "assumeyes")
}

// assumesYes tells whether the program asks nothing on the stage's base. microdnf asks from its release 3.7 on, as Fedora has it, but not
// as it is built for RHEL and what is made of that: "Does nothing, we always assume yes", says its help of -y.
func assumesYes(c *lint.Command, s *lint.Stage) bool {
	return c.Program == "microdnf" && !strings.Contains(s.Origin().Base.V.Repository, "fedora")
}
