// Package nonnumericuser flags images whose user is a name, of which nobody outside the image can tell whether it is root.
package nonnumericuser

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is non-numeric-user.
var Rule = &lint.Rule{
	ID: "non-numeric-user", Group: "build", Since: "0.1", Doc: doc,
	Summary:   "The image's user is a name, so Kubernetes cannot tell that it is not root.",
	Hint:      "Name the user by its number: USER 10001.",
	Severity:  lint.Low,
	Precision: lint.HighPrecision,
	STRIDE:    []lint.Category{lint.ElevationOfPrivilege},
	Refs:      []lint.Ref{"CWE-250"},
	Check:     lint.Stages(check),
}

func check(p *lint.Pass, s *lint.Stage) {
	if !s.Ships || !s.User.Known() || s.User.V.IsRoot() || isNumber(s.User.V.Name) || forWindows(s.User.V.Name) {
		return
	}
	name := lint.Label(s.User.V.Name)
	for _, c := range s.Runs {
		// The kubelet asks the image for a number, and does not start the container without one.
		if c.Security.RunAsNonRoot.Is(true) && c.User.Absent() {
			p.Report(s.User, "%s runs as %s, and %s must not run as root: Kubernetes cannot tell from a name, and will not start it", s, name, c).
				Identify(s.User.V.Name).As(lint.Medium).
				Relate(c.Security.RunAsNonRoot.Value, "asks for a user that is not root, and names none")
			return
		}
	}
	if !numbered(s, s.User.V.Name) {
		p.Report(s.User, "%s runs as %s: whoever is to keep root out, as runAsNonRoot does, cannot tell from a name", s, name).
			Identify(s.User.V.Name).In(lint.Strict)
	}
}

func isNumber(name string) bool { return strings.Trim(name, "0123456789") == "" }

// forWindows tells whether a name is of Windows, which has no numbers of users.
func forWindows(name string) bool {
	return strings.Contains(name, `\`) || strings.HasPrefix(strings.ToLower(name), "container")
}

// numbered tells whether the Dockerfile itself gives the user a number, so that its readers can tell.
func numbered(s *lint.Stage, name string) bool {
	for stage := range s.Chain() {
		for in := range stage.Effective("RUN") {
			for _, c := range in.Commands {
				if (c.Program == "useradd" || c.Program == "adduser" || c.Program == "usermod") && c.Has("-u", "--uid") && names(c, name) {
					return true
				}
			}
		}
	}
	return false
}

func names(c *lint.Command, user string) bool {
	return slices.ContainsFunc(c.Args(), func(w lint.Word) bool { return w.Text == user })
}
