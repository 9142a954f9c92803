// Package sensitiveportpublished flags services meant for other services that are open to every network.
package sensitiveportpublished

import (
	_ "embed"
	"strconv"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is sensitive-port-published.
var Rule = &lint.Rule{
	ID: "sensitive-port-published", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "A database, cache or administration port is open on every interface of the host.",
	Hint:      "Publish it on 127.0.0.1, or leave it to the containers' own network.",
	Severity:  lint.Medium,
	Stricter:  map[lint.Kind]lint.Profile{lint.CI: lint.Strict}, // a runner lives for one job, mostly where nobody reaches it
	Precision: lint.HighPrecision,
	STRIDE:    []lint.Category{lint.InformationDisclosure, lint.ElevationOfPrivilege},
	Refs:      []lint.Ref{"CWE-668", "CIS Docker 1.6.0 5.9", "CIS Docker 1.6.0 5.14"},
	Over:      []string{"port-on-all-interfaces"},
	Check:     lint.Containers(check),
}

func check(p *lint.Pass, c *lint.Container) {
	for _, port := range c.Ports.Items {
		if !port.OnEveryInterface() || !port.Container.Known() || port.Protocol == "udp" || port.Protocol == "sctp" {
			continue
		}
		service, found := knowledge.SensitivePortIn(port.Container.V)
		if !found {
			continue
		}
		p.Report(port.Opening(), "%s opens port %d on every interface of the host, that of %s: whoever reaches the host %s", c, service.Port, service.Service, service.Gain).
			As(service.Severity).Identify(strconv.Itoa(int(service.Port))).
			Fix(lint.Unsafe, "publish it on the loopback interface", lint.Put(port.Address, "127.0.0.1"))
	}
}
