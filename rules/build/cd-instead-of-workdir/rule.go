// Package cdinsteadofworkdir flags RUN instructions that change the folder for all that they do, or for nothing.
package cdinsteadofworkdir

import (
	"bytes"
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is cd-instead-of-workdir.
var Rule = &lint.Rule{
	ID: "cd-instead-of-workdir", Group: "build", Since: "0.1", Doc: doc,
	Summary:   "A RUN changes the folder with cd, which ends with the step.",
	Hint:      "Name the folder with WORKDIR.",
	Severity:  lint.Info,
	Profile:   lint.Pedantic,
	Precision: lint.HighPrecision,
	Kinds:     []lint.Kind{lint.Dockerfile},
	STRIDE:    []lint.Category{lint.Tampering},
	Refs:      []lint.Ref{"CWE-710"},
	Check:     lint.Sessions(check),
}

func check(p *lint.Pass, s *lint.Session) {
	commands := s.Commands
	for len(commands) > 0 && commands[0].Program == "set" {
		commands = commands[1:]
	}
	if len(commands) == 0 {
		return
	}
	first, last := commands[0], commands[len(commands)-1]
	switch {
	case first.Program == "cd" && len(commands) == 1:
		p.Report(first.Span, "cd has no effect: the next instruction starts in WORKDIR again")
	case first.Program == "cd" && !isNested(first):
		p.Report(first.Span, "the whole step runs in another folder than what stands behind it: WORKDIR says so for all of them")
	case last.Program == "cd" && !isNested(last):
		p.Report(last.Span, "cd at the end of a step has no effect: the next instruction starts in WORKDIR again")
	}
}

// isNested tells whether a command stands in brackets or in another command's words, where cd holds for a part of the step alone.
func isNested(c *lint.Command) bool {
	before := bytes.TrimRight(c.Span.File.Text[c.Session.Instruction.Span.Start:c.Span.Start], " \t")
	behind := bytes.TrimLeft(c.Span.File.Text[c.Span.End:c.Session.Instruction.Span.End], " \t")
	return c.Into != nil || c.Captured || bytes.HasSuffix(before, []byte("(")) || bytes.HasPrefix(behind, []byte(")")) || bytes.HasPrefix(behind, []byte("`"))
}
