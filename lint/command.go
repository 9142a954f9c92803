package lint

import (
	"slices"
	"strings"
	"sync"
)

// Session is one run of a shell or of a program: one RUN of a Dockerfile, one script file, one step of a CI job.
type Session struct {
	Name        string       // "job build", "target image"; empty for a RUN and a script file
	Stage       *Stage       // the stage whose RUN it is, or nil
	Instruction *Instruction // that RUN, or nil
	Container   *Container   // which is started with it, or nil
	Shell       []Word       // the words of the SHELL instruction that is in force there; none, the image's default
	Commands    []*Command   // in the order of the text, outer ones before those within their words
}

// String is the stage's name or the session's own, or "script".
func (s *Session) String() string {
	switch {
	case s.Stage != nil:
		return s.Stage.String()
	case s.Name != "":
		return s.Name
	}
	return "script"
}

// Command is one simple command of a shell: a program and its words.
type Command struct {
	// Program is the last element of the path of what runs, once sudo, env and the like are taken off: "docker". Empty if unknown.
	Program string
	Words   []Word // the program and what follows it
	Span    Span
	// Sudo is the word "sudo" or "doas" if the command is run through it.
	Sudo *Word
	// Into is the command that takes this one's output: through a pipe, or as a word or a file in its place. Or nil.
	Into *Command
	// Input is the here-document that it reads, as the file has it, or nil.
	Input *Word
	// Output is the file that the output is written to by > or >>, or nil.
	Output *Word
	// Captured tells that the output becomes the value of a variable.
	Captured bool
	// Overruled tells that the output becomes a value within another command, export x=$(…) or x=$(…) make, whose status then counts.
	Overruled bool
	// JSON tells that the words are strings of the JSON (exec) form: no shell reads them.
	JSON bool
	// Docker is what the words say, if the program is docker or one that is used like it; else nil.
	Docker  *DockerCommand
	Session *Session
	// Syntax is which options of the program take a value; nil if that is not known.
	Syntax *Syntax

	onceArguments sync.Once
	arguments     Arguments
}

// String is the name of the session it belongs to.
func (c *Command) String() string {
	if c.Session == nil {
		return ""
	}
	return c.Session.String()
}

// Within is the word of Into in whose place the output stands; false if it is piped into it instead.
func (c *Command) Within() (int, bool) {
	if c.Into == nil {
		return 0, false
	}
	i := slices.IndexFunc(c.Into.Words, func(w Word) bool { return w.Span.Contains(c.Span) })
	return i, i >= 0
}

// Fed tells whether another command of its session writes to its input through a pipe.
func (c *Command) Fed() bool {
	return c.Session != nil && slices.ContainsFunc(c.Session.Commands, func(other *Command) bool {
		if other.Into != c {
			return false
		}
		_, within := other.Within()
		return !within
	})
}

// Args is the words behind the program.
func (c *Command) Args() []Word { return c.Words[min(1, len(c.Words)):] }

// Runs tells whether the command is a program with the given first arguments, options between them left out: Runs("apt-get", "install").
func (c *Command) Runs(program string, subcommands ...string) bool {
	if c.Program != program {
		return false
	}
	for _, word := range c.Args() {
		if len(subcommands) == 0 {
			break
		}
		if strings.HasPrefix(word.Text, "-") {
			continue
		}
		if word.Text != subcommands[0] {
			return false
		}
		subcommands = subcommands[1:]
	}
	return len(subcommands) == 0
}

// Option finds the first of an option's names among the arguments: "--insecure", "-k". A one-letter option is also found
// bundled with others ("-fsSLk"), a long one also with a value behind "=". Behind "--" there are no options.
func (c *Command) Option(names ...string) (Word, bool) {
	for _, word := range c.Args() {
		if word.Text == "--" {
			break
		}
		if slices.ContainsFunc(names, func(name string) bool { return isOption(word.Text, name) }) {
			return word, true
		}
	}
	return Word{}, false
}

// Has tells whether an option of one of the names is among the arguments, see Option.
func (c *Command) Has(names ...string) bool {
	_, found := c.Option(names...)
	return found
}

// Uncertain tells whether options may hide in a word that is not known.
func (c *Command) Uncertain() bool {
	return slices.ContainsFunc(c.Args(), func(w Word) bool { return w.Many })
}

func isOption(word, name string) bool {
	if strings.HasPrefix(name, "--") {
		option, _, _ := strings.Cut(word, "=")
		return option == name
	}
	if len(name) != 2 || len(word) < 2 || word[0] != '-' || word[1] == '-' {
		return word == name
	}
	bundle, _, _ := strings.Cut(word[1:], "=")
	return strings.IndexByte(bundle, name[1]) >= 0
}
