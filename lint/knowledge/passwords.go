package knowledge

import (
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// SetsPassword tells whether a command sets a user's password, and where it says so.
func SetsPassword(c *lint.Command) (lint.Locator, bool) {
	switch c.Program {
	case "chpasswd":
		return c.Words[0], !c.Has("--help", "-h")
	case "passwd":
		return c.Words[0], c.Has("--stdin")
	case "useradd", "usermod":
		o, found := c.Arguments().Option("-p", "--password")
		locked := strings.Trim(o.Value.Text, "*!x") == ""
		return o, found && !locked
	}
	return nil, false
}

// RegistryPassword finds the option with which a command that logs in to a registry is given the password.
func RegistryPassword(c *lint.Command) (lint.Option, bool) {
	args := c.Arguments()
	switch {
	case c.Docker.Is("login"):
	case c.Program != "skopeo" && c.Program != "crane" && c.Program != "oras" && c.Program != "helm":
		return lint.Option{}, false
	case !args.Begin("login") && !args.Begin("registry", "login") && !args.Begin("auth", "login"):
		return lint.Option{}, false
	}
	return args.Option("-p", "--password")
}

// CommandSecrets is the words of a command, or parts of them, that hold a password, whichever rules judge it.
func CommandSecrets(c *lint.Command) []lint.Span {
	var spans []lint.Span
	add := func(w lint.Word) {
		if span, _ := w.Where(); w.State == lint.Set && w.Text != "" {
			spans = append(spans, span)
		}
	}
	if o, found := RegistryPassword(c); found {
		add(o.Value)
	}
	switch {
	case c.Program == "useradd", c.Program == "usermod":
		if o, found := c.Arguments().Option("-p", "--password"); found {
			add(o.Value)
		}
	case c.Into != nil && (c.Into.Program == "chpasswd" || c.Into.Program == "passwd"):
		for _, w := range c.Args() {
			add(w)
		}
	}
	return spans
}
