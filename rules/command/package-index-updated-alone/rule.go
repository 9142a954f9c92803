// Package packageindexupdatedalone flags package indexes that are fetched in a step of their own.
package packageindexupdatedalone

import (
	"cmp"
	_ "embed"
	"maps"
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is package-index-updated-alone.
var Rule = &lint.Rule{
	ID: "package-index-updated-alone", Group: "command", Since: "0.1", Doc: doc,
	Summary:   "The package index is fetched in a step of its own, which the build cache keeps while it grows old.",
	Hint:      "Update and install in the same RUN: apt-get update && apt-get install.",
	Severity:  lint.Low,
	Profile:   lint.Pedantic,
	Precision: lint.HighPrecision,
	Kinds:     []lint.Kind{lint.Dockerfile},
	STRIDE:    []lint.Category{lint.Tampering},
	Refs:      []lint.Ref{"CIS Docker 1.6.0 4.7"},
	Check:     lint.Stages(check),
}

// updates is, of each manager, the command that fetched the index and that nothing has used yet.
type updates map[*knowledge.PackageManager]knowledge.PackageCommand

// sorted is the updates in the order of the file.
func (u updates) sorted() []knowledge.PackageCommand {
	return slices.SortedFunc(maps.Values(u), func(a, b knowledge.PackageCommand) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
}

func check(p *lint.Pass, s *lint.Stage) {
	alone := updates{} // in the steps before
	for _, in := range s.Instructions {
		if in.Name != "RUN" {
			continue
		}
		for _, update := range step(p, in, alone).sorted() {
			if earlier, found := alone[update.Manager]; found {
				unused(p, earlier)
			}
			alone[update.Manager] = update
		}
	}
	for _, update := range alone.sorted() {
		unused(p, update)
	}
}

// step judges one RUN and returns the updates that nothing behind them in it uses.
func step(p *lint.Pass, in *lint.Instruction, alone updates) updates {
	own, done := updates{}, map[*knowledge.PackageManager]bool{}
	for _, c := range in.Commands {
		command, ok := knowledge.ReadPackageCommand(c)
		m := command.Manager
		switch {
		case !ok && isOpaque(c):
			clear(own) // what it runs may install
		case !ok:
		case isUpdate(command) && !(done[m] && command.Action == knowledge.UpgradePackages):
			own[m], done[m] = command, true
		case command.Action == knowledge.InstallPackages || command.Action == knowledge.UpgradePackages || command.Action == knowledge.UpgradeRelease:
			if update, found := alone[m]; found && !done[m] && !command.Refreshes && !command.Has(m.NoCache...) && command.Action == knowledge.InstallPackages {
				old(p, command, update)
				delete(alone, m)
			}
			delete(own, m)
		}
	}
	if slices.ContainsFunc(in.Flags, func(f lint.Flag) bool {
		return f.Name == "mount" && (!f.Value.Known() || strings.Contains(f.Value.V, "type=cache"))
	}) {
		return nil // the index is kept for all steps
	}
	return own
}

// isUpdate tells whether a command fetches the index: the upgrades of yum and dnf, and those that say so, do too.
func isUpdate(c knowledge.PackageCommand) bool {
	switch c.Action {
	case knowledge.UpdateIndex:
		return !c.Has(c.Manager.NoCache...)
	case knowledge.UpgradePackages:
		return c.Refreshes || c.Manager.Name == "yum" || c.Manager.Name == "dnf"
	}
	return false
}

// isOpaque tells whether a command runs what this file does not show.
func isOpaque(c *lint.Command) bool {
	switch c.Program {
	case "", "sh", "bash", "dash", "ash", "zsh", "source", ".", "eval", "xargs", "make", "python", "python3", "perl", "ruby", "node", "npx", "ansible-playbook":
		return true
	}
	return strings.Contains(c.Words[0].Text, "/") && !strings.HasPrefix(c.Words[0].Text, "/bin/") && !strings.HasPrefix(c.Words[0].Text, "/usr/bin/")
}

func old(p *lint.Pass, command, update knowledge.PackageCommand) {
	what := "an index that an earlier step fetched"
	if update.Action == knowledge.UpgradePackages {
		what = "the packages that an earlier step upgraded"
	}
	p.Report(command.Verb, "%s relies on %s: that step comes from the build cache, however old it is", command.Program, what).
		Identify(command.Manager.Name).
		Relate(update.Verb.Span, "in this step")
}

func unused(p *lint.Pass, update knowledge.PackageCommand) {
	if update.Action == knowledge.UpdateIndex {
		p.Report(update.Verb, "%s %s is a step of its own: the build cache keeps the index that it fetched, however old that gets", update.Program, update.Verb.Text).
			Identify(update.Manager.Name)
	}
}
