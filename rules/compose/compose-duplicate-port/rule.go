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
	Check:     lint.PerUnit(func(*lint.Unit) lint.Check { return lint.Services((&ports{numbers: map[uint16][]owned{}}).check) }),
}

// ports is what the services above want of the host.
type ports struct {
	numbers map[uint16][]owned // single ports
	ranges  []owned            // of several, of which there are few
}

// owned is a port with the service that wants it.
type owned struct {
	lint.Port
	by *lint.Service
}

func (above *ports) check(p *lint.Pass, s *lint.Service) {
	for _, port := range s.Container.Ports.Items {
		if !port.Published.Is(true) || !port.Host.Known() {
			continue
		}
		if taken := above.taker(s, port); taken != nil {
			p.Report(port.Entry, "%s wants a port of the host that %s has, with %s: only one of them can start", s, taken.by, taken.Entry.V).
				Identify(port.Entry.V).Relate(taken.Entry.Value, "taken here")
		}
		if first, last := port.Host.V.First, port.Host.V.Last; first < last {
			above.ranges = append(above.ranges, owned{port, s})
		} else {
			above.numbers[first] = append(above.numbers[first], owned{port, s})
		}
	}
}

// taker is who has the port already, with what it has; nil if nobody has.
func (above *ports) taker(s *lint.Service, port lint.Port) *owned {
	for number := int(port.Host.V.First); number <= int(port.Host.V.Last); number++ {
		if taken := takerIn(above.numbers[uint16(number)], s, port); taken != nil {
			return taken
		}
	}
	return takerIn(above.ranges, s, port)
}

func takerIn(all []owned, s *lint.Service, port lint.Port) *owned {
	for i, taken := range all {
		same := taken.Entry.Value == port.Entry.Value // an anchor that two services share is judged where it is used
		if taken.by == s {
			same = taken.Entry.V == port.Entry.V // compose takes one entry given twice for one
		}
		if !same && clash(taken.Port, port) && s.Meets(taken.by) {
			return &all[i]
		}
	}
	return nil
}

// clash tells whether two ports of the host are surely the same one, on an address that both want.
func clash(a, b lint.Port) bool {
	if a.Protocol == "" || a.Protocol != b.Protocol {
		return false
	}
	apart := a.Host.V.Last < b.Host.V.First || b.Host.V.Last < a.Host.V.First
	sameAddress := a.Address.Known() && b.Address.Known() && a.Address.V == b.Address.V
	return !apart && (sameAddress || a.OnEveryInterface() && !unknown(b) || b.OnEveryInterface() && !unknown(a))
}

func unknown(port lint.Port) bool { return port.Address.State == lint.Unknown }
