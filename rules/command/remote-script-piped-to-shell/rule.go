// Package remotescriptpipedtoshell flags scripts that are fetched and run without a look at them.
package remotescriptpipedtoshell

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is remote-script-piped-to-shell.
var Rule = &lint.Rule{
	ID: "remote-script-piped-to-shell", Group: "command", Since: "0.1", Doc: doc,
	Summary:   "What another machine sends is run, and nothing checks what it sent.",
	Hint:      "Download a fixed version to a file, compare its checksum or verify its signature, then run it.",
	Severity:  lint.Medium,
	Precision: lint.HighPrecision,
	STRIDE:    []lint.Category{lint.Spoofing, lint.Tampering},
	Refs:      []lint.Ref{"CWE-494", "CWE-829"},
	Over:      []string{"download-without-checksum"},
	Check:     lint.Sessions(check),
}

func check(p *lint.Pass, s *lint.Session) {
	for i, c := range s.Commands {
		for _, d := range knowledge.Downloads(c) {
			if runner := runnerOf(d, knowledge.After(s, i)); runner != nil || piped(c) {
				f := p.Report(d.URL.Span, "%s runs what %s sends, and nothing checks what that is: who controls that host or the way to it runs code here", s, d.From()).
					Identify(d.Key())
				if runner != nil {
					f.Relate(runner.Words[0].Span, "it is run here")
				}
				if p.Unit.Kind == lint.Script && s.Container == nil {
					f.In(lint.Strict) // many a tool is installed by a script that somebody starts and watches
				}
			}
		}
	}
}

// maxPipe bounds how many commands an output is followed through.
const maxPipe = 16

// piped tells whether the output of a command ends in one that runs it.
func piped(c *lint.Command) bool {
	for range maxPipe {
		to := c.Into
		if to == nil {
			return false
		}
		i, within := c.Within()
		switch {
		case within && knowledge.RunsWord(to, i), !within && knowledge.RunsInput(to):
			return true
		case within && to.Program != "echo" && to.Program != "printf":
			return false // it is an argument of something else
		}
		c = to
	}
	return false
}

// runnerOf is the command, of those that follow, that runs the downloaded file before anything is verified; or nil.
func runnerOf(d knowledge.Download, following []*lint.Command) *lint.Command {
	if d.File == "" {
		return nil
	}
	for _, c := range following {
		switch {
		case knowledge.Verifies(c):
			return nil
		case knowledge.RunsFile(c, d.File):
			return c
		}
	}
	return nil
}
