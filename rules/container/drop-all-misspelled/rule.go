// Package dropallmisspelled flags containers that drop all capabilities by a name that Pod Security does not take.
package dropallmisspelled

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is drop-all-misspelled.
var Rule = &lint.Rule{
	ID: "drop-all-misspelled", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "All capabilities are dropped by a name that Pod Security does not know.",
	Hint:      "Write ALL in upper case.",
	Severity:  lint.Low,
	Profile:   lint.Strict,
	Precision: lint.VeryHighPrecision,
	Kinds:     []lint.Kind{lint.Kubernetes},
	STRIDE:    []lint.Category{lint.ElevationOfPrivilege},
	Refs:      []lint.Ref{"PSS restricted"},
	Check:     lint.Containers(check),
}

func check(p *lint.Pass, c *lint.Container) {
	drop := c.DropCapabilities.Items
	if knowledge.PodSecurityFor(p).Exempts(c.Pod) || slices.ContainsFunc(drop, func(item lint.Val[string]) bool { return item.Is("ALL") }) {
		return
	}
	for _, item := range drop {
		if item.Known() && strings.EqualFold(item.V, "ALL") {
			p.Report(item, "%s drops %s: runtimes take it for ALL, but where level restricted is enforced the pod is refused", c, item.V).
				Fix(lint.Safe, "write it in upper case", lint.Put(item, "ALL"))
		}
	}
}
