// Package hostuserns flags containers that opt out of user namespaces.
package hostuserns

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is host-userns.
var Rule = &lint.Rule{
	ID: "host-userns", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "The container shares the user IDs of the host.",
	Hint:      "Take the option out, so that root in the container is nobody on the host.",
	Severity:  lint.Medium,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.ElevationOfPrivilege},
	Refs:      []lint.Ref{"CWE-250", "CIS Docker 1.6.0 5.31"},
	Check:     lint.Pods(check),
}

func check(p *lint.Pass, pod *lint.Pod) {
	if pod.HostUsers.Is(true) {
		p.Report(pod.HostUsers, "%s shares the user IDs of the host: root in it is root on the host, even where IDs are mapped for the others", pod).
			Fix(lint.Unsafe, "leave the mapping to the host", lint.Delete(pod.HostUsers))
	}
}
