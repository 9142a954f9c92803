package parse

import (
	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/shell"
	"github.com/stridelint/stridelint/lint/parse/snippet"
)

// commands is what the containers of a manifest or a compose file are started with, as the script that it comes to; nil if that is
// nothing. It is a unit of its own: the containers that docker commands in it run are others than those of the file. What these lack is
// not told, since they live in a container, and mostly no longer than it.
func commands(u *lint.Unit) *lint.Unit {
	unit := &lint.Unit{File: u.File, Files: u.Files, Kind: lint.Script, Part: true, ReadOnly: u.ReadOnly}
	type ends struct{ first, last *lint.Node }
	seen := map[ends]bool{}
	for _, c := range u.Containers() {
		for _, p := range c.Programs {
			if len(p.Words) == 0 {
				continue
			}
			line := ends{p.Words[0], p.Words[len(p.Words)-1]}
			if seen[line] {
				continue // services that share a command share what is found in it
			}
			seen[line] = true
			if script := started(u.Kind, p); script != nil {
				script.AddTo(unit, c.Subject)
				unit.Sessions[len(unit.Sessions)-1].Container = c
			}
		}
	}
	for _, b := range unit.Builds {
		b.Lose() // it is of what the container holds
	}
	if len(unit.Sessions) == 0 {
		return nil
	}
	return unit
}

// started is what a container's program is as a script; nil if it is none that is read here.
func started(kind lint.Kind, p lint.Program) *shell.Script {
	written := snippet.Template{Open: "{{", Close: "}}"}
	if kind == lint.Compose {
		written = snippet.Template{Dollars: true}
	}
	if len(p.Words) > 1 {
		if !p.Path.Known() || p.Assumed && !lint.IsShell(p.Path.V) {
			return nil // they may be arguments of another program
		}
		return written.Exec(p.Words)
	}
	source, ok := written.Source(p.Words[0])
	if !ok {
		return nil
	}
	if p.Shell {
		return shell.Read(source)
	}
	words := shell.Words(source)
	switch {
	case len(words) == 0:
		return nil
	case lint.IsShell(words[0].Text):
		return shell.Read(source)
	case p.Assumed:
		return nil
	}
	return shell.Exec(words, p.Words[0].Span, func(int) *shell.Script { return nil })
}
