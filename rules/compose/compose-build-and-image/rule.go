// Package composebuildandimage flags services that both build an image and name one.
package composebuildandimage

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is compose-build-and-image.
var Rule = &lint.Rule{
	ID: "compose-build-and-image", Group: "compose", Since: "0.1", Doc: doc,
	Summary:   "The service both builds its image and names one: it is not plain which of the two runs.",
	Hint:      "Keep one of them, or say with pull_policy which counts.",
	Severity:  lint.Info,
	Profile:   lint.Pedantic,
	Precision: lint.HighPrecision,
	STRIDE:    []lint.Category{lint.Tampering},
	Refs:      []lint.Ref{"CWE-1116"},
	Check:     lint.Services(check),
}

func check(p *lint.Pass, s *lint.Service) {
	image := s.Get("image")
	if image.Exists() && s.Get("build").Exists() && !s.Get("pull_policy").Exists() {
		p.Report(image, "%s both builds its image and names one: an image of that name that is already there, or in the registry, runs without being built", s)
	}
}
