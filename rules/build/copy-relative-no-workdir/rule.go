// Package copyrelativenoworkdir flags files that are copied to a relative path while no folder is set.
package copyrelativenoworkdir

import (
	_ "embed"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is copy-relative-no-workdir.
var Rule = &lint.Rule{
	ID: "copy-relative-no-workdir", Group: "build", Since: "0.1", Doc: doc,
	Summary:   "Files are copied to a relative path while no working folder is set.",
	Hint:      "Set WORKDIR before it, or copy to an absolute path.",
	Severity:  lint.Info,
	Profile:   lint.Pedantic,
	Precision: lint.HighPrecision,
	STRIDE:    []lint.Category{lint.Tampering},
	Refs:      []lint.Ref{"CWE-1357"},
	Check:     lint.Stages(check),
}

func check(p *lint.Pass, s *lint.Stage) {
	if s.Inherits("WORKDIR") {
		return
	}
	for _, in := range s.Instructions {
		switch {
		case in.Name == "WORKDIR":
			return
		case (in.Name == "COPY" || in.Name == "ADD") && len(in.Args) > 1:
			if to := in.Args[len(in.Args)-1]; isRelative(to.Text) {
				p.Report(to, "no WORKDIR is set: %s lands in whichever folder the base image has set", lint.Label(to.Text)).Identify(to.Text)
			}
		}
	}
}

// isRelative tells whether a destination is one on Linux and on Windows. What starts with a variable is none.
func isRelative(to string) bool {
	to = strings.Trim(to, `"'`)
	return to != "" && !strings.ContainsAny(to[:1], `/\$%`) && (len(to) < 2 || to[1] != ':')
}
