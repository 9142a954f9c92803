// Package healthcheckmissing flags images and services that do not say how to tell that they work.
package healthcheckmissing

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is healthcheck-missing.
var Rule = &lint.Rule{
	ID: "healthcheck-missing", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "Nothing tells whether the service still works.",
	Hint:      "Add a HEALTHCHECK, or a healthcheck in the compose file, that asks the service itself.",
	Severity:  lint.Low,
	Profile:   lint.Pedantic,
	Precision: lint.HighPrecision,
	STRIDE:    []lint.Category{lint.DenialOfService},
	Refs:      []lint.Ref{"CIS Docker 1.6.0 4.6", "CIS Docker 1.6.0 5.27"},
	Kinds:     []lint.Kind{lint.Dockerfile, lint.Compose, lint.Script},
	Check:     lint.Each(lint.Stages(ofStage), lint.Containers(ofContainer)),
}

func ofStage(p *lint.Pass, s *lint.Stage) {
	if !s.Ships || s.Origin().Base.V.IsScratch() && !s.Has("CMD", "ENTRYPOINT") || s.Has("HEALTHCHECK") {
		return
	}
	p.Report(s.Instructions[0].Span, "%s has no HEALTHCHECK: a service that hangs is kept as if it worked", s).
		AnsweredBy(s, asked)
}

// asked is where a container is told how to ask whether it works, nil if it is not.
func asked(c *lint.Container) lint.Locator {
	for _, check := range []lint.Val[bool]{c.Healthcheck, c.Liveness, c.Readiness} {
		if check.Is(true) {
			return check
		}
	}
	return nil
}

// ofContainer judges a service, and what switches an image's own check off. Whether a docker run starts a service or a tool that ends
// is not known, and the stage that makes an image answers for it.
func ofContainer(p *lint.Pass, c *lint.Container) {
	if c.Healthcheck.Is(false) {
		p.Report(c.Healthcheck, "%s is not asked whether it works: a service that hangs is kept as if it worked", c)
	}
	if c.From == nil && p.Unit.Kind == lint.Compose {
		p.Missing(c.Healthcheck, "%s has no healthcheck: a service that hangs is kept as if it worked", c)
	}
}
