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
	at := make(map[ruleAndPlace]int, len(findings))
	kept := findings[:0:0]
	var others [][]*lint.Finding // of each that is kept
	for _, f := range findings {
		place := ruleAndPlace{f.Rule, f.Span}
		i, seen := at[place]
		switch {
		case !seen:
			at[place] = len(kept)
			kept, others = append(kept, f), append(others, nil)
		case f.Subject == kept[i].Subject:
		case f.Severity > kept[i].Severity || f.Severity == kept[i].Severity && len(f.Related) < len(kept[i].Related):
			kept[i], others[i] = f, append(others[i], kept[i])
		default:
			others[i] = append(others[i], f)
		}
	}
	for i, one := range kept {
		for _, other := range others[i] {
			for _, r := range other.Related {
				one.Relate(r.Span, "also for "+other.Subject)
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
