// Package pipefailmissing flags pipes in which a failure goes unnoticed.
package pipefailmissing

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is pipefail-missing.
var Rule = &lint.Rule{
	ID: "pipefail-missing", Group: "command", Since: "0.1", Doc: doc,
	Summary:   "A command feeds a pipe, and the script goes on when it fails.",
	Hint:      "Set pipefail: in a Dockerfile with SHELL, in a script with set -o pipefail.",
	Severity:  lint.Low,
	Profile:   lint.Strict,
	Precision: lint.HighPrecision,
	STRIDE:    []lint.Category{lint.Tampering},
	Refs:      []lint.Ref{"CWE-754"},
	Check:     lint.Sessions(check),
}

// check reports the first such pipe of a session: one setting ends them all.
func check(p *lint.Pass, s *lint.Session) {
	if handles(s) {
		return
	}
	for _, c := range s.Commands {
		if feedsPipe(c) {
			p.Report(c.Words[0], "%s goes on when %s fails: a pipe's status is that of its last command", s, named(c)).Identify(c.Program)
			return
		}
	}
}

// named is the command as a message can name it.
func named(c *lint.Command) string {
	if c.Program == "" {
		return "this command"
	}
	return c.Program
}

// handles tells whether the shell minds failures in pipes, or minds no failure at all and so is not meant to stop.
func handles(s *lint.Session) bool {
	stops := s.Stage != nil // docker stops at a step that fails
	if slices.ContainsFunc(s.Shell, mindsPipes) {
		return true
	}
	for _, c := range s.Commands {
		if c.Program != "set" && !lint.IsShell(c.Program) {
			continue
		}
		if slices.ContainsFunc(c.Words, mindsPipes) {
			return true
		}
		stops = stops || c.Program == "set" && c.Has("-e")
	}
	return !stops
}

func mindsPipes(w lint.Word) bool { return w.Text == "pipefail" }

// quiet is programs that do not fail, or that a pipe ends on purpose.
var quiet = []string{"echo", "printf", "yes", "true", ":", "pwsh", "powershell"}

// maxPipe bounds how far a pipe is followed.
const maxPipe = 16

// feedsPipe tells whether the command's output goes into a pipe and its failure would matter. Of a pipe that stands in the place
// of a word nobody asks for the status.
func feedsPipe(c *lint.Command) bool {
	if c.Into == nil || len(c.Words) == 0 || slices.Contains(quiet, strings.ToLower(c.Program)) {
		return false
	}
	for range maxPipe {
		if c.Into == nil {
			return !c.Overruled
		}
		if _, within := c.Within(); within {
			return false
		}
		c = c.Into
	}
	return true
}
