// Package sudoinbuild flags RUN instructions that go through sudo.
package sudoinbuild

import (
	_ "embed"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is sudo-in-build.
var Rule = &lint.Rule{
	ID: "sudo-in-build", Group: "command", Since: "0.1", Doc: doc,
	Summary:   "A build step goes through sudo.",
	Hint:      "Put steps that need root before USER, and leave sudo out of the image.",
	Severity:  lint.Low,
	Profile:   lint.Strict,
	Kinds:     []lint.Kind{lint.Dockerfile},
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.ElevationOfPrivilege},
	Refs:      []lint.Ref{"CWE-250"},
	Check:     lint.Commands(check),
}

func check(p *lint.Pass, c *lint.Command) {
	switch {
	case c.Sudo == nil && c.Program != "sudo" && c.Program != "doas":
		return
	case c.Sudo == nil:
		p.Report(c.Words[0], "%s calls %s: the image holds a way to become root", c, c.Program)
		return
	}
	f := p.Report(*c.Sudo, "%s goes through %s: the image holds a way to become root", c, c.Sudo.Text)
	if startsAsRoot(p, c) && plain(c) {
		f.Fix(lint.Unsafe, "run it without "+c.Sudo.Text+": it runs as root anyway", c.WithoutSudo())
	}
}

// startsAsRoot tells whether the command is known to run as root before anything raises it.
func startsAsRoot(p *lint.Pass, c *lint.Command) bool {
	stage := c.Session.Stage
	user := stage.UserAt(c.Session.Instruction)
	if !user.Absent() {
		return user.Known() && user.V.IsRoot()
	}
	base := stage.Origin().Base
	known := p.Images.Lookup(base.V).User
	return base.Known() && known.Known && known.V.IsRoot()
}

// plain tells whether nothing stands between sudo and the program: no other user, no environment.
func plain(c *lint.Command) bool {
	between := c.Sudo.Span
	between.Start, between.End = c.Sudo.Span.End, c.Words[0].Span.Start
	return between.Start <= between.End && strings.Trim(between.Text(), " \t\r\n\\,") == ""
}
