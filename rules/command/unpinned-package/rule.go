// Package unpinnedpackage flags packages that a build installs in whatever version there is.
package unpinnedpackage

import (
	_ "embed"
	"fmt"
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is unpinned-package.
var Rule = &lint.Rule{
	ID: "unpinned-package", Group: "command", Since: "0.1", Doc: doc,
	Summary:   "A package is installed in whatever version there is on the day of the build.",
	Hint:      "Name the version: apt name=1.2-3, apk name=1.2-r0, pip name==1.2, npm name@1.2, or install from a lock file.",
	Severity:  lint.Low,
	Profile:   lint.Pedantic,
	Precision: lint.HighPrecision,
	Kinds:     []lint.Kind{lint.Dockerfile},
	STRIDE:    []lint.Category{lint.Tampering},
	Refs:      []lint.Ref{"CWE-1357"},
	Check:     lint.Stages(check),
}

func check(p *lint.Pass, s *lint.Stage) {
	hasFiles := false
	for _, in := range s.Instructions {
		hasFiles = hasFiles || in.Name == "COPY" || in.Name == "ADD" || slices.ContainsFunc(in.Flags, isBindMount)
		for _, c := range in.Commands {
			if installation, ok := knowledge.ReadPackageCommand(c); ok {
				judge(p, installation, hasFiles)
			}
		}
	}
}

// isBindMount tells whether a flag gives a step files, which is what --mount does if it names no other type.
func isBindMount(f lint.Flag) bool {
	return f.Name == "mount" && (!strings.Contains(f.Value.V, "type=") || strings.Contains(f.Value.V, "type=bind"))
}

func judge(p *lint.Pass, installation knowledge.PackageCommand, hasFiles bool) {
	unpinned := installation.Unpinned()
	if hasFiles && installation.Manager.Name == "go" && installation.Verb.Text != "get" {
		// A go.mod among the files says the versions of what names none.
		unpinned = slices.DeleteFunc(unpinned, func(w lint.Word) bool { return !strings.Contains(w.Text, "@") })
	}
	if len(unpinned) == 0 {
		return
	}
	f := p.Report(unpinned[0], "%s installs %s in whatever version there is: two builds of this file need not be the same", installation.Program, list(unpinned)).
		Identify(installation.Manager.Name + " " + unpinned[0].Text)
	for _, w := range unpinned[1:] {
		f.Relate(w.Span, "has no version either")
	}
}

// list is the first few of the packages, as a person would name them.
func list(packages []lint.Word) string {
	const shown = 3
	var names []string
	for _, w := range packages[:min(len(packages), shown)] {
		names = append(names, lint.Label(w.Text))
	}
	if more := len(packages) - shown; more > 0 {
		return fmt.Sprintf("%s and %d more", strings.Join(names, ", "), more)
	}
	return strings.Join(names, ", ")
}
