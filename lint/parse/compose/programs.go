package compose

import (
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// programs is what the service has started: by its entrypoint, its health check and its hooks. What its command starts depends on
// the image, whose entrypoint may take it for arguments.
func (s *service) programs() []lint.Program {
	programs := s.program(nil, s.Get("entrypoint"), "entrypoint")
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
	if words := command.Items(); len(words) > 0 {
		command = words[0]
	}
	if !command.Exists() {
		return programs
	}
	path := get(s.reader, command, s.text)
	if first, _, _ := strings.Cut(strings.TrimSpace(path.V), " "); !strings.ContainsAny(first, `"'\`) {
		path.V = first
	}
	return append(programs, lint.Program{Path: path, Use: use})
}

// tester adds what a health check starts: a program where it is a list that says CMD, a shell where it is a text or a list that says
// CMD-SHELL (https://docs.docker.com/reference/compose-file/services/#healthcheck).
func (s *service) tester(programs []lint.Program, test lint.Field) []lint.Program {
	const use = "health check"
	if words := test.Items(); len(words) > 0 {
		if test = words[0]; len(words) > 1 && get(s.reader, test, s.text).Is("CMD") {
			return s.program(programs, words[1], use)
		}
		if !get(s.reader, test, s.text).Is("CMD-SHELL") {
			return programs
		}
	}
	if text := get(s.reader, test, s.text); text.Known() && text.V != "" {
		text.V = "/bin/sh"
		return append(programs, lint.Program{Path: text, Use: use})
	}
	return programs
}
