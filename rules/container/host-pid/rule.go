// Package hostpid flags containers that share the host's process namespace.
package hostpid

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is host-pid.
var Rule = &lint.Rule{
	ID: "host-pid", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "The container shares the host's process namespace.",
	Hint:      "Drop the host's process namespace; to look into one other container, join that container's.",
	Severity:  lint.High,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.ElevationOfPrivilege, lint.InformationDisclosure, lint.Tampering, lint.DenialOfService},
	Refs:      []lint.Ref{"CWE-668", "CIS Docker 1.6.0 5.16", "CIS Kubernetes 1.12 5.2.3", "PSS baseline"},
	Check:     lint.Pods(check),
}

func check(p *lint.Pass, pod *lint.Pod) {
	if pod.HostPID.Is(true) {
		p.Report(pod.HostPID, "%s shares the host's process namespace: it sees every process of the host and can signal, trace or enter them", pod).
			Fix(lint.Unsafe, "give it its own process namespace", lint.Delete(pod.HostPID))
	}
}
