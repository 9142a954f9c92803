// Package legacykeyvalue flags ENV and LABEL without a =.
package legacykeyvalue

import (
	_ "embed"
	"strings"
	"unicode"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is legacy-key-value.
var Rule = &lint.Rule{
	ID: "legacy-key-value", Group: "build", Since: "0.1", Doc: doc,
	Summary:   "ENV or LABEL has a space between name and value.",
	Hint:      "Put a = between name and value, and quotes around a value with spaces.",
	Severity:  lint.Info,
	Profile:   lint.Pedantic,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.Tampering},
	Refs:      []lint.Ref{"Docker build check LegacyKeyValueFormat", "CWE-710"},
	Check:     lint.Stages(check),
}

func check(p *lint.Pass, s *lint.Stage) {
	for _, in := range s.Instructions {
		if in.Name != "ENV" && in.Name != "LABEL" || len(in.Args) != 2 || strings.Contains(in.Args[0].Span.Text(), "=") {
			continue
		}
		name := in.Args[0]
		p.Report(name, "a space stands between %s and its value: all behind it is the value, further names too", lint.Label(name.Text)).
			Identify(name.Text).
			Fix(lint.Safe, "put a = between them", rewrite(name.Span, in.Args[1].Span))
	}
}

// rewrite is the edits that put a = between name and value, and quotes around the value if it needs some. There are none where
// a comment stands in between, or where a value with quotes of its own would need more.
func rewrite(name, value lint.Span) []lint.Edit {
	between := lint.Span{File: name.File, Start: name.End, End: value.Start}
	raw := value.Text()
	if strings.Contains(between.Text()+raw, "#") && strings.Contains(between.Text()+raw, "\n") {
		return nil
	}
	begin, end := lint.Span{File: value.File, Start: value.Start, End: value.Start}, lint.Span{File: value.File, Start: value.End, End: value.End}
	switch {
	case !spaced(raw):
		return []lint.Edit{{Span: between, Text: "="}}
	case !strings.ContainsAny(unwrapped(raw), "\"'\\`"):
		return []lint.Edit{{Span: between, Text: "="}, {Span: begin, Text: `"`}, {Span: end, Text: `"`}}
	}
	return nil
}

// spaced tells whether a value has white space outside its quotes, as far as can be told: what escapes quotes is taken for white space.
func spaced(raw string) bool {
	if !strings.ContainsAny(raw, " \t\r\n\v\f") {
		return false
	}
	quote := rune(0)
	for _, c := range raw {
		switch {
		case strings.ContainsRune("\\`", c), quote == 0 && unicode.IsSpace(c):
			return true
		case c == quote:
			quote = 0
		case quote == 0 && (c == '"' || c == '\''):
			quote = c
		}
	}
	return false
}

// unwrapped is a value without the backslashes that end its lines.
func unwrapped(raw string) string {
	lines := strings.Split(raw, "\n")
	for i := range lines[:len(lines)-1] {
		lines[i] = strings.TrimSuffix(strings.TrimRight(lines[i], " \t\r"), "\\")
	}
	return strings.Join(lines, "\n")
}
