// Package workdirrelative flags relative folders to work in.
package workdirrelative

import (
	_ "embed"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is workdir-relative.
var Rule = &lint.Rule{
	ID: "workdir-relative", Group: "build", Since: "0.1", Doc: doc,
	Summary:   "The first WORKDIR is relative: where it leads, the base image decides.",
	Hint:      "Write WORKDIR with a path from the root, such as /app.",
	Severity:  lint.Low,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.Tampering},
	Refs:      []lint.Ref{"Docker build check WorkdirRelativePath", "CWE-706"},
	Check:     lint.Stages(check),
}

func check(p *lint.Pass, s *lint.Stage) {
	for below := range s.Chain() {
		if below != s && first(below) != nil {
			return // a stage that this one builds on says where
		}
	}
	in := first(s)
	if in == nil || len(in.Args) == 0 || in.Args[0].State != lint.Set || absolute(in.Args[0].Text) {
		return
	}
	path := in.Args[0]
	f := p.Report(path.Span, "%s starts in %s below the base image's working folder, whichever that is", s, lint.Label(path.Text)).Identify(path.Text)
	if path.Span.Text() == path.Text && !strings.HasPrefix(path.Text, ".") {
		f.Fix(lint.Unsafe, "put it below the root", []lint.Edit{{Span: path.Span, Text: "/" + path.Text}})
	}
}

// first is the stage's own first WORKDIR, or nil.
func first(s *lint.Stage) *lint.Instruction {
	for _, in := range s.Instructions {
		if in.Name == "WORKDIR" {
			return in
		}
	}
	return nil
}

// absolute tells whether a path starts at the root, of a drive of Windows too.
func absolute(path string) bool {
	return strings.HasPrefix(path, "/") || strings.HasPrefix(path, `\`) || len(path) > 1 && path[1] == ':'
}
