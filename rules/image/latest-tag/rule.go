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
	Check:     lint.Each(lint.Stages(ofStage), lint.Containers(ofContainer)),
}

func ofStage(p *lint.Pass, s *lint.Stage) {
	if !s.Base.V.IsScratch() {
		judge(p, "base image", s.Base)
	}
}

func ofContainer(p *lint.Pass, c *lint.Container) {
	if !c.Built {
		judge(p, "image", c.Image)
	}
}

func judge(p *lint.Pass, noun string, image lint.Val[lint.Image]) {
	if !image.Known() || !image.V.Floating() {
		return
	}
	name, fault := image.V.Familiar(), "has no tag, which means latest"
	if image.V.Tag != "" {
		fault = "has the tag latest"
	}
	p.Report(image, "%s %s %s: what it is can change any day", noun, name, fault).Identify(name)
}
