// Package containerindefaultbridge flags containers in the network that all of Docker's containers share unless told otherwise.
package containerindefaultbridge

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is container-in-default-bridge.
var Rule = &lint.Rule{
	ID: "container-in-default-bridge", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "The container is in Docker's default network, with all others that were not told otherwise.",
	Hint:      "Make a network for the containers that belong together.",
	Severity:  lint.Info,
	Profile:   lint.Pedantic,
	Precision: lint.VeryHighPrecision,
	Kinds:     []lint.Kind{lint.Compose, lint.Script},
	STRIDE:    []lint.Category{lint.InformationDisclosure},
	Refs:      []lint.Ref{"CWE-653", "CIS Docker 1.6.0 5.30"},
	Check:     lint.Pods(check),
}

func check(p *lint.Pass, pod *lint.Pod) {
	const gain = "is in Docker's default network: it reaches every container that is there too, whoever started it"
	if pod.Network.Is("bridge") || pod.Network.Is("default") {
		p.Report(pod.Network, "%s "+gain, pod)
	}
	if p.Unit.Kind == lint.Script { // compose makes a network for each project
		p.Missing(pod.Network, "%s "+gain, pod)
	}
}
