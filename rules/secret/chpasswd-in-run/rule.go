// Package chpasswdinrun flags builds that set the password of a user.
package chpasswdinrun

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is chpasswd-in-run.
var Rule = &lint.Rule{
	ID: "chpasswd-in-run", Group: "secret", Since: "0.1", Doc: doc,
	Summary:   "A build step sets a user's password.",
	Hint:      "Build users without a password; let people in with keys or an identity provider when the container runs.",
	Severity:  lint.High,
	Kinds:     []lint.Kind{lint.Dockerfile},
	Precision: lint.HighPrecision,
	STRIDE:    []lint.Category{lint.InformationDisclosure},
	Refs:      []lint.Ref{"CWE-798", "CIS Docker 1.6.0 4.10"},
	Check:     lint.Commands(check, "chpasswd", "usermod", "useradd", "passwd"),
}

func check(p *lint.Pass, c *lint.Command) {
	if at, sets := knowledge.SetsPassword(c); sets && !mountsSecret(c.Session.Instruction) {
		p.Report(at, "%s sets a password that stays in the image's history, and is the same in every container", c).Identify("password")
	}
}

// mountsSecret tells whether the step is handed a secret, which then is what the password is made of.
func mountsSecret(run *lint.Instruction) bool {
	return slices.ContainsFunc(run.Flags, func(f lint.Flag) bool {
		return f.Name == "mount" && slices.Contains(strings.Split(f.Value.V, ","), "type=secret")
	})
}
