package run

import (
	"slices"

	"github.com/stridelint/stridelint/lint"
)

// suppress marks the findings that an ignore covers, and tells each ignore what became of it. Today is YYYY-MM-DD.
func suppress(findings []*lint.Finding, ignores []*lint.Ignore, ran []*lint.Rule, today string) {
	for _, ignore := range ignores {
		rule := byName(ran, ignore.Rule)
		switch {
		case ignore.Fault != "":
			ignore.Outcome = lint.Faulty
		case ignore.Until != "" && ignore.Until < today:
			ignore.Outcome = lint.Expired
		case rule != nil:
			ignore.Outcome = lint.Unmatched
			for _, f := range findings {
				if f.Rule == rule && covers(ignore, f.Span) {
					f.Suppressed = ignore
					ignore.Outcome = lint.Matched
				}
			}
		}
	}
}

// covers tells whether a place, or a part of it, lies in what the ignore covers.
func covers(ignore *lint.Ignore, place lint.Span) bool {
	return slices.ContainsFunc(ignore.Covers, func(c lint.Span) bool {
		return c.File == place.File && c.Start <= place.End && place.Start <= c.End
	})
}

// blame gives an ignore whose name no rule has that fault.
func blame(ignores []*lint.Ignore, known []*lint.Rule) {
	for _, ignore := range ignores {
		if ignore.Fault != "" {
			continue
		}
		if byName(known, ignore.Rule) == nil {
			ignore.Fault = "names " + lint.Label(ignore.Rule) + ", which is no rule" + didYouMean(ignore.Rule, known)
		}
	}
}
