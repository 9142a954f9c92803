// Package hostipc flags containers that share the host's IPC namespace.
package hostipc

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is host-ipc.
var Rule = &lint.Rule{
	ID: "host-ipc", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "The container shares the host's IPC namespace.",
	Hint:      "Drop the host's IPC namespace; containers that need shared memory can share one among themselves.",
	Severity:  lint.High,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.InformationDisclosure, lint.Tampering},
	Refs:      []lint.Ref{"CWE-668", "CIS Docker 1.6.0 5.17", "CIS Kubernetes 1.12 5.2.4", "PSS baseline"},
	Check:     lint.Pods(check),
}

func check(p *lint.Pass, pod *lint.Pod) {
	if pod.HostIPC.Is(true) {
		p.Report(pod.HostIPC, "%s shares the host's IPC namespace: it can read and change the shared memory of the host's processes", pod).
			Fix(lint.Unsafe, "give it its own IPC namespace", lint.Delete(pod.HostIPC))
	}
}
