package lint

// Command is one simple command of a shell: a program and its words.
type Command struct {
	// Program is the last element of the path of what runs, once sudo, env and the like are taken off: "docker". Empty if unknown.
	Program string
	Words   []Word // the program and what follows it
	Span    Span
}

// String is the program's name.
func (c *Command) String() string { return c.Program }
