// Package probehostset flags probes and lifecycle hooks that ask another host than their pod.
package probehostset

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is probe-host-set.
var Rule = &lint.Rule{
	ID: "probe-host-set", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "A probe or lifecycle hook asks another host than its pod.",
	Hint:      "Take the host out, so that the pod itself is asked; set the Host header where a name is needed.",
	Severity:  lint.Medium,
	Precision: lint.VeryHighPrecision,
	Kinds:     []lint.Kind{lint.Kubernetes},
	STRIDE:    []lint.Category{lint.Spoofing, lint.InformationDisclosure},
	Refs:      []lint.Ref{"CWE-918", "PSS baseline"},
	Check:     lint.Containers(check),
}

func check(p *lint.Pass, c *lint.Container) {
	if !knowledge.PodSecurityFor(p).JudgesHandlers() {
		return
	}
	for _, host := range c.HandlerHosts {
		if host.Known() && host.V != "" {
			p.Report(host, "%s has the kubelet ask %s instead of the pod: requests from the node reach what pods cannot", c, lint.Label(host.V)).
				Identify(host.V).
				Fix(lint.Unsafe, "ask the pod itself", lint.Delete(host))
		}
	}
}
