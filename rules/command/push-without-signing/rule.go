// Package pushwithoutsigning flags scripts that push images and sign none.
package pushwithoutsigning

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is push-without-signing.
var Rule = &lint.Rule{
	ID: "push-without-signing", Group: "command", Since: "0.1", Doc: doc,
	Summary:   "An image is pushed, and nothing beside it signs one.",
	Hint:      "Sign the digest that was pushed, with cosign or notation, and verify it where the image runs.",
	Severity:  lint.Low,
	Profile:   lint.Strict,
	Kinds:     []lint.Kind{lint.Script},
	Precision: lint.MediumPrecision,
	STRIDE:    []lint.Category{lint.Repudiation, lint.Spoofing},
	Refs:      []lint.Ref{"CWE-345", "CIS Docker 1.6.0 4.5"},
	Check:     lint.Pushes(check),
}

func check(p *lint.Pass, push *lint.Push) {
	if p.Unit.Kind == lint.CI || push.Image.V.Local() { // in a pipeline, another job or an action may sign
		return
	}
	first := slices.IndexFunc(p.Unit.Pushes, func(other *lint.Push) bool { return !other.Image.V.Local() })
	if p.Unit.Pushes[first] != push || signs(p.Unit) {
		return
	}
	p.Report(push.By, "%s, and nothing here signs an image: whoever gets at the credentials can push one that looks the same", push).Identify("push")
}

// signs tells whether a script signs or attests, or runs something that by its name does.
func signs(u *lint.Unit) bool {
	for _, s := range u.Sessions {
		if slices.ContainsFunc(s.Commands, isSigning) {
			return true
		}
	}
	return slices.ContainsFunc(u.Pushes, func(push *lint.Push) bool { return push.Signed }) ||
		slices.ContainsFunc(u.Assignments, func(a *lint.Assignment) bool { on, _ := knowledge.ContentTrust(a); return on })
}

func isSigning(c *lint.Command) bool {
	if c.Docker != nil {
		return c.Docker.Is("trust sign")
	}
	return slices.ContainsFunc(c.Words, func(w lint.Word) bool {
		text := strings.ToLower(w.Text)
		return strings.Contains(text, "sign") || strings.Contains(text, "attest") || strings.Contains(text, "notation") || strings.Contains(text, "slsa")
	})
}
