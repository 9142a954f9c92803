// Package definitiondescription flags comments above ARG and FROM that describe something else.
package definitiondescription

import (
	_ "embed"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is definition-description.
var Rule = &lint.Rule{
	ID: "definition-description", Group: "build", Since: "0.1", Doc: doc,
	Summary:   "The comment above an ARG or a named FROM does not begin with what it defines.",
	Hint:      "Begin the comment with the name, or put an empty # between it and the instruction.",
	Severity:  lint.Info,
	Profile:   lint.Pedantic,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.Repudiation},
	Refs:      []lint.Ref{"Docker build check InvalidDefinitionDescription", "CWE-1116"},
	Check:     lint.Stages(check),
}

func check(p *lint.Pass, s *lint.Stage) {
	if s.Index == 0 {
		for _, in := range p.Unit.Preamble {
			judge(p, in)
		}
	}
	for _, in := range s.Instructions {
		judge(p, in)
	}
}

func judge(p *lint.Pass, in *lint.Instruction) {
	defined := names(in)
	if len(defined) == 0 || len(in.Comments) == 0 {
		return
	}
	comment := in.Comments[len(in.Comments)-1]
	first, _, _ := strings.Cut(comment.Text, " ")
	if comment.Text == "" || forTools(comment.Text) {
		return
	}
	for _, name := range defined {
		if name.Text == first {
			return
		}
	}
	name := defined[0]
	p.Report(name, "the comment above is shown as what %s is for, but does not begin with that name", lint.Label(name.Text)).
		Identify(name.Text).
		Relate(comment.Span, "the comment").
		Fix(lint.Safe, "set the comment apart", in.InsertAbove("#"))
}

// names is what an instruction defines: a stage or build arguments.
func names(in *lint.Instruction) []lint.Word {
	var all []lint.Word
	switch {
	case in.Name == "FROM" && len(in.Args) == 3:
		name := in.Args[2]
		name.Text = strings.ToLower(name.Text)
		return []lint.Word{name}
	case in.Name == "ARG":
		for _, word := range in.Args {
			name, _, _ := strings.Cut(word.Text, "=")
			if name == "" {
				continue // docker refuses it
			}
			if strings.HasPrefix(word.Span.Text(), name) {
				word.Span.End = word.Span.Start + len(name)
			}
			word.Text = name
			all = append(all, word)
		}
	}
	return all
}

// forTools tells whether a comment speaks to a program rather than to people.
func forTools(comment string) bool {
	for _, mark := range []string{"stridelint:", "hadolint ", "check=", "checkov:", "trivy:", "kics-scan ", "renovate:", "nosemgrep"} {
		if strings.HasPrefix(comment, mark) {
			return true
		}
	}
	return false
}
