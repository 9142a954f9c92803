// Package composeorder flags keys, services, ports and dependencies that stand out of their order.
package composeorder

import (
	"cmp"
	_ "embed"
	"slices"
	"sort"
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is compose-order.
var Rule = &lint.Rule{
	ID: "compose-order", Group: "compose", Since: "0.1", Doc: doc,
	Summary:   "A key, service, port or dependency stands out of its order.",
	Hint:      "Move it to its place: everybody then finds it where they look.",
	Severity:  lint.Info,
	Profile:   lint.Pedantic,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.Tampering},
	Refs:      []lint.Ref{"CWE-710"},
	Check:     lint.Each(lint.Projects(ofProject), lint.Services(ofService)),
}

func ofProject(p *lint.Pass, project *lint.Project) {
	report(p, keys(project.Root), knowledge.CompareComposeFileKeys)
	report(p, keys(project.Root.Get("services")), strings.Compare)
}

func ofService(p *lint.Pass, s *lint.Service) {
	report(p, keys(s.Field), knowledge.CompareComposeServiceKeys)
	dependencies := keys(s.Get("depends_on"))
	for _, item := range s.Get("depends_on").Items() {
		dependencies = append(dependencies, entry[string]{item.Node.Span, item.Node.Value, item.Node.Value})
	}
	report(p, dependencies, strings.Compare)
	report(p, ports(s.Container), cmp.Compare)
}

// entry is one of several that have an order, which goes by K.
type entry[K any] struct {
	at   lint.Span
	name string
	by   K
}

// keys is the keys of a mapping that are written in it.
func keys(f lint.Field) []entry[string] {
	var all []entry[string]
	if f.Node == nil {
		return nil
	}
	for _, key := range f.Node.Keys() {
		all = append(all, entry[string]{key.Span, key.Value, key.Value})
	}
	return all
}

// ports is the published ports of a service that are known, by their number on the host or, without one, in the container.
func ports(c *lint.Container) []entry[uint16] {
	var all []entry[uint16]
	for _, port := range c.Ports.Items {
		number := port.Host
		if number.Absent() {
			number = port.Container
		}
		if number.Known() && port.Published.Is(true) {
			all = append(all, entry[uint16]{port.Entry.Value, "port " + port.Entry.V, number.V.First})
		}
	}
	return all
}

// report tells of each entry that has to move. As many as can be stay, and rather those above.
func report[K any](p *lint.Pass, entries []entry[K], order func(a, b K) int) {
	compare := func(a, b entry[K]) int { return cmp.Or(order(a.by, b.by), strings.Compare(a.name, b.name)) }
	upwards := slices.Clone(entries)
	slices.Reverse(upwards)
	staying := lint.InOrder(upwards, func(a, b entry[K]) int { return compare(b, a) })
	slices.Reverse(staying)
	for n, i := range staying {
		staying[n] = len(entries) - 1 - i
	}
	above := 0 // how many of those that stay stand above the entry
	for i, e := range entries {
		if above < len(staying) && staying[above] == i {
			above++
			continue
		}
		// Of those that stay, the first that comes after the entry. If that one stands below, so does one that comes before.
		after := sort.Search(len(staying), func(n int) bool { return compare(entries[staying[n]], e) > 0 })
		if after < above {
			p.Report(e.at, "%s belongs before %s", e.name, entries[staying[after]].name).Identify(e.name)
		} else {
			p.Report(e.at, "%s belongs behind %s", e.name, entries[staying[after-1]].name).Identify(e.name)
		}
	}
}
