// Package volumetyperestricted flags volumes of a type that is for administrators.
package volumetyperestricted

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is volume-type-restricted.
var Rule = &lint.Rule{
	ID: "volume-type-restricted", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "The volume is of a type that only an administrator should choose.",
	Hint:      "Claim storage with a persistentVolumeClaim, or use csi; fetch code with an init container.",
	Severity:  lint.Low,
	Profile:   lint.Strict,
	Precision: lint.VeryHighPrecision,
	Kinds:     []lint.Kind{lint.Kubernetes},
	STRIDE:    []lint.Category{lint.ElevationOfPrivilege},
	Refs:      []lint.Ref{"CWE-250", "PSS restricted"},
	Check:     lint.Pods(check),
}

func check(p *lint.Pass, pod *lint.Pod) {
	for _, volume := range pod.Volumes {
		if volume.Type.Known() && knowledge.UncommonVolume(volume.Type.V) {
			p.Report(volume.Type, "%s has a volume of the type %s: the pod's author, not the cluster's, chooses the storage and its credentials", pod, volume.Type.V).
				Identify(volume.Type.V)
		}
	}
}
