package report

import (
	"fmt"
	"io"
	"text/tabwriter"

	"github.com/stridelint/stridelint/lint"
)

// IgnoresFormats is the names of the formats that WriteIgnores knows.
var IgnoresFormats = []string{"text", "markdown"}

// WriteIgnores lists the accepted risks of a report as a table: for a terminal or, as Markdown, for a review.
func WriteIgnores(w io.Writer, format string, r *lint.Report) error {
	if format == "markdown" {
		return writeIgnoresMarkdown(w, r.Ignores)
	}
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "PLACE\tRULE\tSTATE\tUNTIL\tOWNER\tREASON")
	for _, i := range r.Ignores {
		fmt.Fprintf(table, "%s:%d\t%s\t%s\t%s\t%s\t%s\n", printable(i.Place.Path), i.Place.Start.Line, printable(orDash(i.Rule)),
			i.Outcome, printable(orDash(i.Until)), printable(orDash(i.Owner)), printable(orDash(i.Reason)))
	}
	return table.Flush()
}

func writeIgnoresMarkdown(w io.Writer, ignores []lint.Suppression) error {
	if _, err := fmt.Fprint(w, "| place | rule | state | until | owner | reason |\n|---|---|---|---|---|---|\n"); err != nil {
		return err
	}
	for _, i := range ignores {
		_, err := fmt.Fprintf(w, "| %s:%d | %s | %s | %s | %s | %s |\n", escapeCell(i.Place.Path), i.Place.Start.Line,
			escapeCell(orDash(i.Rule)), i.Outcome, escapeCell(orDash(i.Until)), escapeCell(orDash(i.Owner)), escapeCell(orDash(i.Reason)))
		if err != nil {
			return err
		}
	}
	return nil
}

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}
