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
		return c.Words[0], c.Has("--stdin") || c.Fed()
	case "useradd", "usermod":
		o, found := c.Arguments().Option("-p", "--password")
		locked := strings.Trim(o.Value.Text, "*!x") == ""
		return o, found && !locked
	}
	return nil, false
}

// RegistryPassword finds the option with which a command that logs in to a registry is given the password. With it go the options
// that name user and password at once (https://docs.podman.io/en/latest/markdown/podman-pull.1.html#creds-username-password): of a
// user alone, the tool asks for the password.
func RegistryPassword(c *lint.Command) (lint.Option, bool) {
	args := c.Arguments()
	switch {
	case c.Docker.Is("login"), logsIn(c.Program, args):
		return args.Option("-p", "--password")
	case c.Docker.Is("run", "create", "pull", "push", "build", "manifest push", "manifest add") || c.Program == "skopeo":
		o, found := args.Option("--creds", "--src-creds", "--dest-creds")
		return o, found && (strings.Contains(o.Value.Text, ":") || o.Value.State == lint.Unknown)
	}
	return lint.Option{}, false
}

// logsIn tells whether a tool other than docker logs in to a registry.
func logsIn(program string, args lint.Arguments) bool {
	switch program {
	case "skopeo", "crane", "oras", "helm", "cosign", "regctl":
		return args.Begin("login") || args.Begin("registry", "login") || args.Begin("auth", "login")
	case "az":
		return args.Begin("acr", "login")
	}
	return false
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
