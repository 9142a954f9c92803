package shell

import (
	"strconv"

	"mvdan.cc/sh/v3/syntax"

	"github.com/stridelint/stridelint/lint/parse/dockercli"
)

// function is a function of a script, as far as it runs the command that it is called with: run() { echo "+ $*"; "$@"; }.
type function struct {
	end    int
	shifts int // words that it takes for itself
	runs   bool
}

// functions is the functions of a script, found in the order of its text.
type functions struct {
	open []*function // those that the node stands in, the innermost last
	all  map[string]*function
}

// note notes what a node does with the arguments of its function.
func (f *functions) note(n syntax.Node) {
	switch n := n.(type) {
	case *syntax.FuncDecl:
		f.leave(int(n.Pos().Offset()))
		made := &function{end: int(n.End().Offset())}
		f.open = append(f.open, made)
		if n.Name == nil {
			return // it has no name
		}
		if f.all == nil {
			f.all = map[string]*function{}
		}
		f.all[n.Name.Value] = made
	case *syntax.CallExpr:
		f.leave(int(n.Pos().Offset()))
		if len(f.open) > 0 && len(n.Args) > 0 {
			f.open[len(f.open)-1].call(n.Args)
		}
	}
}

// leave closes the functions that end before an offset.
func (f *functions) leave(at int) {
	for len(f.open) > 0 && f.open[len(f.open)-1].end <= at {
		f.open = f.open[:len(f.open)-1]
	}
}

// call notes a command of the function.
func (f *function) call(args []*syntax.Word) {
	if args[0].Lit() == "shift" {
		n := 1
		if len(args) > 1 {
			n, _ = strconv.Atoi(args[1].Lit())
		}
		f.shifts += max(n, 0)
		return
	}
	p, quoted := soleVariable(args[0])
	f.runs = f.runs || len(args) == 1 && quoted && p != nil && p.Param != nil && p.Param.Value == "@" && isPlain(p)
}

// argument is the word with which the command starts that a function is called with, if it is known and one of docker; else 0.
func (l *line) argument(r *reader, name string) int {
	f := r.functions.all[name]
	if f == nil || !f.runs || f.shifts >= len(l.words)-1 {
		return 0
	}
	n := f.shifts + 1
	program := l.name(r, n)
	if _, wraps := wrapperOf(program); !wraps && !dockercli.Knows(program) {
		return 0
	}
	return n
}
