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
	case isOpen(profile):
		report(p, s, profile, lint.UseRuntimeDefault(p.Unit.Kind, profile))
	case profile.Absent() && isOpen(annotation):
		report(p, s, annotation, append(lint.Delete(annotation), lint.UseRuntimeDefault(p.Unit.Kind, profile)...))
	}
}

// isOpen tells whether a profile is named that holds nothing back.
func isOpen(profile lint.Val[lint.SecurityProfile]) bool {
	return profile.Known() && !profile.V.Confines()
}

func report(p *lint.Pass, s lint.Secured, profile lint.Val[lint.SecurityProfile], fix []lint.Edit) {
	message := "%s runs without a seccomp profile: a process in it can use every system call of the host's kernel"
	if profile.V != lint.NoProfile {
		message = "%s names no seccomp profile that there is, so nothing holds back its system calls"
	}
	p.Report(profile, message, s).
		Identify(string(profile.V)).
		Fix(lint.Unsafe, "use the runtime's own profile", fix)
}
