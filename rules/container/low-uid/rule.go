// Package lowuid flags containers whose user can be one of the host.
package lowuid

import (
	_ "embed"
	"strconv"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is low-uid.
var Rule = &lint.Rule{
	ID: "low-uid", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "The container runs with an ID that the host may have given to one of its own.",
	Hint:      "Name a user from 10000 up, such as 10001.",
	Severity:  lint.Low,
	Profile:   lint.Strict,
	Precision: lint.HighPrecision,
	STRIDE:    []lint.Category{lint.ElevationOfPrivilege},
	Refs:      []lint.Ref{"CWE-250"},
	Check:     lint.SecurityContexts(check),
}

func check(p *lint.Pass, s lint.Secured) {
	if s.Pod.IsWindows() || s.Pod.HostUsers.Is(false) {
		return
	}
	if user := s.User(); user.Known() && isLow(user.V.Name) {
		report(p, s, user, "user", user.V.Name)
	} else if s.Container != nil && p.Unit.Kind == lint.Kubernetes {
		p.Missing(user, "%s names no user ID: that of its image can be one that the host has given to one of its own", s).
			Fix(lint.Unsafe, "run as user 10001", lint.Put(user, "10001"))
	}
	if group := s.Context().Group; group.Known() && isLow(group.V) {
		report(p, s, group, "group", group.V)
	}
}

func report[T comparable](p *lint.Pass, s lint.Secured, id lint.Val[T], of, number string) {
	p.Report(id, "%s runs with the %s ID %s, which the host can have given to one of its own: a process that breaks out has their files", s, of, number).
		Identify(number)
}

// isLow tells whether an ID is one that hosts give. Root has a rule of its own.
func isLow(id string) bool {
	number, err := strconv.Atoi(id)
	return err == nil && 0 < number && number < knowledge.HighID
}
