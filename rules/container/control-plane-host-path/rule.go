// Package controlplanehostpath flags pods that are given what commands the cluster.
package controlplanehostpath

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is control-plane-host-path.
var Rule = &lint.Rule{
	ID: "control-plane-host-path", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "The pod is given files of the node that command the cluster.",
	Hint:      "Take the volume out; ask the API server with an account that has the one right that is needed.",
	Severity:  lint.Critical,
	Precision: lint.VeryHighPrecision,
	Kinds:     []lint.Kind{lint.Kubernetes},
	STRIDE:    []lint.Category{lint.Tampering, lint.InformationDisclosure},
	Refs:      []lint.Ref{"CWE-668", "CIS Docker 1.6.0 5.6", "CIS Kubernetes 1.12 5.2.11", "PSS baseline"},
	Over:      []string{"hostpath-volume", "sensitive-host-mount"},
	Check:     lint.Pods(check),
}

func check(p *lint.Pass, pod *lint.Pod) {
	if isControlPlane(pod) {
		return
	}
	for _, host := range pod.HostPaths {
		if !host.Path.Known() {
			continue
		}
		if gain, found := knowledge.ControlPlanePath(host.Path.V, host.ReadOnly.Is(true)); found {
			p.Report(host.Path, "%s is given %s of the node: %s", pod, host.Path.V, gain.Clause).As(gain.Severity).Identify(host.Path.V)
		}
	}
}

// isControlPlane tells whether the pod is itself a part of the control plane: the paths are its own.
func isControlPlane(pod *lint.Pod) bool {
	for _, c := range pod.Containers {
		if !knowledge.IsControlPlaneImage(c.Image.V) {
			return false
		}
	}
	return len(pod.Containers) > 0
}
