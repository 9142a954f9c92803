// Package missinguser flags images that name no user, on a base that runs as root.
package missinguser

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is missing-user.
var Rule = &lint.Rule{
	ID: "missing-user", Group: "build", Since: "0.1", Doc: doc,
	Summary:   "The image sets no user, so its processes run as root.",
	Hint:      "Add USER with an unprivileged numeric ID, such as USER 10001, to the last stage.",
	Severity:  lint.Medium,
	Precision: lint.HighPrecision,
	STRIDE:    []lint.Category{lint.ElevationOfPrivilege},
	Refs:      []lint.Ref{"CWE-250", "CIS Docker 1.6.0 4.1"},
	Check:     lint.Stages(check),
}

func check(p *lint.Pass, s *lint.Stage) {
	if !s.Ships {
		return
	}
	base, user := s.Origin().Base, p.UserOfStage(s)
	if user.Known() && user.V.IsRoot() && !(base.V.IsScratch() && !startsAnything(s)) {
		p.Missing(s.User, "%s sets no user: on %s it runs as root", s, base.V.Familiar()).
			AnsweredBy(s, (*lint.Container).Unprivileged).
			Fix(lint.Unsafe, "run as an unprivileged user", lint.Put(s.User, "10001"))
	}
}

// startsAnything tells whether the image says what to run. One on an empty base that does not only carries files to other builds.
func startsAnything(s *lint.Stage) bool {
	for stage := range s.Chain() {
		for range stage.Effective("CMD", "ENTRYPOINT") {
			return true
		}
	}
	return false
}
