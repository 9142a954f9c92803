// Package portonallinterfaces flags ports that are published on every address of the host.
package portonallinterfaces

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is port-on-all-interfaces.
var Rule = &lint.Rule{
	ID: "port-on-all-interfaces", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "The port is open on every interface of the host.",
	Hint:      "Name the address that it is meant for, 127.0.0.1 for the machine itself.",
	Severity:  lint.Low,
	Profile:   lint.Strict,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.InformationDisclosure},
	Refs:      []lint.Ref{"CWE-668", "CIS Docker 1.6.0 5.14"},
	Check:     lint.Containers(check),
}

func check(p *lint.Pass, c *lint.Container) {
	if p.Unit.Kind == lint.CI {
		return // it is open for as long as the job runs, for the job
	}
	for _, port := range c.Ports.Items {
		if !port.OnEveryInterface() {
			continue
		}
		p.Report(port.Opening(), "%s opens a port on every interface of the host: networks reach it that it was not meant for", c).
			Identify(port.Entry.V).Fix(lint.Unsafe, "publish it on the loopback interface", lint.Put(port.Address, "127.0.0.1"))
	}
}
