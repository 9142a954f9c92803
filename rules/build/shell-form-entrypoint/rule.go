// Package shellformentrypoint flags CMD and ENTRYPOINT in the shell form.
package shellformentrypoint

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is shell-form-entrypoint.
var Rule = &lint.Rule{
	ID: "shell-form-entrypoint", Group: "build", Since: "0.1", Doc: doc,
	Summary:   "CMD or ENTRYPOINT is run by a shell, which takes the signals.",
	Hint:      "Write a JSON list of strings, such as [\"/server\", \"--listen\", \":8080\"].",
	Severity:  lint.Info,
	Profile:   lint.Pedantic,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.DenialOfService},
	Refs:      []lint.Ref{"Docker build check JSONArgsRecommended", "CWE-710"},
	Check:     lint.Stages(check),
}

func check(p *lint.Pass, s *lint.Stage) {
	if s.Inherits("SHELL") {
		return
	}
	for i, in := range s.Instructions {
		if in.Name != "CMD" && in.Name != "ENTRYPOINT" || in.JSON || slices.ContainsFunc(s.Instructions[:i], choosesShell) {
			continue
		}
		if len(in.Args) == 0 {
			p.Report(in.Keyword, "%s runs a shell without a command", in.Name).Identify(in.Name)
			continue
		}
		command := in.Args[0]
		if strings.HasPrefix(command.Text, "[") && strings.HasSuffix(command.Text, "]") {
			p.Report(command, "this is no JSON list, whose strings have double quotes: a shell is given it as it is").Identify(in.Name)
			continue
		}
		f := p.Report(command, "%s is run by a shell, %s", in.Name, consequence(command)).Identify(in.Name)
		if list, ok := in.AsList(); ok {
			f.Fix(lint.Unsafe, "write a JSON list", []lint.Edit{{Span: command.Span, Text: list}})
		}
	}
}

// consequence is what comes of a shell: one that is told to exec gives its place to the program.
func consequence(command lint.Word) string {
	if strings.HasPrefix(command.Text, "exec ") {
		return "which has to be there, and takes part of the words for itself"
	}
	return "which does not pass signals on: stopping the container takes until it is killed"
}

// choosesShell tells whether a shell of the file's own choice runs what follows, so that one is wanted.
func choosesShell(in *lint.Instruction) bool { return in.Name == "SHELL" }
