package report

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// maxAnnotations is how many annotations of a kind GitHub shows for a step; it drops the others without a word.
// https://github.com/actions/toolkit/blob/main/docs/problem-matchers.md#limitations
const maxAnnotations = 10

// annotation is the kind of a workflow command: https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
type annotation string

// annotations is the kinds, the worst first.
var annotations = []annotation{"error", "warning", "notice"}

func annotationOf(s lint.Severity) annotation {
	switch {
	case s >= lint.High:
		return "error"
	case s == lint.Medium:
		return "warning"
	}
	return "notice"
}

// writeGitHub shows each result as a workflow command, errors first, as many of a kind as GitHub shows.
func writeGitHub(w *bufio.Writer, r *lint.Report, o Options) {
	shown := map[annotation]int{}
	for _, result := range worstFirst(r.Results) {
		kind := annotationOf(result.Severity)
		if shown[kind]++; shown[kind] > maxAnnotations {
			continue
		}
		place := result.Place
		fmt.Fprintf(w, "::%s file=%s,line=%d,col=%d", kind, escapeProperty(o.FromRoot(place.Path)), place.Start.Line, place.Start.Column)
		if place.Start.Line == place.End.Line { // GitHub refuses columns of a place with several lines
			fmt.Fprintf(w, ",endLine=%d,endColumn=%d", place.End.Line, place.End.Column)
		}
		fmt.Fprintf(w, ",title=%s::%s\n", escapeProperty(result.Rule.ID), escapeData(printable(result.Message)+". "+result.Rule.Hint))
	}
	for _, kind := range annotations {
		if more := shown[kind] - maxAnnotations; more > 0 {
			fmt.Fprintf(w, "%s not annotated: GitHub shows %d of a kind for a step\n", count(more, "more "+string(kind)), maxAnnotations)
		}
	}
}

// WriteStepSummary writes all results as Markdown, for the page of a GitHub workflow run.
func WriteStepSummary(w io.Writer, r *lint.Report) error {
	b := bufio.NewWriter(w)
	fmt.Fprintf(b, "### stridelint\n\n%s\n", Summary(r))
	if len(r.Results) > 0 {
		fmt.Fprint(b, "\n| severity | place | what | rule |\n|---|---|---|---|\n")
	}
	sorted := worstFirst(r.Results)
	for _, result := range sorted[:min(len(sorted), maxSummaryRows)] {
		fmt.Fprintf(b, "| %s | %s:%d:%d | %s | %s |\n", result.Severity, escapeCell(result.Place.Path),
			result.Place.Start.Line, result.Place.Start.Column, escapeCell(result.Message), result.Rule.ID)
	}
	if more := len(sorted) - maxSummaryRows; more > 0 {
		fmt.Fprintf(b, "\n%s not listed here.\n", count(more, "more finding"))
	}
	return b.Flush()
}

// maxSummaryRows keeps the summary well below the 1 MiB that GitHub takes from a step.
const maxSummaryRows = 1000

// worstFirst is results by severity, those of the same one in their order, suppressed ones left out.
func worstFirst(results []lint.Result) []*lint.Result {
	var sorted []*lint.Result
	for i := range results {
		if results[i].Suppressed == nil {
			sorted = append(sorted, &results[i])
		}
	}
	slices.SortStableFunc(sorted, func(a, b *lint.Result) int { return cmp.Compare(b.Severity, a.Severity) })
	return sorted
}

// escapeData escapes what stands behind the :: of a workflow command, as GitHub's own toolkit does.
func escapeData(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A").Replace(s)
}

// escapeProperty escapes the value of a workflow command's property.
func escapeProperty(s string) string {
	return strings.NewReplacer("%", "%25", "\r", "%0D", "\n", "%0A", ":", "%3A", ",", "%2C").Replace(s)
}

// escapeCell escapes what stands in a cell of a Markdown table.
func escapeCell(s string) string {
	return strings.NewReplacer("\\", "\\\\", "|", "\\|", "`", "'", "<", "&lt;", "[", "&#91;", "]", "&#93;", "!", "&#33;", "@", "&#64;",
		"*", "&#42;", "_", "&#95;", "#", "&#35;", "&", "&amp;").Replace(printable(s))
}
