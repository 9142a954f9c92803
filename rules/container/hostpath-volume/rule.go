// Package hostpathvolume flags pods that are given a path of the node.
package hostpathvolume

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is hostpath-volume.
var Rule = &lint.Rule{
	ID: "hostpath-volume", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "The pod is given a path of the node.",
	Hint:      "Use a volume that belongs to the workload: persistentVolumeClaim, emptyDir, configMap or projected.",
	Severity:  lint.Medium,
	Profile:   lint.Strict,
	Precision: lint.VeryHighPrecision,
	Kinds:     []lint.Kind{lint.Kubernetes},
	STRIDE:    []lint.Category{lint.ElevationOfPrivilege, lint.Tampering},
	Refs:      []lint.Ref{"CWE-668", "CIS Kubernetes 1.12 5.2.11", "PSS baseline", "PSS restricted"},
	Check:     lint.Pods(check),
}

// check does not ask whether the path is known: whichever it is, it is the node's.
func check(p *lint.Pass, pod *lint.Pod) {
	for _, host := range pod.HostPaths {
		p.Report(host.Path, "%s is given a path of the node: it shares files with the node and with every pod that has the same path", pod).
			Identify(host.Path.V)
	}
}
