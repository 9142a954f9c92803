// Package imagecommit flags images that are made from a container instead of from a Dockerfile.
package imagecommit

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is image-commit.
var Rule = &lint.Rule{
	ID: "image-commit", Group: "command", Since: "0.1", Doc: doc,
	Summary:   "An image is made from a running container: nobody can tell how it came about.",
	Hint:      "Build the image from a Dockerfile, and sign what is pushed.",
	Severity:  lint.Medium,
	Kinds:     []lint.Kind{lint.Script},
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.Tampering, lint.Repudiation},
	Refs:      []lint.Ref{"CWE-1357"},
	Check:     lint.Sessions(check),
}

func check(p *lint.Pass, s *lint.Session) {
	for i, c := range s.Commands {
		if !c.Docker.Is("commit", "compose commit") || c.Program == "buildah" { // which builds by script, and commits at its end
			continue
		}
		push := pushAfter(s.Commands[i+1:])
		if push == nil {
			p.Report(c.Docker.Name, "%s makes an image of a container as it happens to be: what is in it, and who put it there, stands nowhere", s)
			continue
		}
		p.Report(c.Docker.Name, "%s makes an image of a container as it happens to be, and pushes: others run what nobody can trace", s).
			Relate(push.Words[0].Span, "an image is pushed here")
	}
}

// pushAfter is the first command that pushes an image.
func pushAfter(commands []*lint.Command) *lint.Command {
	for _, c := range commands {
		if c.Docker.Is("push", "manifest push") {
			return c
		}
	}
	return nil
}
