// Package seccompnotset flags containers that ask for no seccomp profile.
package seccompnotset

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is seccomp-not-set.
var Rule = &lint.Rule{
	ID: "seccomp-not-set", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "The container asks for no seccomp profile, and Kubernetes gives it none.",
	Hint:      "Set seccompProfile to RuntimeDefault, in the pod for all its containers.",
	Severity:  lint.Medium,
	Profile:   lint.Strict,
	Precision: lint.VeryHighPrecision,
	Kinds:     []lint.Kind{lint.Kubernetes},
	STRIDE:    []lint.Category{lint.ElevationOfPrivilege, lint.Tampering},
	Refs:      []lint.Ref{"CWE-693", "CIS Kubernetes 1.12 5.6.2", "PSS restricted"},
	Check:     lint.Each(lint.Containers(check), lint.SecurityContexts(ofType)),
}

func check(p *lint.Pass, c *lint.Container) {
	standards, context := knowledge.PodSecurityFor(p), &c.Security
	annotated := !context.SeccompAnnotation.Absent()
	if standards.Exempts(c.Pod) || annotated && standards.ReadsSeccompAnnotations() {
		return
	}
	f := p.Missing(context.Seccomp, "%s asks for no seccomp profile: unless the node gives one by default, a process in it can use every system call of the kernel", c).
		Fix(lint.Unsafe, "use the runtime's own profile", lint.UseRuntimeDefault(p.Unit.Kind, context.Seccomp))
	if annotated {
		f.Relate(context.SeccompAnnotation.Value, "Kubernetes ignores this annotation from 1.27 on")
	}
}

// ofType judges a profile of no type, or of one that there is not.
func ofType(p *lint.Pass, s lint.Secured) {
	profile := s.Context().Seccomp
	if profile.Known() && !profile.V.Confines() && profile.V != lint.NoProfile {
		p.Report(profile, "%s names no seccomp profile that there is, so nothing holds back its system calls", s).
			Identify(string(profile.V)).Breaks(lint.Baseline).
			Fix(lint.Unsafe, "use the runtime's own profile", lint.UseRuntimeDefault(p.Unit.Kind, profile))
	}
}
