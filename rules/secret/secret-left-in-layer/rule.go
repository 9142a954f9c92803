// Package secretleftinlayer flags secrets that stay in a layer or in the history of an image though they seem to be gone.
package secretleftinlayer

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is secret-left-in-layer.
var Rule = &lint.Rule{
	ID: "secret-left-in-layer", Group: "secret", Since: "0.1", Doc: doc,
	Summary:   "A secret stays in a layer or in the history of the image.",
	Hint:      "Mount the secret into the one step that needs it, with RUN --mount=type=secret.",
	Severity:  lint.High,
	Precision: lint.HighPrecision,
	STRIDE:    []lint.Category{lint.InformationDisclosure},
	Refs:      []lint.Ref{"CWE-538", "CWE-522", "CIS Docker 1.6.0 4.10"},
	Over:      []string{"sensitive-file-copied"},
	Check:     lint.Stages(check),
}

func check(p *lint.Pass, s *lint.Stage) {
	if s.Ships {
		files(p, s)
	}
	if s.Shipped {
		arguments(p, s)
	}
}

// arguments reports credentials that come in as build arguments and stay: in the history, which repeats the arguments of each RUN,
// or in the environment.
func arguments(p *lint.Pass, s *lint.Stage) {
	credentials := map[string]bool{}
	var used map[string]*lint.Instruction
	for _, a := range p.Unit.AssignmentsOf(s) {
		switch {
		case knowledge.CredentialArgument(a):
			if used == nil {
				used = p.Unit.Expansions(s)
			}
			credentials[a.Name] = true
			if in := used[a.Name]; in != nil && !in.MountsSecret(a.Name) {
				p.Report(a.Value.Entry, "build argument %s is used by a RUN: its value stays in the history of the image", lint.Label(a.Name)).
					Identify(a.Name).Relate(in.Keyword, "is used here")
			}
		case a.Source == lint.ImageEnv:
			for _, name := range a.Value.Variables() {
				if credentials[name] {
					p.Report(a.Value, "ENV keeps the build argument %s: whoever gets the image has the secret", lint.Label(name)).Identify(a.Name)
					break
				}
			}
		}
	}
}
