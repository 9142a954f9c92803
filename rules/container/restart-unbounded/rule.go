// Package restartunbounded flags containers that are started again without end.
package restartunbounded

import (
	_ "embed"
	"strconv"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is restart-unbounded.
var Rule = &lint.Rule{
	ID: "restart-unbounded", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "The container is started again without end, however often it fails.",
	Hint:      "Restart on failure, and only a few times: on-failure:5.",
	Severity:  lint.Low,
	Profile:   lint.Strict,
	Precision: lint.VeryHighPrecision,
	Kinds:     []lint.Kind{lint.Compose, lint.Script},
	STRIDE:    []lint.Category{lint.DenialOfService},
	Refs:      []lint.Ref{"CWE-400", "CIS Docker 1.6.0 5.15"},
	Check:     lint.Containers(check),
}

// most is how many times CIS Docker lets a container be started again.
const most = 5

func check(p *lint.Pass, c *lint.Container) {
	if !c.Restart.Known() || !unbounded(c.Restart.V) {
		return
	}
	p.Report(c.Restart, "%s is started again without end: what makes it fail at its start keeps the host busy, and nobody is told", c).
		Identify(c.Restart.V).Fix(lint.Unsafe, "give up after five failures", lint.Put(c.Restart, "on-failure:5"))
}

// unbounded tells whether a policy starts a container again more often than is sensible.
func unbounded(policy string) bool {
	name, count, counted := strings.Cut(policy, ":")
	switch name {
	case "always", "unless-stopped":
		return true
	case "on-failure":
		n, err := strconv.Atoi(count)
		return !counted || err == nil && (n == 0 || n > most)
	}
	return false
}
