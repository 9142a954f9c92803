// Package sensitivefilecopied flags files with credentials that a build takes into the image.
package sensitivefilecopied

import (
	_ "embed"
	"fmt"
	"path"
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is sensitive-file-copied.
var Rule = &lint.Rule{
	ID: "sensitive-file-copied", Group: "build", Since: "0.1", Doc: doc,
	Summary:   "A file with credentials is copied into the image.",
	Hint:      "Keep the file out with .dockerignore, and mount what a step needs as a secret.",
	Severity:  lint.High,
	Precision: lint.HighPrecision,
	STRIDE:    []lint.Category{lint.InformationDisclosure},
	Refs:      []lint.Ref{"CWE-538", "CIS Docker 1.6.0 4.10"},
	Over:      []string{"build-context-unfiltered"},
	Check:     lint.Copies(check),
}

func check(p *lint.Pass, c *lint.Copy) {
	if p.Unit.Context == nil || !c.Stage.Shipped || c.From.Entry != (lint.Span{}) {
		return
	}
	for i, source := range c.Sources {
		if c.SourceKind(i) != lint.LocalSource || source.State != lint.Set {
			continue
		}
		files := secretsIn(p.Unit.Context, source.Text)
		if len(files) == 0 {
			continue
		}
		f := p.Report(source, "%s brings %s into the image: whoever gets the image has the credentials in it", c.Name, list(files)).
			Identify(files[0])
		if !slices.ContainsFunc(files, knowledge.IsAlwaysSecret) {
			f.As(lint.Medium)
		}
	}
}

// secretsIn is the files with credentials among what a source stands for, and right in it if that is a folder.
func secretsIn(context lint.BuildContext, source string) []string {
	found := context.Match(source, knowledge.IsSecretFile)
	if strings.ContainsAny(source, "*?[") || len(found) > 0 {
		return found
	}
	found = context.Match(path.Join(source, "*"), knowledge.IsSecretFile)
	for _, file := range knowledge.SecretFilesOfTools() {
		found = append(found, context.Match(path.Join(source, file), knowledge.IsSecretFile)...)
	}
	return found
}

// list is up to three names in a row, and how many more there are.
func list(files []string) string {
	const most = 3
	var names []string
	for _, file := range files[:min(len(files), most)] {
		names = append(names, lint.Label(file))
	}
	text := strings.Join(names, ", ")
	if more := len(files) - most; more > 0 {
		text += fmt.Sprintf(" and %d more", more)
	}
	return text
}
