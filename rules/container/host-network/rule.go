// Package hostnetwork flags containers that share the host's network.
package hostnetwork

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is host-network.
var Rule = &lint.Rule{
	ID: "host-network", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "The container shares the host's network.",
	Hint:      "Drop the host's network; publish the ports that are needed.",
	Severity:  lint.Medium,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.InformationDisclosure, lint.Spoofing},
	Refs:      []lint.Ref{"CWE-668", "CIS Docker 1.6.0 5.10", "CIS Kubernetes 1.12 5.2.5", "PSS baseline"},
	Check:     lint.Pods(check),
}

func check(p *lint.Pass, pod *lint.Pod) {
	if pod.HostNetwork.Is(true) {
		p.Report(pod.HostNetwork, "%s shares the host's network: it reaches what listens on localhost only, and can listen on any port in the host's name", pod).
			Fix(lint.Unsafe, "give it its own network", lint.Delete(pod.HostNetwork))
	}
}
