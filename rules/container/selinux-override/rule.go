// Package selinuxoverride flags containers that leave the SELinux type that confines containers.
package selinuxoverride

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is selinux-override.
var Rule = &lint.Rule{
	ID: "selinux-override", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "The container leaves the SELinux type that confines containers.",
	Hint:      "Take the option out, or name a type that confines; a level of its own is fine.",
	Severity:  lint.Medium,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.ElevationOfPrivilege},
	Refs:      []lint.Ref{"CWE-693", "CIS Docker 1.6.0 5.3", "PSS baseline"},
	Check:     lint.SecurityContexts(check),
}

func check(p *lint.Pass, s lint.Secured) {
	options := s.Context().SELinux
	if options.Disabled.Is(true) {
		p.Report(options.Disabled, "%s is not confined by SELinux: a process that breaks out of it meets no second wall", s).
			Fix(lint.Unsafe, "keep the runtime's label", lint.Delete(options.Disabled))
	}
	if options.Type.Known() && leaves(p, options.Type.V) {
		report(p, s, "type", options.Type)
	}
	if p.Unit.Kind == lint.Kubernetes {
		for _, part := range []struct {
			name  string
			value lint.Val[string]
		}{{"user", options.User}, {"role", options.Role}} {
			if part.value.Known() && part.value.V != "" {
				report(p, s, part.name, part.value)
			}
		}
	}
}

// leaves tells whether a type is none that confines. Kubernetes has a list of those that do; elsewhere a type that is not known is
// most often a tighter one of the host's.
func leaves(p *lint.Pass, name string) bool {
	if p.Unit.Kind == lint.Kubernetes {
		return !knowledge.PodSecurityFor(p).AllowsSELinuxType(name)
	}
	return knowledge.UnconfinedSELinuxType(name)
}

func report(p *lint.Pass, s lint.Secured, part string, value lint.Val[string]) {
	p.Report(value, "%s chooses its SELinux %s: outside of those for containers, a process in it can reach what SELinux keeps from them", s, part).
		Identify(part+" "+value.V).
		Fix(lint.Unsafe, "keep the runtime's label", lint.Delete(value))
}
