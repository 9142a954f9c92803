// Package latesttag flags images whose name means another image whenever their publisher likes.
package latesttag

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is latest-tag.
var Rule = &lint.Rule{
	ID: "latest-tag", Group: "image", Since: "0.1", Doc: doc,
	Summary:   "The image has no tag, or the tag latest: what it is can change any day.",
	Hint:      "Name the version that you tested or, better, its digest.",
	Severity:  lint.Low,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.Tampering, lint.Spoofing},
	Refs:      []lint.Ref{"CWE-494", "CIS Docker 1.6.0 5.28"},
	Check:     lint.Images(check),
}

func check(p *lint.Pass, u *lint.ImageUse) {
	if !u.Pins() || !u.Image.Known() || !u.Image.V.Floating() {
		return
	}
	name, fault := u.Image.V.Familiar(), "has no tag, which means latest"
	if u.Image.V.Tag != "" {
		fault = "has the tag latest"
	}
	p.Report(u.Image, "%s %s %s: what it is can change any day", u.Role.Noun(), name, fault).Identify(name)
}
