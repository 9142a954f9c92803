// Package envselfreference flags variables that are used in the ENV that sets them.
package envselfreference

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is env-self-reference.
var Rule = &lint.Rule{
	ID: "env-self-reference", Group: "build", Since: "0.1", Doc: doc,
	Summary:   "A variable is used in the ENV that sets it, where it is not set yet.",
	Hint:      "Put the value that uses the variable into an ENV of its own, below.",
	Severity:  lint.Low,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.Tampering},
	Refs:      []lint.Ref{"Docker build check UndefinedVar", "CWE-457"},
	Over:      []string{"undefined-variable"},
	Check:     lint.Stages(check),
}

func check(p *lint.Pass, s *lint.Stage) {
	for _, in := range s.Instructions {
		if in.Name != "ENV" {
			continue
		}
		for _, u := range in.Undefined {
			set := slices.IndexFunc(in.Args, func(pair lint.Word) bool { return sets(pair, u) })
			if set < 0 {
				continue
			}
			p.Report(u.Span, "%s is only set by this very ENV, so it is empty here", u.Name).Identify(u.Name).
				Relate(in.Args[set].Span, "it is set here").
				Fix(lint.Unsafe, "use it in an ENV of its own", split(in, u, set))
		}
	}
}

// sets tells whether a name=value word sets the variable, other than by its own earlier value.
func sets(pair lint.Word, u lint.Undefined) bool {
	name, _, found := strings.Cut(pair.Text, "=")
	return found && name == u.Name && !pair.Span.Contains(u.Span)
}

// split is the edits that begin a new ENV at the word that uses the variable, if that stands behind the one that sets it and
// no comment stands between the words.
func split(in *lint.Instruction, u lint.Undefined, set int) []lint.Edit {
	user := slices.IndexFunc(in.Args, func(pair lint.Word) bool { return pair.Span.Contains(u.Span) })
	if user <= set {
		return nil
	}
	between := lint.Span{File: u.Span.File, Start: in.Args[user-1].Span.End, End: in.Args[user].Span.Start}
	if strings.Contains(between.Text(), "#") {
		return nil
	}
	return []lint.Edit{{Span: between, Text: in.LineBreak() + in.InCase("ENV") + " "}}
}
