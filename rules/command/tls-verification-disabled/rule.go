// Package tlsverificationdisabled flags clients that are told not to verify whom they talk to.
package tlsverificationdisabled

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is tls-verification-disabled.
var Rule = &lint.Rule{
	ID: "tls-verification-disabled", Group: "command", Since: "0.1", Doc: doc,
	Summary:   "A client does not verify the certificate of the server that it talks to.",
	Hint:      "Take it out; add the certificate of your own authority to the image if the server needs it.",
	Severity:  lint.High,
	Kinds:     []lint.Kind{lint.Dockerfile, lint.Script},
	Precision: lint.HighPrecision,
	STRIDE:    []lint.Category{lint.Tampering},
	Refs:      []lint.Ref{"CWE-295"},
	Check:     lint.Each(lint.Commands(checkCommand), lint.Assignments(checkVariable)),
}

const consequence = "whoever answers in the server's place can send anything"

func checkCommand(p *lint.Pass, c *lint.Command) {
	options, words := knowledge.TLSOff(c)
	if len(options) > 0 && local(c) {
		return
	}
	for _, o := range options {
		p.Report(o, "%s has %s verify no certificate: %s", c, c.Program, consequence).Identify(c.Program+" "+o.Name).
			Fix(lint.Unsafe, "verify certificates", c.Without(o))
	}
	for _, w := range words {
		p.Report(w, "%s configures that no certificate is verified: %s", c, consequence).Identify(c.Program)
	}
}

// local tells whether a command that fetches asks this machine alone.
func local(c *lint.Command) bool {
	if c.Program != "curl" && c.Program != "wget" {
		return false
	}
	operands := c.Arguments().Operands
	for _, url := range operands {
		if !lint.ParseURL(url.Text).Loopback() {
			return false
		}
	}
	return len(operands) > 0
}

func checkVariable(p *lint.Pass, a *lint.Assignment) {
	if !a.Value.Known() {
		return
	}
	if programs, off := knowledge.TLSVariable(a.Name, a.Value.V); off {
		f := p.Report(a.Value.Entry, "%s has %s verify no certificate: %s", a.Name, programs, consequence).Identify(a.Name)
		if a.Source == lint.ImageEnv || a.Source == lint.BuildArg {
			f.Fix(lint.Unsafe, "take the variable out", lint.Delete(a.Value))
		}
	}
}
