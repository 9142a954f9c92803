// Package imagedigestmissing flags images that are named without the digest of what was tested.
package imagedigestmissing

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is image-digest-missing.
var Rule = &lint.Rule{
	ID: "image-digest-missing", Group: "image", Since: "0.1", Doc: doc,
	Summary:   "The image is named without a digest, so its registry decides what it is.",
	Hint:      "Add the digest of the image that you tested behind its tag.",
	Severity:  lint.Low,
	Profile:   lint.Strict,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.Tampering},
	Refs:      []lint.Ref{"CWE-494", "CWE-829"},
	Check:     lint.Images(check),
}

func check(p *lint.Pass, u *lint.ImageUse) {
	if !u.Pins() || !u.Image.Known() || u.Image.V.Digest != "" {
		return
	}
	name := u.Image.V.Familiar()
	p.Report(u.Image, "%s %s has no digest: whoever can move its tag decides what is used", u.Role.Noun(), name).Identify(name)
}
