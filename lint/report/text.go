package report

import (
	"bufio"
	"strconv"
	"strings"
	"unicode"

	"github.com/stridelint/stridelint/lint"
)

// writeText shows each result with its source line, the place underlined, and what to do.
func writeText(w *bufio.Writer, r *lint.Report, o Options) {
	paint := painter(o.Color)
	for i := range r.Results {
		if i > 0 {
			w.WriteByte('\n')
		}
		writeResult(w, &r.Results[i], paint)
	}
}

func writeResult(w *bufio.Writer, r *lint.Result, paint painter) {
	writeLine(w, paint.bold(where(r.Place)), ": ", paint.severity(r.Severity), ": ", printable(r.Message), " ", paint.faint("["+r.Rule.ID+"]"))

	number := strconv.Itoa(int(r.Place.Start.Line))
	gutter := strings.Repeat(" ", len(number))
	if r.Excerpt != nil && strings.TrimSpace(r.Excerpt.Text) != "" {
		writeLine(w, " ", paint.faint(number+" |"), " ", r.Excerpt.Text)
		writeLine(w, " ", paint.faint(gutter+" |"), " ", indent(r.Excerpt), paint.caret(r.Severity, carets(r.Excerpt)))
	}
	for _, related := range r.Related {
		writeLine(w, " ", paint.faint(gutter+" |"), " ", where(related.Place), " ", printable(related.Message))
	}
	if s := r.Suppressed; s != nil {
		writeLine(w, " ", paint.faint(gutter+" ="), " ignored: ", printable(s.Reason))
		return
	}
	hint := r.Rule.Hint
	if level := r.PodSecurity; level != lint.Unregulated {
		hint = strings.TrimLeft(hint+" "+paint.faint("[PSS "+level.String()+"]"), " ")
	}
	if hint != "" {
		writeLine(w, " ", paint.faint(gutter+" ="), " ", hint)
	}
}

func writeLine(w *bufio.Writer, parts ...string) {
	for _, part := range parts {
		w.WriteString(part)
	}
	w.WriteByte('\n')
}

// where is a place as editors and terminals follow it.
func where(p lint.Place) string {
	return printable(p.Path) + ":" + strconv.Itoa(int(p.Start.Line)) + ":" + strconv.Itoa(int(p.Start.Column))
}

// indent is blanks as wide as what stands before the place, tabs kept.
func indent(e *lint.Excerpt) string {
	var b strings.Builder
	for _, c := range []rune(e.Text)[:e.Start] {
		b.WriteString(blank(c))
	}
	return b.String()
}

func carets(e *lint.Excerpt) string {
	width := 0
	for _, c := range []rune(e.Text)[e.Start:e.End] {
		width += len(blank(c))
	}
	return strings.Repeat("^", max(width, 1))
}

// blank is white space as wide as a character on a terminal: East Asian letters and emoji take two cells, marks none.
func blank(c rune) string {
	switch {
	case c == '\t':
		return "\t"
	case unicode.Is(unicode.Mn, c) || c == '\u200d':
		return ""
	case c >= 0x1100 && unicode.In(c, unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana) || c >= 0x1f300 && c <= 0x1faff:
		return "  "
	}
	return " "
}

// painter puts colour around text, or leaves it as it is.
type painter bool

func (p painter) wrap(code, text string) string {
	if !p {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

func (p painter) bold(text string) string  { return p.wrap("1", text) }
func (p painter) faint(text string) string { return p.wrap("2", text) }

func (p painter) severity(s lint.Severity) string           { return p.wrap("1;"+color(s), s.String()) }
func (p painter) caret(s lint.Severity, text string) string { return p.wrap(color(s), text) }

// color is the terminal's code for a severity: red, yellow or blue.
func color(s lint.Severity) string {
	switch {
	case s >= lint.High:
		return "31"
	case s == lint.Medium:
		return "33"
	}
	return "34"
}
