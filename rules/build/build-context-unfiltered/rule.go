// Package buildcontextunfiltered flags images that take in the whole folder of the build, the history of the source with it.
package buildcontextunfiltered

import (
	_ "embed"
	"path"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is build-context-unfiltered.
var Rule = &lint.Rule{
	ID: "build-context-unfiltered", Group: "build", Since: "0.1", Doc: doc,
	Summary:   "The whole build context is copied, with what git or the environment keeps in it.",
	Hint:      "Add a .dockerignore file that keeps .git and .env out.",
	Severity:  lint.Low,
	Profile:   lint.Strict,
	Precision: lint.HighPrecision,
	STRIDE:    []lint.Category{lint.InformationDisclosure},
	Refs:      []lint.Ref{"CWE-527", "CWE-538"},
	Check:     lint.Copies(check),
}

func check(p *lint.Pass, c *lint.Copy) {
	context := p.Unit.Context
	if context == nil || !c.Stage.Shipped || c.From.Entry != (lint.Span{}) {
		return
	}
	for i, source := range c.Sources {
		if c.SourceKind(i) != lint.LocalSource || source.State != lint.Set || path.Clean("/"+source.Text) != "/" {
			continue
		}
		for _, name := range [...]string{".git", ".env"} {
			if context.Exists(name) && !context.Ignored(name) {
				p.Report(source, "%s takes %s into the image: no %s keeps it out", c.Name, name, ignoreFile(context)).Identify(name)
				break
			}
		}
	}
}

// ignoreFile is what messages call the file that keeps paths out of the build.
func ignoreFile(context lint.BuildContext) string {
	if name := context.IgnoreFile(); name != "" {
		return "line of " + name
	}
	return ".dockerignore"
}
