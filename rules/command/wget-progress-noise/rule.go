// Package wgetprogressnoise flags downloads that write their progress into the build log.
package wgetprogressnoise

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is wget-progress-noise.
var Rule = &lint.Rule{
	ID: "wget-progress-noise", Group: "command", Since: "0.1", Doc: doc,
	Summary:   "A download writes a line of progress for every few kilobytes into the build log.",
	Hint:      "Add --progress=dot:giga, or -nv; on Alpine, -q.",
	Severity:  lint.Info,
	Profile:   lint.Pedantic,
	Precision: lint.HighPrecision,
	Kinds:     []lint.Kind{lint.Dockerfile},
	STRIDE:    []lint.Category{lint.DenialOfService},
	Refs:      []lint.Ref{"CWE-779"},
	Check:     lint.Commands(check, "wget"),
}

// quiet is the options with which wget writes less, elsewhere, or nothing.
var quiet = []string{"--progress", "-q", "--quiet", "--no-verbose", "-o", "--output-file", "-a", "--append-output", "-b", "--background", "--spider",
	"--version", "--help"}

func check(p *lint.Pass, c *lint.Command) {
	arguments := c.Arguments()
	downloads := len(arguments.Operands) > 0 || arguments.Has("-i", "--input-file")
	notVerbose := func(w lint.Word) bool { return strings.HasPrefix(w.Text, "-nv") }
	if !downloads || c.Uncertain() || arguments.Has(quiet...) || slices.ContainsFunc(c.Args(), notVerbose) {
		return
	}
	f := p.Report(c.Words[0], "wget writes its progress into the build log, line after line: the lines that matter drown in it")
	if isBusybox(c.Session.Stage) {
		f.Fix(lint.Safe, "be quiet", c.InsertWord(c.Words[0], "-q"))
		return
	}
	f.Fix(lint.Unsafe, "write a line for every 32 megabytes", c.InsertWord(c.Words[0], "--progress=dot:giga"))
}

// isBusybox tells whether a stage's image is one whose wget is busybox's, which knows no --progress.
func isBusybox(s *lint.Stage) bool {
	base := s.Origin().Base.V
	return strings.Contains(base.Repository+":"+base.Tag, "alpine") || strings.Contains(base.Repository, "busybox")
}
