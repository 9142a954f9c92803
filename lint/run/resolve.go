package run

import (
	"slices"
	"unicode/utf8"

	"github.com/stridelint/stridelint/lint"
)

// resolve turns the findings into results that no longer need the files, leaving out those that are not to be shown.
func (r reading) resolve(o Options) []lint.Result {
	if len(r.findings) == 0 {
		return nil
	}
	results := make([]lint.Result, 0, len(r.findings))
	for _, file := range r.files() {
		results = resolve(results, file, secrets(file, r.units), r.about(file), o)
	}
	return results
}

// resolve adds the results of a file's findings.
func resolve(results []lint.Result, file *lint.File, hidden masks, findings []*lint.Finding, o Options) []lint.Result {
	var names []lint.Fingerprint
	if o.Fingerprints {
		// Of all findings, shown or not: what is shown must not change what another is called.
		names = fingerprints(o.FromRoot(file.Path), findings)
	}
	lines := lineMasks{file: hidden}
	first := len(results)
	for i, f := range findings {
		if f.Severity < o.MinSeverity || f.Suppressed != nil && !o.ShowSuppressed {
			continue
		}
		results = append(results, lint.Result{
			Rule: f.Rule, Severity: f.Severity, Subject: f.Subject, Message: lines.conceal(f.Message), Key: f.Key, PodSecurity: f.PodSecurity,
			Place:      place(f.Span),
			Related:    resolveRelated(f.Related, &lines),
			Suppressed: resolveIgnore(f.Suppressed),
		})
		result := &results[len(results)-1]
		if o.Fingerprints {
			result.Fingerprint = names[i]
		}
		if o.Excerpts {
			result.Excerpt = excerpt(f.Span, &lines)
		}
		if o.Fixes {
			result.Fixes = resolveFixes(f.Fixes, &lines)
		}
	}
	if o.LineHashes {
		hashLines(file, hidden, results[first:])
	}
	return results
}

func resolveIgnore(i *lint.Ignore) *lint.Suppression {
	if i == nil {
		return nil
	}
	return &lint.Suppression{Rule: i.Rule, Reason: i.Reason, Owner: i.Owner, Until: i.Until, Place: place(i.Whole), Outcome: i.Outcome}
}

func resolveIgnores(accepted []*lint.Ignore) []lint.Suppression {
	var resolved []lint.Suppression
	for _, i := range accepted {
		resolved = append(resolved, *resolveIgnore(i))
	}
	return resolved
}

func place(s lint.Span) lint.Place {
	return lint.Place{Path: s.File.Path, Start: s.File.Position(s.Start), End: s.File.Position(s.End)}
}

func resolveRelated(related []lint.Related, hidden *lineMasks) []lint.RelatedPlace {
	var places []lint.RelatedPlace
	for _, r := range related {
		places = append(places, lint.RelatedPlace{Place: place(r.Span), Message: hidden.conceal(r.Message)})
	}
	return places
}

// resolveFixes leaves out fixes whose new text holds a secret: they can be made, but not shown.
func resolveFixes(fixes []lint.Fix, hidden *lineMasks) []lint.ResolvedFix {
	var resolved []lint.ResolvedFix
	for _, fix := range fixes {
		if slices.ContainsFunc(fix.Edits, hidden.within) {
			continue
		}
		r := lint.ResolvedFix{Title: fix.Title, Safe: fix.Safe}
		for _, edit := range fix.Edits {
			r.Edits = append(r.Edits, lint.ResolvedEdit{Place: place(edit.Span), Text: edit.Text})
		}
		resolved = append(resolved, r)
	}
	return resolved
}

const (
	// maxExcerpt is how many bytes of a source line are shown at most, and excerptLead how many of them before the place.
	maxExcerpt  = 200
	excerptLead = 80
)

// excerpt is the line on which the span starts: secrets masked, cut around the span if long, fit for a terminal.
func excerpt(s lint.Span, lines *lineMasks) *lint.Excerpt {
	text := s.File.Text
	line := s.File.LineSpan(s.Start)
	from, to := line.Start, line.End
	if to-from > maxExcerpt {
		from = runeStart(text, max(line.Start, s.Start-excerptLead))
		to = runeStart(text, min(line.End, from+maxExcerpt))
	}
	start := min(max(s.Start, from), to)
	end := min(max(s.End, start), to)

	hidden := lines.on(lint.Span{File: s.File, Start: from, End: to})
	before, shown, after := hidden.render(s.File, from, start), hidden.render(s.File, start, end), hidden.render(s.File, end, to)
	if from > line.Start {
		before = "…" + before
	}
	if to < line.End {
		after += "…"
	}
	lead := utf8.RuneCountInString(before)
	return &lint.Excerpt{Text: before + shown + after, Start: lead, End: lead + utf8.RuneCountInString(shown)}
}

func runeStart(text []byte, at int) int {
	for at > 0 && at < len(text) && !utf8.RuneStart(text[at]) {
		at--
	}
	return at
}
