// Package tlsverificationdisabled flags clients that are told not to verify whom they talk to.
package tlsverificationdisabled

import (
	_ "embed"
	"slices"
	"strings"

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
	Check:     lint.Each(lint.Commands(checkCommand), lint.Copies(checkCopy), lint.Assignments(checkVariable)),
}

const consequence = "whoever answers in the server's place can send anything"

func checkCommand(p *lint.Pass, c *lint.Command) {
	options, words := knowledge.TLSOff(c)
	for _, o := range options {
		if local(servers(c, o.Name)) {
			continue
		}
		p.Report(o, "%s has %s verify no certificate: %s", c, c.Program, consequence).Identify(c.Program+" "+o.Name).
			Fix(lint.Unsafe, "verify certificates", c.Without(o))
	}
	for _, w := range words {
		p.Report(w, "%s configures that no certificate is verified: %s", c, consequence).Identify(c.Program)
	}
}

// checkCopy judges the files that a Dockerfile writes itself.
func checkCopy(p *lint.Pass, c *lint.Copy) {
	for _, body := range c.Heredocs {
		for _, line := range knowledge.TLSOffLines(body) {
			p.Report(line, "%s configures that no certificate is verified: %s", c.Name, consequence).Identify(c.Name)
		}
	}
}

// servers is the addresses that an option of a command is about; none where that is not told.
func servers(c *lint.Command, option string) []lint.Word {
	operands := c.Arguments().Operands
	switch c.Program {
	case "curl", "wget":
		return operands
	case "docker", "podman", "nerdctl", "buildah", "skopeo", "crane", "oras", "cosign":
		images := slices.DeleteFunc(operands, func(w lint.Word) bool { return !strings.Contains(w.Text, "/") })
		switch {
		case len(images) < 2:
		case option == "--src-tls-verify":
			return images[:1]
		case option == "--dest-tls-verify":
			return images[len(images)-1:]
		}
		return images
	}
	return nil
}

// local tells whether all addresses are those of this machine.
func local(addresses []lint.Word) bool {
	for _, address := range addresses {
		if !lint.ParseURL(address.Text).Loopback() {
			return false
		}
	}
	return len(addresses) > 0
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
