// Package consecutiverunlayers flags instructions in a row that could be one, and make a layer each.
package consecutiverunlayers

import (
	_ "embed"
	"slices"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is consecutive-run-layers.
var Rule = &lint.Rule{
	ID: "consecutive-run-layers", Group: "build", Since: "0.1", Doc: doc,
	Summary:   "Short instructions in a row make a layer each where one would do.",
	Hint:      "Join them: RUN a && b, COPY a b folder/.",
	Severity:  lint.Info,
	Profile:   lint.Pedantic,
	Precision: lint.MediumPrecision,
	Kinds:     []lint.Kind{lint.Dockerfile},
	STRIDE:    []lint.Category{lint.DenialOfService},
	Refs:      []lint.Ref{"CWE-400"},
	Check:     lint.Stages(check),
}

func check(p *lint.Pass, s *lint.Stage) {
	if !s.Shipped {
		return
	}
	for i := 0; i < len(s.Instructions); {
		first, n := s.Instructions[i], 1
		for i+n < len(s.Instructions) && joins(first, s.Instructions[i+n]) {
			n++
		}
		if n > 1 {
			f := p.Report(first.Keyword, "%d short %s instructions in a row make a layer each: one would do", n, first.Name)
			for _, next := range s.Instructions[i+1 : i+n] {
				f.Relate(next.Keyword, "the next one")
			}
		}
		i += n
	}
}

// joins tells whether two instructions could be one.
func joins(a, b *lint.Instruction) bool {
	if a.Name != b.Name || !slices.EqualFunc(a.Flags, b.Flags, func(a, b lint.Flag) bool { return a.Name == b.Name && a.Value.V == b.Value.V }) {
		return false
	}
	switch a.Name {
	case "RUN":
		return isShort(a) && isShort(b)
	case "COPY", "ADD":
		return len(a.Args) > 1 && len(b.Args) > 1 && a.Args[len(a.Args)-1].Text == b.Args[len(b.Args)-1].Text && len(a.Heredocs)+len(b.Heredocs) == 0
	}
	return false
}

// isShort tells whether a RUN does so little that it needs no layer of its own: longer ones are kept apart for the build cache.
func isShort(in *lint.Instruction) bool {
	const few = 2
	return len(in.Commands) > 0 && len(in.Commands) <= few && len(in.Heredocs) == 0
}
