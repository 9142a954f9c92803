// Package secretinenv flags secrets that are written out where a container, an image or a script keeps its variables.
package secretinenv

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is secret-in-env.
var Rule = &lint.Rule{
	ID: "secret-in-env", Group: "secret", Since: "0.1", Doc: doc,
	Summary:   "A secret is written out as the value of a variable.",
	Hint:      "Change the secret, then pass it in from outside: as a mounted secret file or, at least, by reference.",
	Severity:  lint.High,
	Precision: lint.HighPrecision,
	STRIDE:    []lint.Category{lint.InformationDisclosure, lint.Spoofing},
	Refs:      []lint.Ref{"CWE-798", "CWE-526", "CIS Docker 1.6.0 4.10", "CIS Kubernetes 1.12 5.4.1"},
	Check:     lint.Written(check),
}

func check(p *lint.Pass, a *lint.Assignment) {
	if !a.Value.Known() || !knowledge.SecretName(a.Name) {
		return
	}
	severity, profile := p.Rule.Severity, p.Rule.Profile
	switch knowledge.JudgeSecret(a.Value.V) {
	case knowledge.NoSecret, knowledge.SecretReference:
		return
	case knowledge.WeakSecret:
		severity = lint.Medium
		if p.Unit.Kind == lint.CI {
			profile = lint.Strict // most often that of a database which ends with the job
		}
	}
	who := "can read this file"
	switch a.Source {
	case lint.ContainerEnv:
		who += " or inspect the container"
	case lint.ImageEnv:
		who += " or get the image"
	case lint.BuildArg:
		// The last stage need not have it, so it need not reach those who only have the image.
		who += " or see the build"
		severity = lint.Medium
	case lint.ShellVar:
		severity = lint.Medium
	}
	p.Report(a.Value, "%s is written out: whoever %s has the secret", a.Name, who).As(severity).In(profile).Identify(a.Name)
}
