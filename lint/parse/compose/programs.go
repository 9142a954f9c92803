package compose

import (
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// programs is what the service has started: by its entrypoint, with its command for arguments, or by its command, which the image's
// entrypoint takes for arguments if it has one; by its health check and its hooks.
func (s *service) programs() []lint.Program {
	entrypoint, command := s.Get("entrypoint"), s.Get("command")
	var programs []lint.Program
	if words := entrypoint.Items(); len(words) > 0 {
		programs = s.started(programs, entrypoint, slices.Concat(words, command.Items()), "entrypoint")
	} else if programs = s.program(programs, entrypoint, "entrypoint"); len(programs) == 0 {
		programs = s.program(programs, command, "command")
		for i := range programs {
			programs[i].Assumed = true
		}
	}
	if check := s.Get("healthcheck"); !get(s.reader, check.Get("disable"), s.boolean).Is(true) {
		programs = s.tester(programs, check.Get("test"))
	}
	for _, event := range [...]string{"post_start", "pre_stop"} {
		for _, hook := range s.Get(event).Items() {
			programs = s.program(programs, hook.Get("command"), event)
		}
	}
	return programs
}

// program adds the program of a command: the first item of a list, or the first word of a text, which compose takes apart without a shell
// (https://docs.docker.com/reference/compose-file/services/#command).
func (s *service) program(programs []lint.Program, command lint.Field, use string) []lint.Program {
	return s.started(programs, command, command.Items(), use)
}

func (s *service) started(programs []lint.Program, command lint.Field, words []lint.Field, use string) []lint.Program {
	if len(words) == 0 {
		words = []lint.Field{command}
	}
	if !words[0].Exists() {
		return programs
	}
	program := lint.Program{Path: get(s.reader, words[0], s.text), Use: use}
	if first, _, _ := strings.Cut(strings.TrimSpace(program.Path.V), " "); !strings.ContainsAny(first, `"'\`) {
		program.Path.V = first
	}
	for _, word := range words {
		program.Words = append(program.Words, word.Node)
	}
	return append(programs, program)
}

// tester adds what a health check starts: a program where it is a list that says CMD, a shell where it is a text or a list that says
// CMD-SHELL (https://docs.docker.com/reference/compose-file/services/#healthcheck).
func (s *service) tester(programs []lint.Program, test lint.Field) []lint.Program {
	const use = "health check"
	script, words := test, test.Items()
	if len(words) > 0 {
		if test = words[0]; len(words) == 1 {
			return programs
		}
		if get(s.reader, test, s.text).Is("CMD") {
			return s.started(programs, words[1], words[1:], use)
		}
		if script = words[1]; !get(s.reader, test, s.text).Is("CMD-SHELL") {
			return programs
		}
	}
	if text := get(s.reader, test, s.text); text.Known() && text.V != "" {
		text.V = "/bin/sh"
		return append(programs, lint.Program{Path: text, Use: use, Words: []*lint.Node{script.Node}, Shell: true})
	}
	return programs
}
