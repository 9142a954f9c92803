// Package unsafesysctls flags kernel parameters that reach beyond the container.
package unsafesysctls

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is unsafe-sysctls.
var Rule = &lint.Rule{
	ID: "unsafe-sysctls", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "A kernel parameter is set that is not known to stay within the container.",
	Hint:      "Take the parameter out and set it on the hosts that need it; for queues and buffers look for an option of the program.",
	Severity:  lint.Medium,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.Tampering, lint.DenialOfService},
	Refs:      []lint.Ref{"CWE-668", "PSS baseline"},
	Check:     lint.Pods(check),
}

func check(p *lint.Pass, pod *lint.Pod) {
	for _, sysctl := range pod.Sysctls.Items {
		if !sysctl.Name.Known() {
			continue
		}
		if why, unsafe := reach(p, pod, sysctl.Name.V); unsafe {
			p.Report(sysctl.Name, "%s sets %s, %s", pod, lint.Label(sysctl.Name.V), why).Identify(sysctl.Name.V)
		}
	}
}

// reach tells whether a kernel parameter reaches beyond the pod, and how: a clause about it. What Kubernetes does not call safe may be
// no more than costly for the node; elsewhere only the host's own parameters are reported.
func reach(p *lint.Pass, pod *lint.Pod, name string) (string, bool) {
	switch {
	case p.Unit.Kind == lint.Kubernetes:
		return "which Kubernetes does not call safe: it can take memory of the node or change other pods",
			!knowledge.PodSecurityFor(p).AllowsSysctl(name)
	case !knowledge.NamespacedSysctl(name):
		return "which a container cannot have for itself: it is set for the whole host, or the runtime refuses it", true
	}
	return "which in the host's network is the host's own: it is set for the whole host, or the runtime refuses it",
		knowledge.NetworkSysctl(name) && pod.HostNetwork.Is(true)
}
