// Package composeorder flags keys, services, ports and dependencies that stand out of their order.
package composeorder

import (
	"cmp"
	_ "embed"
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
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

// topLevel is the order of the keys of a file. Extensions come first, so that anchors in them stand before their aliases; keys that
// are not named come last.
var topLevel = [...]string{"version", "name", "include", "services", "networks", "volumes", "secrets", "configs"}

// ofServices is the order of the keys of a service: what it is and needs, what it is given, how it is reached, how it runs. Others
// come last, by their names.
var ofServices = [...]string{
	"image", "build", "container_name", "depends_on",
	"volumes", "volumes_from", "configs", "secrets",
	"environment", "env_file",
	"ports", "networks", "network_mode", "extra_hosts",
	"command", "entrypoint", "working_dir", "restart", "healthcheck",
	"logging", "labels", "user", "isolation",
}

func ofProject(p *lint.Pass, project *lint.Project) {
	report(p, keys(project.Root, func(key string) int {
		if strings.HasPrefix(key, "x-") {
			return -1
		}
		return rank(topLevel[:], key)
	}))
	report(p, keys(project.Root.Get("services"), noRank))
}

func ofService(p *lint.Pass, s *lint.Service) {
	report(p, keys(s.Field, func(key string) int { return rank(ofServices[:], key) }))
	dependencies := keys(s.Get("depends_on"), noRank)
	for _, item := range s.Get("depends_on").Items() {
		dependencies = append(dependencies, entry{at: item.Node.Span, name: item.Node.Value})
	}
	report(p, dependencies)
	report(p, ports(s.Container))
}

// entry is one of several that have an order: by rank, then by name.
type entry struct {
	at   lint.Span
	name string
	rank int
}

// keys is the keys of a mapping that are written in it.
func keys(f lint.Field, rank func(key string) int) []entry {
	var all []entry
	if f.Node == nil {
		return nil
	}
	for _, e := range f.Node.Entries {
		if e.Key.Kind == lint.Scalar && !e.IsMerge() {
			all = append(all, entry{e.Key.Span, e.Key.Value, rank(e.Key.Value)})
		}
	}
	return all
}

// ports is the published ports of a service that are known, by their number on the host or, without one, in the container.
func ports(c *lint.Container) []entry {
	var all []entry
	for _, port := range c.Ports.Items {
		number := port.Host
		if number.Absent() {
			number = port.Container
		}
		if number.Known() && port.Published.Is(true) {
			all = append(all, entry{port.Entry.Value, "port " + port.Entry.V, int(number.V.First)})
		}
	}
	return all
}

func noRank(string) int { return 0 }

func rank(order []string, key string) int {
	if i := slices.Index(order, key); i >= 0 {
		return i
	}
	return len(order)
}

// report tells of each entry that belongs before one above it.
func report(p *lint.Pass, entries []entry) {
	var last entry // of those so far, in the order that is asked for
	for i, e := range entries {
		if i > 0 && compare(e, last) < 0 {
			p.Report(e.at, "%s belongs before %s", e.name, last.name).Identify(e.name)
			continue
		}
		last = e
	}
}

func compare(a, b entry) int { return cmp.Or(cmp.Compare(a.rank, b.rank), cmp.Compare(a.name, b.name)) }
