// Package maintainerdeprecated flags MAINTAINER.
package maintainerdeprecated

import (
	_ "embed"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is maintainer-deprecated.
var Rule = &lint.Rule{
	ID: "maintainer-deprecated", Group: "build", Since: "0.1", Doc: doc,
	Summary:   "MAINTAINER is deprecated.",
	Hint:      "Name the authors in the label org.opencontainers.image.authors.",
	Severity:  lint.Info,
	Profile:   lint.Pedantic,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.Repudiation},
	Refs:      []lint.Ref{"Docker build check MaintainerDeprecated", "CWE-477"},
	Check:     lint.Stages(check),
}

const label = "org.opencontainers.image.authors"

func check(p *lint.Pass, s *lint.Stage) {
	for _, in := range s.Instructions {
		if in.Name == "MAINTAINER" {
			f := p.Report(in.Keyword, "MAINTAINER is deprecated: tools that look for who made an image read the label %s", label)
			if text, ok := quoted(in); ok {
				f.Fix(lint.Safe, "make it a label", []lint.Edit{{Span: in.Span, Text: in.InCase("LABEL") + " " + label + "=" + text}})
			}
		}
	}
}

// quoted is what MAINTAINER says, which docker takes as it is, quoted for a LABEL, in which quotes and variables have a meaning.
func quoted(in *lint.Instruction) (string, bool) {
	if len(in.Args) == 0 {
		return "", false
	}
	text := in.Args[0].Text
	if n := len(text) - 1; n > 0 && (text[0] == '"' || text[0] == '\'') && text[n] == text[0] {
		text = text[1:n]
	}
	switch {
	case !strings.ContainsAny(text, "\"$\\`"):
		return `"` + text + `"`, true
	case !strings.Contains(text, "'"):
		return "'" + text + "'", true
	}
	return "", false
}
