// Package copywholestagefs flags images that take over the whole file system of another stage.
package copywholestagefs

import (
	_ "embed"
	"path"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is copy-whole-stage-fs.
var Rule = &lint.Rule{
	ID: "copy-whole-stage-fs", Group: "build", Since: "0.1", Doc: doc,
	Summary:   "The whole file system of another stage is copied.",
	Hint:      "Copy the files and folders that are needed, by name.",
	Severity:  lint.Low,
	Profile:   lint.Strict,
	Precision: lint.HighPrecision,
	STRIDE:    []lint.Category{lint.InformationDisclosure},
	Refs:      []lint.Ref{"CWE-668"},
	Check:     lint.Copies(check),
}

func check(p *lint.Pass, c *lint.Copy) {
	if !c.From.Known() || !isRoot(c.Destination) {
		return
	}
	stage := p.Unit.StageNamed(c.From.V)
	if stage == nil || isImage(stage) {
		return
	}
	for _, source := range c.Sources {
		if isRoot(source) || source.State == lint.Set && source.Text == "/*" {
			p.Report(source, "all files of %s are copied, what only its build needed and what was secret there with them", stage).
				Identify(c.From.V)
		}
	}
}

// isImage tells whether nothing is built in a stage: it is another name of an image, such as one that is made to be copied as a whole.
func isImage(s *lint.Stage) bool {
	for stage := range s.Chain() {
		for range stage.Effective("RUN", "COPY", "ADD") {
			return false
		}
	}
	return true
}

func isRoot(w lint.Word) bool { return w.State == lint.Set && path.Clean(w.Text) == "/" }
