// Package archivecopiednotadded flags archives that are copied and unpacked in two steps.
package archivecopiednotadded

import (
	_ "embed"
	"path"
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is archive-copied-not-added.
var Rule = &lint.Rule{
	ID: "archive-copied-not-added", Group: "build", Since: "0.1", Doc: doc,
	Summary:   "An archive is copied and then unpacked, so the image holds it twice.",
	Hint:      "Unpack it with ADD.",
	Severity:  lint.Info,
	Profile:   lint.Pedantic,
	Precision: lint.HighPrecision,
	STRIDE:    []lint.Category{lint.Tampering},
	Refs:      []lint.Ref{"CWE-459"},
	Check:     lint.Stages(check),
}

func check(p *lint.Pass, s *lint.Stage) {
	copied := map[string]lint.Word{} // the archives that are not unpacked so far, by the name that they have in the image
	for in := range s.Effective("COPY", "RUN") {
		if in.Name == "COPY" {
			collect(copied, in)
			continue
		}
		for _, c := range in.Commands {
			for _, archive := range unpacked(c) {
				if source, found := copied[archive]; found {
					p.Report(source, "archive %s is copied and unpacked later: ADD does both and leaves no archive in the image", lint.Label(archive)).
						Identify(archive)
					delete(copied, archive)
				}
			}
		}
	}
}

// collect takes note of the archives that a COPY brings in from the build's context. ADD takes no others.
func collect(copied map[string]lint.Word, in *lint.Instruction) {
	if len(in.Flags) > 0 && in.Flag("from").Entry != (lint.Span{}) || len(in.Args) < 2 {
		return
	}
	sources, destination := in.Args[:len(in.Args)-1], in.Args[len(in.Args)-1].Text
	for _, source := range sources {
		if !knowledge.IsArchive(source.Text) {
			continue
		}
		name := path.Base(source.Text)
		if len(sources) == 1 && knowledge.IsArchive(destination) {
			name = path.Base(destination)
		}
		copied[name] = source
	}
}

// unpacked is the names of the files that a tar command unpacks.
func unpacked(c *lint.Command) []string {
	args := c.Args()
	if c.Program != "tar" || len(args) == 0 {
		return nil
	}
	bare := !strings.HasPrefix(args[0].Text, "-") && strings.Contains(args[0].Text, "x") // tar xzf
	if !bare && !c.Has("-x", "--extract", "--get") {
		return nil
	}
	var names []string
	for _, arg := range args {
		names = append(names, path.Base(strings.TrimPrefix(arg.Text, "--file=")))
	}
	return names
}
