// Package dockergroupmembership flags users who are added to the docker group.
package dockergroupmembership

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is docker-group-membership.
var Rule = &lint.Rule{
	ID: "docker-group-membership", Group: "command", Since: "0.1", Doc: doc,
	Summary:   "A user is added to the docker group, which is as good as root.",
	Hint:      "Leave the group empty; use rootless Docker, or sudo with a log for those who may.",
	Severity:  lint.Medium,
	Stricter:  map[lint.Kind]lint.Profile{lint.Script: lint.Strict, lint.CI: lint.Strict},
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.ElevationOfPrivilege},
	Refs:      []lint.Ref{"CWE-250", "CIS Docker 1.6.0 1.1.2"},
	Check:     lint.Commands(check),
}

func check(p *lint.Pass, c *lint.Command) {
	for _, group := range knowledge.GroupsJoined(c) {
		if group.Text != "docker" {
			continue
		}
		f := p.Report(group, "%s adds a user to the group docker: its members command the daemon, and with it are root on the host", c).Identify(c.Program)
		if p.Unit.Kind == lint.Dockerfile {
			f.As(lint.Low) // it matters only if the container is given a daemon
		}
	}
}
