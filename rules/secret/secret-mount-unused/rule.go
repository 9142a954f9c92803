// Package secretmountunused flags credentials that a build is given as arguments rather than as secrets.
package secretmountunused

import (
	_ "embed"
	"slices"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is secret-mount-unused.
var Rule = &lint.Rule{
	ID: "secret-mount-unused", Group: "secret", Since: "0.1", Doc: doc,
	Summary:   "A build takes a credential as an argument, where the builder would mount it as a secret.",
	Hint:      "Mount the secret into the one step that needs it, with RUN --mount=type=secret.",
	Severity:  lint.Low,
	Profile:   lint.Strict,
	Precision: lint.HighPrecision,
	STRIDE:    []lint.Category{lint.InformationDisclosure},
	Refs:      []lint.Ref{"CWE-522"},
	Check:     lint.Stages(check),
}

func check(p *lint.Pass, s *lint.Stage) {
	if !slices.ContainsFunc(s.Instructions, func(in *lint.Instruction) bool { return in.Name == "RUN" }) {
		return
	}
	var inHistory map[string]*lint.Instruction // what secret-left-in-layer speaks of
	if s.Shipped {
		inHistory = p.Unit.Expansions(s)
	}
	for _, a := range p.Unit.AssignmentsOf(s) {
		if knowledge.CredentialArgument(a) && inHistory[a.Name] == nil {
			p.Report(a.Value.Entry, "build argument %s carries a credential: every step of %s sees it, and the build's record keeps it", lint.Label(a.Name), s).
				Identify(a.Name)
		}
	}
}
