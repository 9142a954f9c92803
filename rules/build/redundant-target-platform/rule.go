// Package redundanttargetplatform flags FROM that asks for the platform that it has anyway.
package redundanttargetplatform

import (
	_ "embed"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is redundant-target-platform.
var Rule = &lint.Rule{
	ID: "redundant-target-platform", Group: "build", Since: "0.1", Doc: doc,
	Summary:   "FROM asks for the platform that it has without asking.",
	Hint:      "Leave the flag out: a stage is built for the target platform anyway.",
	Severity:  lint.Info,
	Profile:   lint.Pedantic,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.Tampering},
	Refs:      []lint.Ref{"Docker build check RedundantTargetPlatform", "CWE-710"},
	Check:     lint.Stages(check),
}

func check(p *lint.Pass, s *lint.Stage) {
	platform := s.Instructions[0].Flag("platform")
	// If an ARG of the file sets it, the platform is known, and another one than the build's.
	if platform.State == lint.Unknown && isTarget(platform.V) {
		p.Report(platform.Entry, "%s is built for the target platform anyway", s).
			Fix(lint.Safe, "leave it out", lint.Delete(platform))
	}
}

// isTarget tells whether a word is nothing but the target platform: a value in its stead is never used.
func isTarget(word string) bool {
	rest, found := strings.CutPrefix(word, "${TARGETPLATFORM")
	rest, ended := strings.CutSuffix(rest, "}")
	switch {
	case word == "$TARGETPLATFORM":
		return true
	case !found || !ended || strings.ContainsAny(rest, "${}"):
		return false
	}
	rest = strings.TrimPrefix(rest, ":")
	return rest == "" || rest[0] == '-' || rest[0] == '?'
}
