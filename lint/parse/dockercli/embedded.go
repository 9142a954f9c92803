package dockercli

import "github.com/stridelint/stridelint/lint"

// Embedded is a container that a file of another kind describes by options of docker run, and hands them to the program.
type Embedded struct {
	Program string    // "docker" or "podman"
	Subject string    // "job build", "service db"
	Head    lint.Span // where it shows that an option is not given
	Options []lint.Word
	// Text tells that the options are words of one text, out of which one can be cut. Else each is a value of its own.
	Text bool
}

// Container is the container in its pod, and the environment that the options give it. Its image, which no option names, is unset.
func (e Embedded) Container() (*lint.Pod, []*lint.Assignment) {
	line := commandLine{program: e.Program, verb: "run", head: e.Head, sealed: true, rigid: !e.Text}
	line.readOptions(e.Options, verbOf(line.verb))
	p := &projection{line: line, subject: e.Subject}
	return p.project()
}

// Option is the words that give an option a value which the file writes under a key of its own.
func Option(name string, value lint.Word) []lint.Word {
	return []lint.Word{{Text: "--" + name, State: lint.Set, Span: value.Span}, value}
}
