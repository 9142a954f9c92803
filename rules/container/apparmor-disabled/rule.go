// Package apparmordisabled flags containers that AppArmor does not confine.
package apparmordisabled

import (
	_ "embed"
	"fmt"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is apparmor-disabled.
var Rule = &lint.Rule{
	ID: "apparmor-disabled", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "The container runs without an AppArmor profile.",
	Hint:      "Keep the profile of the runtime, or name one of your own that allows what is missing.",
	Severity:  lint.Medium,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.ElevationOfPrivilege, lint.Tampering},
	Refs:      []lint.Ref{"CWE-693", "CIS Docker 1.6.0 5.2", "PSS baseline"},
	Check:     lint.Each(lint.SecurityContexts(check), lint.Pods(checkAnnotations)),
}

func check(p *lint.Pass, s lint.Secured) { judge(p, s, s.Context().AppArmor) }

// checkAnnotations judges those for containers that are not there, too: Pod Security keeps the pod out for them.
func checkAnnotations(p *lint.Pass, pod *lint.Pod) {
	for _, profile := range pod.AppArmorAnnotations {
		judge(p, pod, profile)
	}
}

func judge(p *lint.Pass, of fmt.Stringer, profile lint.Val[lint.SecurityProfile]) {
	if !profile.Known() || profile.V.Confines() {
		return
	}
	message := "%s runs without an AppArmor profile: where the host has AppArmor, nothing of it keeps a process from mounting or from writing below /proc and /sys"
	if profile.V != lint.NoProfile {
		message = "%s names no AppArmor profile that there is: only RuntimeDefault and Localhost confine it"
	}
	p.Report(profile, message, of).
		Identify(string(profile.V)).
		Fix(lint.Unsafe, "use the runtime's own profile", lint.UseRuntimeDefault(p.Unit.Kind, profile))
}
