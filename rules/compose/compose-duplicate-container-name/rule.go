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
	Check:     lint.PerUnit(func(*lint.Unit) lint.Check { return lint.Services(names{}.check) }),
}

// names is the services above, by the names that they give their containers.
type names map[string][]*lint.Service

func (above names) check(p *lint.Pass, s *lint.Service) {
	name := s.Get("container_name")
	if !name.Exists() || name.Node.Kind != lint.Scalar {
		return
	}
	text := name.Node.Value
	for _, other := range above[text] {
		if taken := other.Get("container_name").Node; taken != name.Node && s.Meets(other) {
			p.Report(name, "%s wants the name %s, which %s has: only one of them can start", s, text, other).
				Identify(text).Relate(taken.Span, "taken here")
			break
		}
	}
	above[text] = append(above[text], s)
}
