// Package procmountnotdefault flags containers whose /proc is not masked although a user namespace makes up for it.
package procmountnotdefault

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is proc-mount-not-default.
var Rule = &lint.Rule{
	ID: "proc-mount-not-default", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "The container asks for another /proc than the masked one.",
	Hint:      "Keep the default where the pod makes no containers of its own.",
	Severity:  lint.Low,
	Profile:   lint.Strict,
	Precision: lint.VeryHighPrecision,
	Kinds:     []lint.Kind{lint.Kubernetes},
	STRIDE:    []lint.Category{lint.InformationDisclosure},
	Refs:      []lint.Ref{"CWE-668", "PSS restricted"},
	Check:     lint.Containers(check),
}

func check(p *lint.Pass, c *lint.Container) {
	if c.ProcMount.Known() && c.ProcMount.V != "Default" && knowledge.PodSecurityFor(p).RestrictsProcMount() {
		p.Report(c.ProcMount, "%s asks for another /proc than the masked one: only its user namespace keeps the kernel's parameters from it", c).
			Identify(c.ProcMount.V).
			Fix(lint.Unsafe, "mask what the runtime masks", lint.Delete(c.ProcMount))
	}
}
