// Package shellmissing flags what needs a shell in an image that has none.
package shellmissing

import (
	_ "embed"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is shell-missing.
var Rule = &lint.Rule{
	ID: "shell-missing", Group: "image", Since: "0.1", Doc: doc,
	Summary:   "What is started needs a shell, and the image has none.",
	Hint:      "Start the program itself: write a JSON list of strings, such as [\"/server\", \"--listen\", \":8080\"].",
	Severity:  lint.Medium,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.DenialOfService},
	Refs:      []lint.Ref{"CWE-628"},
	Kinds:     []lint.Kind{lint.Dockerfile, lint.Compose, lint.Kubernetes, lint.Script},
	Check:     lint.Each(lint.Stages(ofStage), lint.Containers(ofContainer)),
}

// ofStage judges the first RUN, at which the build ends, and what an image that ships starts.
func ofStage(p *lint.Pass, s *lint.Stage) {
	none := lint.Know(false)
	if p.ShellOfStage(s, s.Instructions[0]) != none {
		return // what is there at FROM stays
	}
	last := map[string]*lint.Instruction{} // of each name: for all but RUN it is the one that counts
	for _, in := range s.Instructions {
		if in.Name == "RUN" && last["RUN"] == nil && p.ShellOfStage(s, in) == none && len(in.Flags) == 0 {
			if _, needed := shellText(in); needed {
				p.Report(in.Keyword, "the build ends here: RUN needs a shell, and %s has none", nameOf(s)).Identify("RUN")
			}
		}
		last[in.Name] = in
	}
	if !s.Ships || p.ShellOfStage(s, nil) != none {
		return
	}
	for _, start := range [...]struct{ name, consequence string }{
		{"ENTRYPOINT", "the container cannot start"}, {"CMD", "the container cannot start"}, {"HEALTHCHECK", "the container is never healthy"},
	} {
		in := last[start.name]
		if in == nil || in.Name == "CMD" && s.Has("ENTRYPOINT") { // which takes CMD for arguments
			continue
		}
		if text, needed := shellText(in); needed {
			f := p.Report(text, "%s: %s needs a shell, and %s has none", start.consequence, in.Name, nameOf(s)).Identify(in.Name)
			if list, ok := in.AsList(); ok {
				f.Fix(lint.Unsafe, "write a JSON list", []lint.Edit{{Span: text.Span, Text: list}})
			}
		}
	}
}

// shellText is what an instruction has a shell run, or the shell that it names itself; false if it needs none.
func shellText(in *lint.Instruction) (lint.Word, bool) {
	words := in.Args
	if in.Name == "HEALTHCHECK" {
		words = words[min(1, len(words)):] // CMD or NONE
	}
	switch {
	case len(words) == 0:
		return lint.Word{}, false
	case in.JSON:
		return words[0], words[0].State == lint.Set && lint.IsShell(words[0].Text)
	}
	// A here-document can name another program to run it (https://docs.docker.com/reference/dockerfile/#here-documents).
	return words[0], len(in.Heredocs) == 0 || !strings.HasPrefix(in.Heredocs[0].Text, "#!")
}

func ofContainer(p *lint.Pass, c *lint.Container) {
	if len(c.Programs) == 0 || p.ShellOf(c) != lint.Know(false) {
		return
	}
	for _, program := range c.Programs {
		if program.Path.Known() && !program.Assumed && lint.IsShell(program.Path.V) {
			p.Report(program.Path, "%s: its %s needs a shell, and its image has none", c, program.Use).Identify(program.Use)
		}
	}
}

// nameOf is the image that a stage starts from.
func nameOf(s *lint.Stage) string { return s.Origin().Base.V.Familiar() }
