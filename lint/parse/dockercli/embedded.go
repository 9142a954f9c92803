package dockercli

import "github.com/stridelint/stridelint/lint"

// Embedded is a container or a build that a file of another kind describes by options of docker, and hands them to the program.
type Embedded struct {
	Program string    // "docker" or "podman"
	Subject string    // "job build", "service db"
	Head    lint.Span // where it shows that an option is not given
	Options []lint.Word
	// Text tells that the options are words of one text, out of which one can be cut. Else each is a value of its own.
	Text bool
	// Held is all words of that text, and Holder the entry that holds them: it goes with an option that is all of them.
	Held   lint.Span
	Holder lint.Slot
}

// Container is the container in its pod, and the environment that the options give it. Its image, which no option names, is unset.
func (e Embedded) Container() (*lint.Pod, []*lint.Assignment) {
	p := &projection{line: e.line("run"), subject: e.Subject}
	return p.project()
}

// Build is the build that the options describe, and what it pushes: of a folder, if one is given, or of the one where it runs.
func (e Embedded) Build(folder ...lint.Word) (*lint.Build, []*lint.Push) {
	return e.build("build", folder)
}

// Bake is the build that the options describe of targets of bake files, and what it pushes.
func (e Embedded) Bake(targets ...lint.Word) (*lint.Build, []*lint.Push) {
	return e.build("bake", targets)
}

func (e Embedded) build(verb string, operands []lint.Word) (*lint.Build, []*lint.Push) {
	line := e.line(verb)
	line.operands = operands
	b, _ := build(line)
	return b, pushes(line, b)
}

// line is the options as those of a command.
func (e Embedded) line(verb string) commandLine {
	line := commandLine{program: e.Program, verb: verb, head: e.Head, sealed: true, rigid: !e.Text, holder: e.Holder, held: e.Held}
	line.readOptions(e.Options, verbOf(verb))
	return line
}

// Option is the words that give an option a value which the file writes under a key of its own.
func Option(name string, value lint.Word) []lint.Word {
	return []lint.Word{{Text: "--" + name, State: lint.Set, Span: value.Span}, value}
}

// Switch is the word that gives a value to an option that may stand without one.
func Switch(name string, value lint.Word) []lint.Word {
	value.Text = "--" + name + "=" + value.Text
	return []lint.Word{value}
}
