// Package workdirsystemdir flags build steps that work in a folder of the system.
package workdirsystemdir

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is workdir-system-dir.
var Rule = &lint.Rule{
	ID: "workdir-system-dir", Group: "build", Since: "0.1", Doc: doc,
	Summary:   "The working folder is a folder that belongs to the system.",
	Hint:      "Work in a folder of your own, such as /app.",
	Severity:  lint.Low,
	Profile:   lint.Strict,
	Precision: lint.HighPrecision,
	STRIDE:    []lint.Category{lint.Tampering},
	Refs:      []lint.Ref{"CWE-668"},
	Check:     lint.Instructions(check, "WORKDIR"),
}

func check(p *lint.Pass, _ *lint.Stage, in *lint.Instruction) {
	if len(in.Args) == 0 || in.Args[0].State != lint.Set {
		return
	}
	dir := in.Args[0]
	switch knowledge.SystemFolder(dir.Text) {
	case knowledge.MountedFolder:
		p.Report(dir, "%s is laid over when a container starts: what is written there is lost, or changes the system", lint.Label(dir.Text)).
			Identify(dir.Text)
	case knowledge.ProgramFolder:
		p.Report(dir, "%s belongs to the system: relative paths of later steps and of the program change files of the system", lint.Label(dir.Text)).
			Identify(dir.Text)
	}
}
