// Package fromplatformconstant flags FROM with a fixed platform.
package fromplatformconstant

import (
	"cmp"
	_ "embed"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is from-platform-constant.
var Rule = &lint.Rule{
	ID: "from-platform-constant", Group: "build", Since: "0.1", Doc: doc,
	Summary:   "FROM fixes the platform, whatever the build asks for.",
	Hint:      "Leave the flag out, name $BUILDPLATFORM, or say the platform in the stage's name.",
	Severity:  lint.Info,
	Profile:   lint.Pedantic,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.Tampering},
	Refs:      []lint.Ref{"Docker build check FromPlatformFlagConstDisallowed", "CWE-710"},
	Check:     lint.Stages(check),
}

func check(p *lint.Pass, s *lint.Stage) {
	platform := s.Instructions[0].Flag("platform")
	if !platform.Known() || strings.Contains(platform.Value.Text(), "$") {
		return
	}
	fixed, ok := lint.ParsePlatform(platform.V)
	if !ok || strings.Contains(s.Name.V, fixed.System) || strings.Contains(s.Name.V, cmp.Or(fixed.Architecture, "amd64")) {
		return
	}
	p.Report(platform, "%s is built for %s, whatever platform the build asks for", s, lint.Label(platform.V)).Identify(platform.V)
}
