// Package report writes a report for people and machines: one file an output format.
// A format only shows; what is shown, and what the exit status will be, is decided before.
package report

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/stridelint/stridelint/lint"
)

// Options is how a report is shown.
type Options struct {
	Color   bool
	Version string // of stridelint
	// FromRoot maps a path to the one below the root of the git repository, by which GitHub knows the file.
	FromRoot func(path string) string
}

// Formats is the names of the formats that Write knows.
var Formats = []string{"text", "compact", "json", "github"}

// Write shows a report in a format.
func Write(w io.Writer, format string, r *lint.Report, o Options) error {
	buffered := bufio.NewWriterSize(w, 64<<10)
	switch format {
	case "text":
		writeText(buffered, r, o)
	case "compact":
		writeCompact(buffered, r)
	case "github":
		writeGitHub(buffered, r, o)
	case "json":
		if err := writeJSON(buffered, r, o); err != nil {
			return err
		}
	default:
		return fmt.Errorf("unknown format %q: it is one of %s", format, strings.Join(Formats, ", "))
	}
	return buffered.Flush()
}

// Summary is one sentence on what was judged and found.
func Summary(r *lint.Report) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s judged", count(r.Judged(), "file"))
	var kinds []string
	for _, k := range lint.Kinds {
		if n := r.Files[k]; n > 0 {
			kinds = append(kinds, count(n, k.Noun()))
		}
	}
	if len(kinds) > 0 {
		fmt.Fprintf(&b, " (%s)", strings.Join(kinds, ", "))
	}
	fmt.Fprintf(&b, ": %s", count(r.Findings(), "finding"))
	var severities []string
	for _, s := range lint.Severities {
		if n := r.Count(s); n > 0 {
			severities = append(severities, fmt.Sprintf("%d %s", n, s))
		}
	}
	if len(severities) > 0 {
		fmt.Fprintf(&b, " (%s)", strings.Join(severities, ", "))
	}
	return b.String()
}

// Charts is a line for each Helm chart whose templates could only be read in part.
func Charts(r *lint.Report) []string {
	var lines []string
	for _, chart := range slices.Sorted(maps.Keys(r.Templates)) {
		n := r.Templates[chart]
		verb := "were"
		if n == 1 {
			verb = "was"
		}
		lines = append(lines, fmt.Sprintf("Helm chart %s: %s %s read in part; what helm template renders can be judged in full", printable(chart), count(n, "template"), verb))
	}
	return lines
}

// printable is text from a file or a path as it may stand on a line of output: what a terminal or a log would obey is
// replaced, and at the start of a line nothing reads as a workflow command of a CI system.
func printable(s string) string {
	s = strings.Map(func(r rune) rune {
		if ' ' <= r && r <= '~' {
			return r // most are, and that is told sooner
		}
		if unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029' {
			return utf8.RuneError
		}
		return r
	}, s)
	if strings.HasPrefix(s, "::") || strings.HasPrefix(s, "##[") {
		return "./" + s
	}
	return s
}

// count is a number with its noun, in the plural where it must be.
func count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}
