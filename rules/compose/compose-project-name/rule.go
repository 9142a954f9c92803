// Package composeprojectname flags compose files that leave their project without a name.
package composeprojectname

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is compose-project-name.
var Rule = &lint.Rule{
	ID: "compose-project-name", Group: "compose", Since: "0.1", Doc: doc,
	Summary:   "The project has no name of its own: it takes that of the folder it lies in.",
	Hint:      "Write name: at the top of the file.",
	Severity:  lint.Info,
	Profile:   lint.Pedantic,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.Tampering},
	Refs:      []lint.Ref{"CWE-706"},
	Check:     lint.Projects(check),
}

func check(p *lint.Pass, project *lint.Project) {
	p.Missing(project.Root.Get("name"), "the project has no name: two folders of one name are one project, and one's containers and volumes take the place of the other's")
}
