// Package contenttrustdisabled flags Docker content trust that is switched off by hand.
package contenttrustdisabled

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is content-trust-disabled.
var Rule = &lint.Rule{
	ID: "content-trust-disabled", Group: "command", Since: "0.1", Doc: doc,
	Summary:   "Docker content trust is switched off by hand, and nothing verifies images instead.",
	Hint:      "Remove it; pin images by digest, and verify their signature before they are used.",
	Severity:  lint.Info,
	Profile:   lint.Strict,
	Kinds:     []lint.Kind{lint.Dockerfile, lint.Compose, lint.Script},
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.Spoofing},
	Refs:      []lint.Ref{"CIS Docker 1.6.0 4.5"},
	Check:     lint.Each(lint.Assignments(checkVariable), lint.Commands(checkCommand)),
}

const consequence = "this switches Docker content trust off, and leaves open where images come from"

func checkVariable(p *lint.Pass, a *lint.Assignment) {
	if on, said := knowledge.ContentTrust(a); said && !on {
		f := p.Report(a.Value.Entry, "%s", consequence).Identify(a.Value.V)
		if a.Source != lint.ShellVar {
			f.Fix(lint.Unsafe, "remove the variable", lint.Delete(a.Value))
		}
	}
}

func checkCommand(p *lint.Pass, c *lint.Command) {
	if o, on, said := knowledge.ContentTrustOption(c); said && !on {
		p.Report(o, "%s", consequence).Identify(o.Name).
			Fix(lint.Unsafe, "remove the option", c.Without(o))
	}
}
