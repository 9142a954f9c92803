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
	switch words := entrypoint.Items(); {
	case len(words) > 0:
		programs = s.program(programs, "entrypoint", slices.Concat(words, command.Items())...)
	case entrypoint.Scalar() != "":
		programs = s.program(programs, "entrypoint", entrypoint)
	default:
		programs = s.program(programs, "command", wordsOf(command)...)
		for i := range programs {
			programs[i].Assumed = true
		}
	}
	if check := s.Get("healthcheck"); !get(s.reader, check.Get("disable"), s.boolean).Is(true) {
		programs = s.tester(programs, check.Get("test"))
	}
	for _, event := range [...]string{"post_start", "pre_stop"} {
		for _, hook := range s.Get(event).Items() {
			programs = s.program(programs, event, wordsOf(hook.Get("command"))...)
		}
	}
	return programs
}

// wordsOf is the items of a command that is a list, or its one text.
func wordsOf(command lint.Field) []lint.Field {
	if items := command.Items(); len(items) > 0 {
		return items
	}
	return []lint.Field{command}
}

// program adds the program that words start: the first of several, or the first within one text, which compose takes apart without a
// shell (https://docs.docker.com/reference/compose-file/services/#command).
func (s *service) program(programs []lint.Program, use string, words ...lint.Field) []lint.Program {
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
			return s.program(programs, use, words[1:]...)
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
