// Package execprivileged flags processes that are started in a container with more power than the container has.
package execprivileged

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is exec-privileged.
var Rule = &lint.Rule{
	ID: "exec-privileged", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "A process is started in a container with more power than the container has.",
	Hint:      "Start it as the container's own user, without privileges.",
	Severity:  lint.High,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.ElevationOfPrivilege},
	Refs:      []lint.Ref{"CWE-250", "CIS Docker 1.6.0 5.23", "CIS Docker 1.6.0 5.24"},
	Check:     lint.Execs(check),
}

func check(p *lint.Pass, e *lint.Exec) {
	if e.Privileged.Is(true) {
		p.Report(e.Privileged, "%s runs privileged: it holds every capability and every device of the host", e).
			Identify("privileged").Fix(lint.Unsafe, "run it unprivileged", lint.Delete(e.Privileged))
	}
	if !e.User.Known() || !e.User.V.IsRoot() {
		return
	}
	f := p.Report(e.User, "%s runs as root, whatever user the container has", e).As(lint.Medium).
		Identify("root").Fix(lint.Unsafe, "run it as the container's own user", lint.Delete(e.User))
	if p.Unit.Kind == lint.Script {
		f.In(lint.Strict) // in scripts it is how a person repairs what the container's user may not touch
	}
}
