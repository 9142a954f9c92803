// Package capabilitiesnotdropped flags containers that keep the capabilities that they are given by default.
package capabilitiesnotdropped

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is capabilities-not-dropped.
var Rule = &lint.Rule{
	ID: "capabilities-not-dropped", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "The container keeps capabilities that it was not asked about.",
	Hint:      "Drop ALL and add back the one that is missing.",
	Severity:  lint.Medium,
	Profile:   lint.Strict,
	Precision: lint.VeryHighPrecision,
	Stricter:  map[lint.Kind]lint.Profile{lint.CI: lint.Pedantic}, // a job's container lives for minutes
	STRIDE:    []lint.Category{lint.ElevationOfPrivilege, lint.Spoofing},
	Refs:      []lint.Ref{"CWE-250", "CIS Docker 1.6.0 5.4", "CIS Kubernetes 1.12 5.2.8", "CIS Kubernetes 1.12 5.2.9", "PSS restricted"},
	Check:     lint.Containers(check),
}

const message = "%s does not drop all capabilities: a process that is taken over can forge packets and pass over the permissions of files"

func check(p *lint.Pass, c *lint.Container) {
	if knowledge.PodSecurityFor(p).Exempts(c.Pod) {
		return
	}
	drop := c.DropCapabilities
	p.Missing(drop, message, c).Fix(lint.Unsafe, "drop all capabilities", lint.Put(drop, all(p)))
	if drop.State == lint.Set && !slices.ContainsFunc(drop.Items, mayBeAll) {
		p.Report(drop.At.Head(), message, c).Fix(lint.Unsafe, "drop all capabilities", lint.Put(drop, all(p)))
	}
}

// mayBeAll tells whether an item drops everything, or may do so. Runtimes take the name in any case.
func mayBeAll(item lint.Val[string]) bool {
	return item.State == lint.Unknown || strings.EqualFold(item.V, "ALL")
}

// all is how the format drops every capability.
func all(p *lint.Pass) string {
	if p.Unit.Kind == lint.Kubernetes || p.Unit.Kind == lint.Compose {
		return `["ALL"]`
	}
	return "ALL"
}
