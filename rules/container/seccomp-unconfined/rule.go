// Package seccompunconfined flags containers whose system calls no seccomp profile holds back.
package seccompunconfined

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is seccomp-unconfined.
var Rule = &lint.Rule{
	ID: "seccomp-unconfined", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "The container runs without a seccomp profile.",
	Hint:      "Keep the profile of the runtime, or name one of your own that allows what is missing.",
	Severity:  lint.High,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.ElevationOfPrivilege, lint.Tampering},
	Refs:      []lint.Ref{"CWE-693", "CIS Docker 1.6.0 5.22", "CIS Kubernetes 1.12 5.6.2", "PSS baseline"},
	Check:     lint.SecurityContexts(check),
}

// check takes the annotations that came before the field for the wish that they are. The field ends that, and goes with no annotation
// that says something else.
func check(p *lint.Pass, s lint.Secured) {
	profile, annotation := s.Context().Seccomp, s.Context().SeccompAnnotation
	switch {
	case profile.Is(lint.NoProfile):
		report(p, s, profile, lint.UseRuntimeDefault(p.Unit.Kind, profile))
	case profile.Absent() && annotation.Known() && !annotation.V.Confines():
		report(p, s, annotation, append(lint.Delete(annotation), lint.UseRuntimeDefault(p.Unit.Kind, profile)...))
	}
}

func report(p *lint.Pass, s lint.Secured, profile lint.Val[lint.SecurityProfile], fix []lint.Edit) {
	p.Report(profile, "%s runs without a seccomp profile: a process in it can use every system call of the host's kernel", s).
		Identify(string(profile.V)).
		Fix(lint.Unsafe, "use the runtime's own profile", fix)
}
