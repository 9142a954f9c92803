// Package daemonlogdrivernone flags containers whose output is thrown away.
package daemonlogdrivernone

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is daemon-log-driver-none.
var Rule = &lint.Rule{
	ID: "daemon-log-driver-none", Group: "component", Since: "0.1", Doc: doc,
	Summary:   "What containers write is thrown away: their logging is switched off.",
	Hint:      "Keep the output, with a bound: the log driver local, or journald, or one that sends it elsewhere.",
	Severity:  lint.Medium,
	Precision: lint.HighPrecision,
	Kinds:     []lint.Kind{lint.Compose, lint.Script},
	STRIDE:    []lint.Category{lint.Repudiation},
	Refs:      []lint.Ref{"CWE-778", "CIS Docker 1.6.0 2.13"},
	Check:     lint.Containers(check),
}

// check passes over what whoever starts the container reads: it goes where the script's own output goes, or the unit's that starts it.
func check(p *lint.Pass, c *lint.Container) {
	if c.LogDriver.Is("none") && !c.Attached {
		p.Report(c.LogDriver, "%s keeps nothing of its output: after an attack or a failure nobody can tell what happened in it", c).
			Identify("none").Fix(lint.Unsafe, "leave it to the daemon", lint.Delete(c.LogDriver))
	}
}
