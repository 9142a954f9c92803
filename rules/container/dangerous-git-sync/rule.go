// Package dangerousgitsync flags git-sync containers that are told to run another program in the place of git.
package dangerousgitsync

import (
	_ "embed"
	"path"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is dangerous-git-sync.
var Rule = &lint.Rule{
	ID: "dangerous-git-sync", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "A container of git-sync is told to run another program in the place of git.",
	Hint:      "Take GITSYNC_GIT out: the image brings its own git.",
	Severity:  lint.High,
	Precision: lint.HighPrecision,
	Kinds:     []lint.Kind{lint.Kubernetes},
	STRIDE:    []lint.Category{lint.Tampering},
	Refs:      []lint.Ref{"CWE-829"},
	Check:     lint.Assignments(check),
}

func check(p *lint.Pass, a *lint.Assignment) {
	if a.Name != "GITSYNC_GIT" || a.Source != lint.ContainerEnv || !a.Value.Known() || path.Base(a.Value.V) == "git" {
		return
	}
	p.Report(a.Value, "%s has git-sync run another program in the place of git: whoever may set the variable runs code with the pod's account", a).
		Identify(a.Name)
}
