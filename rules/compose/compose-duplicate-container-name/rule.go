// Package composeduplicatecontainername flags services that want one name for their containers.
package composeduplicatecontainername

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is compose-duplicate-container-name.
var Rule = &lint.Rule{
	ID: "compose-duplicate-container-name", Group: "compose", Since: "0.1", Doc: doc,
	Summary:   "Two services want the same name for their container.",
	Hint:      "Give each its own name, or none: compose makes one that is unique.",
	Severity:  lint.Low,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.DenialOfService},
	Refs:      []lint.Ref{"CWE-694"},
	Check:     lint.Services(check),
}

func check(p *lint.Pass, s *lint.Service) {
	name := s.Get("container_name")
	if !name.Exists() || name.Node.Kind != lint.Scalar {
		return
	}
	for _, other := range s.Earlier() {
		taken := other.Get("container_name")
		if taken.Exists() && taken.Node.Value == name.Node.Value && taken.Node != name.Node {
			p.Report(name, "%s wants the name %s, which %s has: only one of them can start", s, name.Node.Value, other).
				Identify(name.Node.Value).Relate(taken.Node.Span, "taken here")
			return
		}
	}
}
