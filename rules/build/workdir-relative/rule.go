// Package workdirrelative flags relative folders to work in.
package workdirrelative

import (
	_ "embed"
	"path"
	"slices"
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
	own := paths(s)
	if !slices.ContainsFunc(own, func(to lint.Word) bool { return to.State == lint.Set && !absolute(to.Text) }) {
		return
	}
	folder := folderOf(s.Parent)
	for _, to := range own {
		if to.State == lint.Set && !absolute(to.Text) {
			report(p, s, folder, to)
		}
		folder = enter(folder, to)
	}
}

func report(p *lint.Pass, s *lint.Stage, folder string, to lint.Word) {
	if to.Text == "~" || strings.HasPrefix(to.Text, "~/") {
		p.Report(to.Span, "docker puts no home folder in the place of ~: %s starts in a folder of that name", s).Identify(to.Text)
		return
	}
	written := to.Span.Text() == to.Text
	if folder != base {
		f := p.Report(to.Span, "%s means another folder once the WORKDIR above it is moved or changed", lint.Label(to.Text)).
			Identify(to.Text).As(lint.Info).In(lint.Pedantic)
		if written && folder != somewhere {
			f.Fix(lint.Safe, "write the whole path", []lint.Edit{{Span: to.Span, Text: enter(folder, to)}})
		}
		return
	}
	f := p.Report(to.Span, "%s starts in %s below the base image's working folder, whichever that is", s, lint.Label(to.Text)).Identify(to.Text)
	if written && !strings.HasPrefix(to.Text, ".") {
		f.Fix(lint.Unsafe, "put it below the root", []lint.Edit{{Span: to.Span, Text: "/" + to.Text}})
	}
}

// What is told of a stage's folder where it is not known.
const (
	base      = ""  // the base image's own: no WORKDIR says another
	somewhere = "?" // one that a WORKDIR says, in words that tell too little
)

// folderOf is the folder in which a stage ends.
func folderOf(s *lint.Stage) string {
	folder := base
	for _, stage := range slices.Backward(slices.Collect(s.Chain())) {
		for _, to := range paths(stage) {
			folder = enter(folder, to)
		}
	}
	return folder
}

// enter is the folder that a WORKDIR leads to from another.
func enter(folder string, to lint.Word) string {
	switch {
	case to.State != lint.Set:
		return somewhere
	case strings.HasPrefix(to.Text, "/"):
		return path.Clean(to.Text)
	case absolute(to.Text) || !strings.HasPrefix(folder, "/"):
		return somewhere
	}
	return path.Join(folder, to.Text)
}

// paths is what the stage's own WORKDIRs say.
func paths(s *lint.Stage) []lint.Word {
	var words []lint.Word
	for _, in := range s.Instructions {
		if in.Name == "WORKDIR" && len(in.Args) > 0 {
			words = append(words, in.Args[0])
		}
	}
	return words
}

// absolute tells whether a path starts at the root, of a drive of Windows too.
func absolute(path string) bool {
	return strings.HasPrefix(path, "/") || strings.HasPrefix(path, `\`) || len(path) > 1 && path[1] == ':'
}
