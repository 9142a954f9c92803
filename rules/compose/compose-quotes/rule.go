// Package composequotes flags ports without quotes and volumes with quotes that change nothing.
package composequotes

import (
	_ "embed"
	"regexp"
	"sync"

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
	if n.Style != lint.SingleQuoted && n.Style != lint.DoubleQuoted || n.Tag != "" || len(written) < 2 || written[1:len(written)-1] != n.Value {
		return false
	}
	inFlow := n.Parent == nil || n.Parent.Style == lint.Flow
	return !inFlow && plain().MatchString(n.Value)
}

// plain is the texts that YAML reads as they stand: paths and names, with a slash in them or beginning with a letter that no number
// or truth value begins with.
var plain = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^([./~$][\w./~${}:@%+,=-]*/|[a-zA-Z][\w.-]*[:/_-])[\w./~${}:@%+,=-]*[\w./}]$`)
})
