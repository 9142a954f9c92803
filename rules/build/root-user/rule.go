// Package rootuser flags images whose last USER is root.
package rootuser

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is root-user.
var Rule = &lint.Rule{
	ID: "root-user", Group: "build", Since: "0.1", Doc: doc,
	Summary:   "The last USER of the image is root.",
	Hint:      "After the last step that needs root, switch to an unprivileged numeric ID, such as USER 10001.",
	Severity:  lint.Medium,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.ElevationOfPrivilege},
	Refs:      []lint.Ref{"CWE-250", "CIS Docker 1.6.0 4.1"},
	Check:     lint.Stages(check),
}

func check(p *lint.Pass, s *lint.Stage) {
	if !s.Ships || !s.User.Known() || !s.User.V.IsRoot() {
		return
	}
	f := p.Report(s.User, "%s runs as root: its last USER is %s", s, s.User.V).Identify(s.User.V.String()).
		AnsweredBy(s, (*lint.Container).Unprivileged)
	if !buildsAfter(s) {
		f.Fix(lint.Unsafe, "run as an unprivileged user", lint.Put(s.User, "10001"))
	}
}

// buildsAfter tells whether the USER is needed for steps of the build, which another user there could break.
func buildsAfter(s *lint.Stage) bool {
	for i := len(s.Instructions) - 1; i >= 0; i-- {
		switch in := s.Instructions[i]; {
		case in.Name == "RUN":
			return true
		case in.Span.Contains(s.User.Value):
			return false
		}
	}
	return true // it stands in an earlier stage, on which others may build
}
