// Package composeduplicateport flags services that want one port of the host.
package composeduplicateport

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is compose-duplicate-port.
var Rule = &lint.Rule{
	ID: "compose-duplicate-port", Group: "compose", Since: "0.1", Doc: doc,
	Summary:   "Two services want the same port of the host.",
	Hint:      "Give each its own port, or publish only one of them.",
	Severity:  lint.Low,
	Precision: lint.HighPrecision,
	STRIDE:    []lint.Category{lint.DenialOfService},
	Refs:      []lint.Ref{"CWE-694"},
	Check:     lint.Services(check),
}

func check(p *lint.Pass, s *lint.Service) {
	ports := s.Container.Ports.Items
	for i, port := range ports {
		if owner, taken := taker(s, ports[:i], port); owner != nil {
			p.Report(port.Entry, "%s wants a port of the host that %s has, with %s: only one of them can start", s, owner, taken.Entry.V).
				Identify(port.Entry.V).Relate(taken.Entry.Value, "taken here")
		}
	}
}

// taker is the service that has the port already, with what it has: the service itself, or an earlier one.
func taker(s *lint.Service, before []lint.Port, port lint.Port) (*lint.Service, lint.Port) {
	for _, taken := range before {
		if clash(taken, port) && taken.Entry.V != port.Entry.V { // compose takes one entry given twice for one
			return s, taken
		}
	}
	for _, other := range s.Earlier() {
		for _, taken := range other.Container.Ports.Items {
			if clash(taken, port) && taken.Entry.Value != port.Entry.Value { // an anchor that both share is judged where it is used
				return other, taken
			}
		}
	}
	return nil, lint.Port{}
}

// clash tells whether two ports of the host are surely the same one, on an address that both want.
func clash(a, b lint.Port) bool {
	if !a.Published.Is(true) || !b.Published.Is(true) || !a.Host.Known() || !b.Host.Known() || a.Protocol == "" || a.Protocol != b.Protocol {
		return false
	}
	apart := a.Host.V.Last < b.Host.V.First || b.Host.V.Last < a.Host.V.First
	sameAddress := a.Address.Known() && b.Address.Known() && a.Address.V == b.Address.V
	return !apart && (sameAddress || a.OnEveryInterface() && !unknown(b) || b.OnEveryInterface() && !unknown(a))
}

func unknown(port lint.Port) bool { return port.Address.State == lint.Unknown }
