package report

import (
	"bufio"
	"fmt"

	"github.com/stridelint/stridelint/lint"
)

// writeCompact shows each result on one line that editors and terminals can follow: path:line:col: severity: message [rule].
func writeCompact(w *bufio.Writer, r *lint.Report) {
	for i := range r.Results {
		result := &r.Results[i]
		fmt.Fprintf(w, "%s:%d:%d: %s: %s [%s]\n", result.Place.Path, result.Place.Start.Line, result.Place.Start.Column,
			result.Severity, result.Message, result.Rule.ID)
	}
}
