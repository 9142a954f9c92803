// Package hostaliases flags pods that bend names to addresses of their own.
package hostaliases

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is host-aliases.
var Rule = &lint.Rule{
	ID: "host-aliases", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "The pod's hosts file sends names to fixed addresses.",
	Hint:      "Put the name into DNS, or use a Service of the type ExternalName.",
	Severity:  lint.Low,
	Profile:   lint.Strict,
	Precision: lint.VeryHighPrecision,
	Kinds:     []lint.Kind{lint.Kubernetes},
	STRIDE:    []lint.Category{lint.Spoofing},
	Refs:      []lint.Ref{"CWE-706"},
	Check:     lint.Pods(check),
}

func check(p *lint.Pass, pod *lint.Pod) {
	if len(pod.HostAliases.Items) > 0 {
		p.Report(pod.HostAliases.At.Head(), "%s has names of its own for fixed addresses: what looks like a known host can be another machine", pod)
	}
}
