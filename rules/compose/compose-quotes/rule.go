// Package composequotes flags ports without quotes and volumes with quotes that change nothing.
package composequotes

import (
	_ "embed"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is compose-quotes.
var Rule = &lint.Rule{
	ID: "compose-quotes", Group: "compose", Since: "0.1", Doc: doc,
	Summary:   "A port stands without quotes, or a volume in quotes that change nothing.",
	Hint:      "Put ports in quotes; leave volumes without.",
	Severity:  lint.Info,
	Profile:   lint.Pedantic,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.Tampering},
	Refs:      []lint.Ref{"CWE-710"},
	Check:     lint.Services(check),
}

func check(p *lint.Pass, s *lint.Service) {
	for _, port := range s.Get("ports").Items() {
		if n := port.Node; n.Kind == lint.Scalar && n.Style == lint.Plain && !n.IsNull() {
			p.Report(port, "%s names the port %s without quotes: older readers of YAML take some such for a number to the base of 60", s, n.Value).
				Identify(n.Value).Fix(lint.Safe, "put it in quotes", []lint.Edit{{Span: n.Span, Text: `"` + n.Value + `"`}})
		}
	}
	for _, volume := range s.Get("volumes").Items() {
		if n := volume.Node; n.Kind == lint.Scalar && isQuoted(n) {
			p.Report(volume, "%s names the volume %s in quotes that change nothing", s, n.Value).
				Identify(n.Value).Fix(lint.Safe, "take the quotes away", []lint.Edit{{Span: n.Span, Text: n.Value}})
		}
	}
}

// isQuoted tells whether a scalar stands in quotes without which it would be the same text.
func isQuoted(n *lint.Node) bool {
	written := n.Span.Text()
	if n.Style != lint.SingleQuoted && n.Style != lint.DoubleQuoted || n.Tag != "" || written[1:len(written)-1] != n.Value {
		return false
	}
	return n.Parent != nil && n.Parent.Style == lint.Block && isPlain(n.Value)
}

// isPlain tells whether YAML, of either version, reads a text in a block as it stands. Words that begin with a letter or have a slash in
// them are neither numbers nor dates.
func isPlain(s string) bool {
	switch strings.ToLower(s) {
	case "", "true", "false", "yes", "no", "on", "off", "y", "n", "null":
		return false
	}
	const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
	return strings.Trim(s, letters+"0123456789_./~${}:@%+,=-") == "" && !strings.HasSuffix(s, ":") &&
		(strings.Contains(letters, s[:1]) || strings.Contains("./~$", s[:1]) && strings.Contains(s, "/"))
}
