package report

import (
	"bufio"
	"fmt"

	"github.com/stridelint/stridelint/lint"
)

// writeCompact shows each result on one line that editors and terminals can follow: path:line:col: severity: message [rule].
func writeCompact(w *bufio.Writer, r *lint.Report) {
	for i := range r.Results {
		result, ignored := &r.Results[i], ""
		if result.Suppressed != nil {
			ignored = " (ignored)"
		}
		fmt.Fprintf(w, "%s:%d:%d: %s: %s [%s]%s\n", printable(result.Place.Path), result.Place.Start.Line, result.Place.Start.Column,
			result.Severity, printable(result.Message), result.Rule.ID, ignored)
	}
}
