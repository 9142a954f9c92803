package run

import (
	"cmp"
	"slices"

	"github.com/stridelint/stridelint/lint"
)

// settle makes one voice of a file's findings: one finding a rule and place, the more specific rule where two speak of
// the same text, in the order of the files and of their text.
func settle(findings []*lint.Finding) []*lint.Finding {
	findings = overrule(merge(findings))
	slices.SortStableFunc(findings, func(a, b *lint.Finding) int {
		return cmp.Or(
			cmp.Compare(a.Span.File.Path, b.Span.File.Path),
			cmp.Compare(a.Span.Start, b.Span.Start),
			cmp.Compare(a.Span.End, b.Span.End),
			cmp.Compare(a.Rule.ID, b.Rule.ID),
		)
	})
	return findings
}

type ruleAndPlace struct {
	rule *lint.Rule
	span lint.Span
}

// merge keeps one finding of a rule about a place: many containers can share what is written once, behind an anchor.
// The worst of them speaks, or the nearest to where it is written, or the first; the others become related places.
func merge(findings []*lint.Finding) []*lint.Finding {
	first := make(map[ruleAndPlace]*lint.Finding, len(findings))
	kept := findings[:0]
	for _, f := range findings {
		place := ruleAndPlace{f.Rule, f.Span}
		one, seen := first[place]
		switch {
		case !seen:
			first[place] = f
			kept = append(kept, f)
		case f.Subject != one.Subject:
			if f.Severity > one.Severity || f.Severity == one.Severity && len(f.Related) < len(one.Related) {
				*f, *one = *one, *f
			}
			for _, r := range f.Related {
				one.Relate(r.Span, "also for "+f.Subject)
			}
		}
	}
	return kept
}

// overrule drops findings about a text of which a more specific rule speaks too.
func overrule(findings []*lint.Finding) []*lint.Finding {
	quiet := map[lint.Span]map[string]bool{}
	for _, f := range findings {
		for _, id := range f.Rule.Over {
			if quiet[f.Span] == nil {
				quiet[f.Span] = map[string]bool{}
			}
			quiet[f.Span][id] = true
		}
	}
	if len(quiet) == 0 {
		return findings
	}
	return slices.DeleteFunc(findings, func(f *lint.Finding) bool { return quiet[f.Span][f.Rule.ID] })
}
