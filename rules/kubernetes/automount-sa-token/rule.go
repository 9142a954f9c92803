// Package automountsatoken flags pods that are given a credential of the cluster without having asked for it.
package automountsatoken

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is automount-sa-token.
var Rule = &lint.Rule{
	ID: "automount-sa-token", Group: "kubernetes", Since: "0.1", Doc: doc,
	Summary:   "The pod's containers are given the token of its service account.",
	Hint:      "Set automountServiceAccountToken: false, unless the pod talks to the API server.",
	Severity:  lint.Low,
	Profile:   lint.Strict,
	Precision: lint.MediumPrecision,
	Kinds:     []lint.Kind{lint.Kubernetes},
	STRIDE:    []lint.Category{lint.InformationDisclosure, lint.ElevationOfPrivilege},
	Refs:      []lint.Ref{"CWE-250", "CIS Kubernetes 1.12 5.1.6"},
	Check:     lint.Pods(check),
}

func check(p *lint.Pass, pod *lint.Pod) {
	const gain = "who reads a file in them can call the API server with all that the account may do"
	if pod.AutomountToken.Is(true) {
		p.Report(pod.AutomountToken, "%s has its containers given the token of its service account: %s", pod, gain).
			Fix(lint.Unsafe, "mount no token", lint.Put(pod.AutomountToken, "false"))
		return
	}
	p.Missing(pod.AutomountToken, "%s leaves it to its service account whether its containers are given the token: %s", pod, gain).
		Fix(lint.Unsafe, "mount no token", lint.Put(pod.AutomountToken, "false"))
}
