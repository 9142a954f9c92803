package shell

import (
	"mvdan.cc/sh/v3/syntax"

	"github.com/stridelint/stridelint/lint"
)

// relations is how the commands of a source belong together.
type relations struct {
	into   map[*syntax.CallExpr]*syntax.CallExpr // of a command, the one that takes its output
	output map[*syntax.CallExpr]*syntax.Word     // of a command, the file that its output goes to
	values []syntax.WordPart                     // the parts of the values that variables are given
	within []syntax.WordPart                     // those of them that commands give, or are given with
}

// note takes in what a node says of its commands.
func (r *relations) note(n syntax.Node) {
	switch n := n.(type) {
	case *syntax.BinaryCmd:
		if n.Op == syntax.Pipe || n.Op == syntax.PipeAll {
			r.feed([]*syntax.Stmt{n.X}, taker(n.Y))
		}
	case *syntax.CallExpr:
		for _, word := range n.Args {
			r.feedParts(word.Parts, n)
		}
		if len(n.Args) > 0 {
			r.overrule(n.Assigns)
		}
	case *syntax.DeclClause:
		r.overrule(n.Args)
	case *syntax.Assign:
		if n.Value != nil {
			r.values = append(r.values, n.Value.Parts...)
		}
	case *syntax.Stmt:
		r.redirect(n)
	}
}

// overrule notes the values of assignments that are part of a command.
func (r *relations) overrule(assigns []*syntax.Assign) {
	for _, a := range assigns {
		if a.Value != nil {
			r.within = append(r.within, a.Value.Parts...)
		}
	}
}

// feedParts relates the commands within a word to the command whose word it is.
func (r *relations) feedParts(parts []syntax.WordPart, to *syntax.CallExpr) {
	for _, part := range parts {
		switch p := part.(type) {
		case *syntax.DblQuoted:
			r.feedParts(p.Parts, to)
		case *syntax.CmdSubst:
			r.feed(p.Stmts, to)
		case *syntax.ProcSubst:
			if p.Op == syntax.CmdIn {
				r.feed(p.Stmts, to)
			}
		}
	}
}

// capture tells the commands whose output becomes a part of a variable's value.
func capture(parts []syntax.WordPart, commands map[*syntax.CallExpr]*lint.Command, tell func(*lint.Command)) {
	for _, part := range parts {
		switch p := part.(type) {
		case *syntax.DblQuoted:
			capture(p.Parts, commands, tell)
		case *syntax.CmdSubst:
			for _, last := range feeders(p.Stmts) {
				if c := commands[last]; c != nil {
					tell(c)
				}
			}
		}
	}
}

// maxFeeders bounds how many commands are taken to feed one: those of a long list within brackets.
const maxFeeders = 16

// feed relates every command whose output statements let out to the command that takes it.
func (r *relations) feed(statements []*syntax.Stmt, to *syntax.CallExpr) {
	if to == nil {
		return
	}
	for _, c := range feeders(statements) {
		if r.into == nil {
			r.into = map[*syntax.CallExpr]*syntax.CallExpr{}
		}
		if r.into[c] == nil {
			r.into[c] = to
		}
	}
}

// feeders is the commands whose output statements let out.
func feeders(statements []*syntax.Stmt) []*syntax.CallExpr {
	var found []*syntax.CallExpr
	pending := append([]*syntax.Stmt(nil), statements...)
	for n := 0; len(pending) > 0 && n < maxFeeders; n++ {
		s := pending[0]
		pending = pending[1:]
		switch c := s.Cmd.(type) {
		case *syntax.CallExpr:
			found = append(found, c)
		case *syntax.BinaryCmd:
			if c.Op != syntax.Pipe && c.Op != syntax.PipeAll {
				pending = append(pending, c.X)
			}
			pending = append(pending, c.Y)
		case *syntax.Subshell:
			pending = append(pending, c.Stmts...)
		case *syntax.Block:
			pending = append(pending, c.Stmts...)
		}
	}
	return found
}

// taker is the command that reads what is piped into a statement, or nil.
func taker(s *syntax.Stmt) *syntax.CallExpr {
	for range maxFeeders {
		switch c := s.Cmd.(type) {
		case *syntax.CallExpr:
			return c
		case *syntax.BinaryCmd:
			s = c.X
		case *syntax.Subshell:
			if len(c.Stmts) == 0 {
				return nil
			}
			s = c.Stmts[0]
		case *syntax.Block:
			if len(c.Stmts) == 0 {
				return nil
			}
			s = c.Stmts[0]
		default:
			return nil
		}
	}
	return nil
}

// redirect notes the file that a command's output goes to.
func (r *relations) redirect(s *syntax.Stmt) {
	call, ok := s.Cmd.(*syntax.CallExpr)
	if !ok {
		return
	}
	for _, redirect := range s.Redirs {
		switch redirect.Op {
		case syntax.RdrOut, syntax.AppOut, syntax.RdrClob, syntax.RdrAll, syntax.AppAll:
			if redirect.Word != nil && (redirect.N == nil || redirect.N.Value == "1") {
				if r.output == nil {
					r.output = map[*syntax.CallExpr]*syntax.Word{}
				}
				r.output[call] = redirect.Word
			}
		}
	}
}

// relate tells the commands of the source how they belong together.
func (r *reader) relate(relations *relations, commands map[*syntax.CallExpr]*lint.Command) {
	for from, to := range relations.into {
		if c := commands[from]; c != nil {
			c.Into = commands[to]
		}
	}
	capture(relations.values, commands, func(c *lint.Command) { c.Captured = true })
	capture(relations.within, commands, func(c *lint.Command) { c.Overruled = true })
	for call, word := range relations.output {
		if c := commands[call]; c != nil {
			output := r.word(word, true)
			c.Output = &output
		}
	}
}
