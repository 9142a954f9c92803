package shell

import (
	"errors"
	"io"
	"runtime"

	"mvdan.cc/sh/v3/syntax"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
	"github.com/stridelint/stridelint/lint/parse/dockercli"
)

// Script is what a piece of shell says.
type Script struct {
	Commands    []*lint.Command // in the order of the text, outer ones before those within their words
	Assignments []*lint.Assignment
	Pods        []*lint.Pod // what its docker, podman and nerdctl commands run
	Execs       []*lint.Exec
	Builds      []*lint.Build
	Pushes      []*lint.Push
	Scopes      []lint.Span // those commands

	moved bool // one of the commands goes to another folder
}

// Session makes one run of a shell of the commands: a script's own, or that of an instruction of a stage.
func (s *Script) Session(stage *lint.Stage, instruction *lint.Instruction) *lint.Session {
	session := &lint.Session{Stage: stage, Instruction: instruction, Commands: s.Commands}
	for _, c := range s.Commands {
		c.Session = session
	}
	return session
}

// AddTo adds the script to a unit, as one run of a shell under a name.
func (s *Script) AddTo(unit *lint.Unit, name string) {
	unit.Assignments = append(unit.Assignments, s.Assignments...)
	unit.Pods = append(unit.Pods, s.Pods...)
	unit.Execs = append(unit.Execs, s.Execs...)
	unit.Builds = append(unit.Builds, s.Builds...)
	unit.Pushes = append(unit.Pushes, s.Pushes...)
	unit.Scopes = append(unit.Scopes, s.Scopes...)
	session := s.Session(nil, nil)
	session.Name = name
	unit.Sessions = append(unit.Sessions, session)
}

// Join adds what another piece of the same run of a shell says.
func (s *Script) Join(other *Script) {
	s.Commands = append(s.Commands, other.Commands...)
	s.Assignments = append(s.Assignments, other.Assignments...)
	s.Pods = append(s.Pods, other.Pods...)
	s.Execs = append(s.Execs, other.Execs...)
	s.Builds = append(s.Builds, other.Builds...)
	s.Pushes = append(s.Pushes, other.Pushes...)
	s.Scopes = append(s.Scopes, other.Scopes...)
}

const (
	maxSize   = 1 << 20 // of the text of a script
	maxFrames = 20_000  // of the parser's recursion
	maxDepth  = 10_000  // of the tree that is walked
	maxShells = 8       // scripts within scripts: sh -c "sh -c …"
)

// Read reads a piece of shell by itself, see Parser.Read.
func Read(src Source) *Script { return new(Parser).Read(src) }

// Parser reads many pieces of shell, one after the other. The zero Parser is ready for use.
type Parser struct {
	// Environment tells of a variable that is set when a script starts what it holds, and where that is written. It may be nil.
	Environment func(name string) (text string, written lint.Span, found bool)

	syntax *syntax.Parser
}

// Read reads a piece of shell. Text that is too large is not read, text that does not parse is read up to there.
func (p *Parser) Read(src Source) *Script {
	s := &Script{}
	r := &reader{parser: p, src: src, out: s, budget: new(int)}
	*r.budget = maxResolved
	r.read()
	return s
}

// Words is the words of a source that is a part of a command line.
func Words(src Source) []lint.Word {
	if len(src.Text) > maxSize {
		return nil
	}
	r := &reader{src: src, out: &Script{}, budget: new(int)}
	var words []lint.Word
	for _, s := range new(Parser).parse(src.Text).Stmts {
		if call, ok := s.Cmd.(*syntax.CallExpr); ok {
			for _, a := range call.Assigns {
				words = append(words, r.assignedWord(a))
			}
			words = append(words, r.line(call.Args).words...)
		}
	}
	return words
}

// Exec is a script of one command whose words no shell reads: sudo, env and the like are taken off it as off any other. If it is a
// shell that is given a script, inner reads that one of the words; it may find that it cannot.
func Exec(words []lint.Word, span lint.Span, inner func(i int) *Script) *Script {
	s := &Script{}
	l := line{words: words}
	l.strip(&reader{out: s})
	cmd := l.command(span)
	cmd.JSON = true
	s.Commands = []*lint.Command{cmd}
	s.docker(cmd)
	if i := l.script(); i >= 0 && lint.IsShell(l.program) {
		if given := inner(len(words) - len(l.words) + i); given != nil {
			s.Join(given)
		}
	}
	return s
}

// command is what a line runs, once what it is run through has been stripped off.
func (l *line) command(span lint.Span) *lint.Command {
	c := &lint.Command{Program: l.program, Words: l.words, Span: span, Sudo: l.sudo}
	c.Syntax = knowledge.SyntaxOf(c)
	return c
}

// reader reads one source into a script.
type reader struct {
	parser    *Parser
	src       Source
	out       *Script
	outer     *reader // of the script whose environment this one is given, or nil
	uses      *usage
	variables map[string]*variable
	lists     map[string]*list
	functions functions
	programs  map[string]string // of a variable that is not known, the program that it surely or most likely names
	commands  map[*syntax.CallExpr]*lint.Command
	bodies    map[*syntax.CallExpr]*syntax.Redirect // of a command, the here-document that is its input
	budget    *int                                  // how many more bytes variables may bring, over all sources of the script
	shells    int                                   // how many scripts the source is within
	from      []*syntax.Word                        // reused
}

func (r *reader) read() {
	if len(r.src.Text) > maxSize {
		return
	}
	file := r.parser.parse(r.src.Text)
	nodes, relations := r.collect(file)
	r.resolve()
	r.commands = make(map[*syntax.CallExpr]*lint.Command, len(nodes))
	for _, n := range nodes {
		switch n := n.(type) {
		case *syntax.CallExpr:
			r.call(n)
		case *syntax.DeclClause:
			for _, a := range n.Args {
				r.assign(a)
			}
		}
	}
	r.relate(relations, r.commands)
}

// parse reads statements up to the first that is broken. It always reads them as bash: the other shells' scripts are near enough.
func (p *Parser) parse(text []byte) *syntax.File {
	if p.syntax == nil {
		p.syntax = syntax.NewParser(syntax.Variant(syntax.LangBash))
	}
	file, _ := p.syntax.Parse(&shallowReader{text: text}, "")
	return file
}

// shallowReader hands out text as long as the parser's recursion is shallow. The parser itself has no limit,
// and Go ends the whole process when a stack grows too large: a million brackets suffice.
type shallowReader struct {
	text  []byte
	reads int
}

var errTooDeep = errors.New("nested too deeply")

// Read hands out the next piece. The parser asks for a kilobyte at a time, so its depth is looked at often enough.
func (s *shallowReader) Read(p []byte) (int, error) {
	var frame [1]uintptr
	if s.reads++; s.reads%4 == 0 && runtime.Callers(maxFrames, frame[:]) > 0 {
		return 0, errTooDeep
	}
	if len(s.text) == 0 {
		return 0, io.EOF
	}
	n := copy(p, s.text)
	s.text = s.text[n:]
	return n, nil
}

// walk visits the nodes of a tree in the order of the text, as far as they are not nested too deeply.
func walk(file *syntax.File, visit func(syntax.Node)) {
	depth := 0
	syntax.Walk(file, func(n syntax.Node) bool {
		if n == nil {
			depth--
			return true
		}
		visit(n)
		if depth == maxDepth {
			return false
		}
		depth++
		return true
	})
}

// collect finds the commands and declarations, how they belong together, and what becomes of the variables.
func (r *reader) collect(file *syntax.File) ([]syntax.Node, *relations) {
	var nodes []syntax.Node
	related := &relations{}
	r.uses = &usage{writes: map[string]int{}, adds: map[string][]*syntax.Assign{}}
	walk(file, func(n syntax.Node) {
		switch n := n.(type) {
		case *syntax.CallExpr, *syntax.DeclClause:
			nodes = append(nodes, n)
		case *syntax.Stmt:
			r.noteBody(n)
		}
		r.uses.note(n)
		r.functions.note(n)
		if block := statements(n); len(block) > 0 {
			r.uses.blocks = append(r.uses.blocks, block)
		}
		related.note(n)
	})
	return nodes, related
}

// call reads a simple command: its assignments, its words and, if it is a docker command or another shell, what that runs.
func (r *reader) call(n *syntax.CallExpr) {
	for _, a := range n.Assigns {
		r.assign(a)
	}
	if len(n.Args) == 0 {
		return
	}
	line := r.line(n.Args)
	if len(line.words) == 0 {
		return // a variable that is empty
	}
	line.body = r.bodies[n]
	r.commands[n] = r.run(line, r.span(n))
}

// run adds the command that a line is, and those that it hands to another shell.
func (r *reader) run(l line, span lint.Span) *lint.Command {
	l.strip(r)
	cmd := l.command(span)
	r.out.Commands = append(r.out.Commands, cmd)
	r.out.docker(cmd)
	remote := l.remote
	switch {
	case remote > 0 && !l.isScript(remote):
		if l.hops++; l.hops > maxWrappers {
			break
		}
		last := l.words[len(l.words)-1].Span
		l.drop(remote)
		l.remote = 0
		r.run(l, l.words[0].Span.Join(last))
	case remote > 0, lint.IsShell(cmd.Program), cmd.Program == "su", cmd.Program == "runuser", cmd.Program == "eval" && len(l.words) > 1:
		r.inner(l)
	case cmd.Docker.Is("run", "exec", "create", "compose run", "compose exec"):
		if n := len(cmd.Docker.Operands); n > 2 && n < len(l.words) && lint.IsShell(cmd.Docker.Operands[1].Text) {
			l.drop(len(l.words) - n + 1) // what is before the container's own command
			r.inner(l)
		}
	}
	if l.body != nil {
		cmd.Input = r.written(l.body)
	}
	if l.body != nil && (cmd.Program == "ssh" && remote == 0 || lint.IsShell(cmd.Program) && knowledge.RunsInput(cmd)) {
		r.input(l)
	}
	return cmd
}

// origin is where a node's text is first written, if one variable of an outer language brings it.
func (r *reader) origin(n syntax.Node) lint.Span {
	return r.src.origin(int(n.Pos().Offset()), int(n.End().Offset()))
}

// docker adds what a command does, if it is one of docker.
func (s *Script) docker(cmd *lint.Command) {
	s.moved = s.moved || moves(cmd)
	views := dockercli.Read(cmd)
	s.Assignments = append(s.Assignments, views.Assignments...)
	s.Pushes = append(s.Pushes, views.Pushes...)
	switch {
	case views.Pod != nil:
		s.Pods = append(s.Pods, views.Pod)
	case views.Exec != nil:
		s.Execs = append(s.Execs, views.Exec)
	case views.Build != nil:
		if s.moved {
			views.Build.Lose()
		}
		s.Builds = append(s.Builds, views.Build)
	default:
		return
	}
	s.Scopes = append(s.Scopes, cmd.Span)
}

func (r *reader) span(n syntax.Node) lint.Span {
	return r.src.span(int(n.Pos().Offset()), int(n.End().Offset()))
}

// moves tells whether a command goes to a folder that it names. Where a script goes that asks for its own folder, or for one that is
// given to it, is not known, and mostly it is one where it could have been started.
func moves(cmd *lint.Command) bool {
	if cmd.Program != "cd" && cmd.Program != "pushd" || len(cmd.Words) < 2 {
		return false
	}
	folder := cmd.Words[len(cmd.Words)-1]
	return folder.State == lint.Set && folder.Text != "." && folder.Text != "-"
}
