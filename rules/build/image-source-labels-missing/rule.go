// Package imagesourcelabelsmissing flags images that do not say which source they were built from.
package imagesourcelabelsmissing

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is image-source-labels-missing.
var Rule = &lint.Rule{
	ID: "image-source-labels-missing", Group: "build", Since: "0.1", Doc: doc,
	Summary:   "The image does not say which source it was built from.",
	Hint:      "Label it with its repository and commit.",
	Severity:  lint.Info,
	Profile:   lint.Pedantic,
	Precision: lint.HighPrecision,
	STRIDE:    []lint.Category{lint.Repudiation},
	Refs:      []lint.Ref{"CWE-1059"},
	Check:     lint.Stages(check),
}

// prefix is what the names of the predefined annotations start with.
const prefix = "org.opencontainers.image."

func check(p *lint.Pass, s *lint.Stage) {
	if !s.Ships {
		return
	}
	missing := []string{prefix + "source", prefix + "revision"}
	for _, label := range s.Labels() {
		if !label.Name.Known() {
			return
		}
		missing = slices.DeleteFunc(missing, func(name string) bool { return name == label.Name.V })
	}
	if len(missing) > 0 {
		p.Report(s.Instructions[0].Span, "%s has no label %s: nobody can tell from the image what it was built from", s, strings.Join(missing, " and "))
	}
}
