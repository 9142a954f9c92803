// Package unmaskedprocmount flags containers that see all of /proc.
package unmaskedprocmount

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is unmasked-proc-mount.
var Rule = &lint.Rule{
	ID: "unmasked-proc-mount", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "The container sees all of /proc, with what runtimes mask.",
	Hint:      "Keep the default; only what makes containers within the container needs more, in a user namespace.",
	Severity:  lint.High,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.InformationDisclosure, lint.ElevationOfPrivilege, lint.Tampering},
	Refs:      []lint.Ref{"CWE-668", "PSS baseline"},
	Over:      []string{"proc-mount-not-default"},
	Check:     lint.Containers(check),
}

func check(p *lint.Pass, c *lint.Container) {
	if c.ProcMount.Known() && c.ProcMount.V != "Default" && !knowledge.PodSecurityFor(p).TrustsNamespace(c.Pod) {
		p.Report(c.ProcMount, "%s sees all of /proc: a process in it can read the kernel's memory and keys, and change its parameters", c).
			Identify(c.ProcMount.V).
			Fix(lint.Unsafe, "mask what the runtime masks", lint.Delete(c.ProcMount))
	}
}
