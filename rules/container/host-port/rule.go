// Package hostport flags containers that take a port of the node.
package hostport

import (
	_ "embed"
	"strconv"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is host-port.
var Rule = &lint.Rule{
	ID: "host-port", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "The container takes a port of the node.",
	Hint:      "Put a Service before the pods; take a port of the node for what every node must offer.",
	Severity:  lint.Medium,
	Profile:   lint.Strict,
	Precision: lint.VeryHighPrecision,
	Kinds:     []lint.Kind{lint.Kubernetes},
	STRIDE:    []lint.Category{lint.InformationDisclosure, lint.Spoofing},
	Refs:      []lint.Ref{"CWE-668", "CIS Kubernetes 1.12 5.2.12", "PSS baseline"},
	Check:     lint.Containers(check),
}

func check(p *lint.Pass, c *lint.Container) {
	for _, port := range c.Ports.Items {
		if port.Host.Known() {
			p.Report(port.Host, "%s takes port %d of the node: who reaches the node reaches it past Services and network policies", c, port.Host.V.First).
				Identify(strconv.Itoa(int(port.Host.V.First))).
				Fix(lint.Unsafe, "leave the node's port alone", lint.Delete(port.Host))
		}
	}
}
