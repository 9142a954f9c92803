// Package effectiveuserunknown flags images of which it is not known whom they run as.
package effectiveuserunknown

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is effective-user-unknown.
var Rule = &lint.Rule{
	ID: "effective-user-unknown", Group: "build", Since: "0.1", Doc: doc,
	Summary:   "Whom the image runs as is not known.",
	Hint:      "Name the user: USER 10001.",
	Severity:  lint.Info,
	Profile:   lint.Strict,
	Precision: lint.HighPrecision,
	STRIDE:    []lint.Category{lint.ElevationOfPrivilege},
	Refs:      []lint.Ref{"CWE-250"},
	Check:     lint.Stages(check),
}

func check(p *lint.Pass, s *lint.Stage) {
	if !s.Ships {
		return
	}
	base := s.Origin().Base
	switch {
	case s.User.State == lint.Unknown && !s.User.Value.IsZero():
		p.Report(s.User, "whom %s runs as depends on a variable without a default", s)
	case s.User.State == lint.Unknown, s.User.State == lint.Unset && base.State == lint.Unknown:
		p.Report(s.Instructions[0].Span, "whom %s runs as is not known: its base depends on a variable, and it sets no user", s)
	case s.User.State == lint.Unset && base.Known() && !base.V.IsScratch():
		if !p.Images.Lookup(base.V).User.Known {
			name := base.V.Familiar()
			p.Missing(s.User, "whom %s runs as is not known: it sets no user, and nothing is known of %s", s, name).Identify(name).
				Fix(lint.Unsafe, "run as an unprivileged user", lint.Put(s.User, "10001"))
		}
	}
}
