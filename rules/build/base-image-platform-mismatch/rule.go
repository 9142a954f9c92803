// Package baseimageplatformmismatch flags FROM that asks for another platform than its image can be of.
package baseimageplatformmismatch

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is base-image-platform-mismatch.
var Rule = &lint.Rule{
	ID: "base-image-platform-mismatch", Group: "build", Since: "0.1", Doc: doc,
	Summary:   "FROM asks for a platform that its image is not made for.",
	Hint:      "Name the image without the platform's prefix, or ask for the platform that it has.",
	Severity:  lint.Info,
	Profile:   lint.Pedantic,
	Precision: lint.HighPrecision,
	STRIDE:    []lint.Category{lint.Tampering},
	Refs:      []lint.Ref{"CWE-710"},
	Check:     lint.Stages(check),
}

func check(p *lint.Pass, s *lint.Stage) {
	platform := s.Instructions[0].Flag("platform")
	if !platform.Known() || !s.Base.Known() {
		return
	}
	wanted, ok := lint.ParsePlatform(platform.V)
	has, known := knowledge.ImagePlatform(s.Base.V)
	if !ok || !known || wanted.System == has.System && (wanted.Architecture == has.Architecture || wanted.Architecture == "" || has.Architecture == "") {
		return
	}
	p.Report(s.Base, "base image %s is made for %s, but %s asks for %s: the build fails, or the image says that it is for a platform on which its programs do not run",
		s.Base.V.Familiar(), has, s, wanted).
		Identify(s.Base.V.Familiar()).
		Relate(platform.Value, "asks for another platform")
}
