package shell

import (
	"strings"

	"mvdan.cc/sh/v3/syntax"

	"github.com/stridelint/stridelint/lint"
)

const (
	maxValue    = 4 << 10   // of a variable
	maxResolved = 256 << 10 // that variables may bring to one script
)

// variable is a variable that holds one literal through the whole block of statements that assigns it.
type variable struct {
	value       string
	written     lint.Span // the value's text without its quotes; zero if it is not written in one piece
	from, until int       // where in the source it holds
}

// usage is who gives variables their values.
type usage struct {
	writes  map[string]int
	adds    map[string][]*syntax.Assign // that keep what a variable has, in the order of the text
	sourced int                         // up to here in the source, commands of another text can have changed everything
	blocks  [][]*syntax.Stmt            // statements that run one after the other
}

// taint counts as two: such a name is never known.
func (u *usage) taint(name string) { u.writes[name] += 2 }

// note notes what a node does to variables.
func (u *usage) note(n syntax.Node) {
	switch n := n.(type) {
	case *syntax.Assign:
		switch {
		case n.Name == nil || n.Naked:
		case addsToList(n), addsToText(n):
			u.adds[n.Name.Value] = append(u.adds[n.Name.Value], n)
		case n.Append:
			u.taint(n.Name.Value)
		default:
			u.writes[n.Name.Value]++
		}
	case *syntax.DeclClause:
		for _, a := range n.Args {
			if a.Naked && a.Name != nil && n.Variant.Value != "export" && n.Variant.Value != "readonly" {
				u.taint(a.Name.Value)
			}
		}
	case *syntax.WordIter:
		u.taint(n.Name.Value)
	case *syntax.ParamExp:
		if n.Param != nil && n.Exp != nil && (n.Exp.Op == syntax.AssignUnset || n.Exp.Op == syntax.AssignUnsetOrNull) {
			u.taint(n.Param.Value)
		}
	case *syntax.BinaryArithm: // which may be an assignment
		u.taintWord(n.X)
	case *syntax.UnaryArithm:
		u.taintWord(n.X)
	case *syntax.Redirect:
		if n.N != nil {
			u.taint(strings.Trim(n.N.Value, "{}"))
		}
	case *syntax.CoprocClause:
		if n.Name != nil {
			u.taint(n.Name.Lit())
		}
	case *syntax.CallExpr:
		u.noteCall(n)
	}
}

func (u *usage) taintWord(n syntax.Node) {
	if w, ok := n.(*syntax.Word); ok {
		u.taint(w.Lit())
	}
}

// noteCall notes the builtins that write variables.
func (u *usage) noteCall(n *syntax.CallExpr) {
	if len(n.Args) == 0 {
		return
	}
	switch n.Args[0].Lit() {
	case "read", "mapfile", "readarray", "getopts", "unset", "printf":
		for _, arg := range n.Args[1:] {
			name, _, _ := strings.Cut(literalOf(arg), "[")
			u.taint(name)
		}
	case "source", ".", "eval":
		u.sourced = int(n.End().Offset())
	}
}

// literalOf is the text of a word without its quotes, as far as it is literal.
func literalOf(w *syntax.Word) string {
	var text strings.Builder
	for _, part := range w.Parts {
		switch p := part.(type) {
		case *syntax.Lit:
			text.WriteString(p.Value)
		case *syntax.SglQuoted:
			text.WriteString(p.Value)
		case *syntax.DblQuoted:
			text.WriteString(literalOf(&syntax.Word{Parts: p.Parts}))
		}
	}
	return text.String()
}

// statements is what a node runs one after the other.
func statements(n syntax.Node) []*syntax.Stmt {
	switch n := n.(type) {
	case *syntax.File:
		return n.Stmts
	case *syntax.Block:
		return n.Stmts
	case *syntax.Subshell:
		return n.Stmts
	case *syntax.IfClause:
		return n.Then
	case *syntax.WhileClause:
		return n.Do
	case *syntax.ForClause:
		return n.Do
	case *syntax.CaseItem:
		return n.Stmts
	}
	return nil
}

// resolve finds the variables that are known: assigned a literal once, by a statement of a block, and never otherwise. They are known
// up to the block's end, behind which nothing tells whether it ran.
func (r *reader) resolve() {
	for _, block := range r.uses.blocks {
		until := int(block[len(block)-1].End().Offset())
		own := map[string]*list{}
		for _, s := range block {
			if s.Background || s.Negated || len(s.Redirs) > 0 {
				continue
			}
			for _, a := range assigned(s.Cmd) {
				if a.Name != nil && !a.Naked && a.Index == nil && int(a.Pos().Offset()) >= r.uses.sourced {
					r.give(a, until, own)
				}
			}
		}
	}
}

// assigned is the assignments of a statement that do nothing but assign.
func assigned(cmd syntax.Command) []*syntax.Assign {
	switch n := cmd.(type) {
	case *syntax.CallExpr:
		if len(n.Args) == 0 {
			return n.Assigns
		}
	case *syntax.DeclClause:
		for _, a := range n.Args {
			if a.Name == nil && strings.Trim(a.Value.Lit(), "-agrx") != "" {
				return nil // an option that may change the value, as -i does
			}
		}
		return n.Args
	}
	return nil
}

// give gives a variable its value, if nothing else does. The lists of the block are own.
func (r *reader) give(a *syntax.Assign, until int, own map[string]*list) {
	name := a.Name.Value
	adds, writes := r.uses.adds[name], r.uses.writes[name]
	switch {
	case addsToList(a), addsToText(a):
		if r.lists[name] == nil && writes == 0 && addsToText(a) { // to what the environment brings
			own[name] = r.defineList(nil, adds, until)
		}
		own[name].add(r, a)
	case writes != 1:
	case a.Array != nil, len(adds) > 0, !r.define(a, until):
		own[name] = r.defineList(a, adds, until)
	}
}

// define notes the literal that a variable is given. It is false if it is none.
func (r *reader) define(a *syntax.Assign, until int) bool {
	v := &variable{from: int(a.End().Offset()), until: until}
	if a.Value != nil {
		word := r.word(a.Value, true)
		if word.State != lint.Set || len(word.Text) > maxValue {
			r.suppose(a)
			return false
		}
		v.value = word.Text
		v.written = contents(word)
	}
	if r.variables == nil {
		r.variables = map[string]*variable{}
	}
	r.variables[a.Name.Value] = v
	return true
}

// suppose notes which program a variable names whose value is not known.
func (r *reader) suppose(a *syntax.Assign) {
	if program := r.named(a.Value); program != "" {
		if r.programs == nil {
			r.programs = map[string]string{}
		}
		r.programs[a.Name.Value] = program
	}
}

// contents is the place of the word's text without its quotes, if it is written in one piece.
func contents(w lint.Word) lint.Span {
	place, exact := w.Part(0, len(w.Text))
	if !exact || place.Text() != w.Text {
		return lint.Span{}
	}
	return place
}

// known is the variable that an expansion brings, if it is known there.
func (r *reader) known(p *syntax.ParamExp) *variable {
	if !isPlain(p) {
		return nil
	}
	v := r.variables[p.Param.Value]
	if v == nil {
		v = r.inherited(p.Param.Value)
	}
	if at := int(p.Pos().Offset()); v == nil || at < v.from || at >= v.until || *r.budget < len(v.value) {
		return nil
	}
	*r.budget -= len(v.value)
	return v
}

// inherited is a variable that is set when the script starts, if neither the script nor those around it give it another value.
func (r *reader) inherited(name string) *variable {
	if r.uses == nil || r.parser.Environment == nil {
		return nil
	}
	for one := r; one != nil; one = one.outer {
		if one.uses.writes[name] > 0 || len(one.uses.adds[name]) > 0 || one.uses.sourced > 0 || one.shells > 0 && one.outer == nil {
			return nil
		}
	}
	text, written, found := r.parser.Environment(name)
	if !found || len(text) > maxValue {
		return nil
	}
	return &variable{value: text, written: contents(lint.Word{Text: text, Span: written}), until: len(r.src.Text) + 1}
}

// isPlain tells whether an expansion is $name or ${name}.
func isPlain(p *syntax.ParamExp) bool {
	return p.Param != nil && !p.Excl && !p.Length && !p.Width && !p.IsSet && p.Index == nil && p.Slice == nil &&
		p.Repl == nil && p.Names == 0 && p.Exp == nil && p.Flags == nil && p.NestedParam == nil && len(p.Modifiers) == 0
}

// words is the words that the variable becomes at its use. It is false where their places cannot be told apart.
func (v *variable) words(out []lint.Word, use lint.Span, quoted bool) ([]lint.Word, bool) {
	if quoted {
		return append(out, lint.Word{Text: v.value, State: lint.Set, Span: use, Origin: v.written}), true
	}
	fields := strings.Fields(v.value)
	if len(fields) > 1 && v.written.IsZero() {
		return out, false
	}
	at := 0
	for _, field := range fields {
		word := lint.Word{Text: field, State: lint.Set, Span: use}
		if at += strings.Index(v.value[at:], field); !v.written.IsZero() {
			start := v.written.Start + at
			word.Origin = lint.Span{File: v.written.File, Start: start, End: start + len(field)}
		}
		at += len(field)
		out = append(out, word)
	}
	return out, true
}

// assign records the assignment of a value to a name.
func (r *reader) assign(a *syntax.Assign) {
	if a.Name == nil || a.Naked || a.Append || a.Array != nil || a.Index != nil {
		return
	}
	entry := r.span(a)
	value := lint.Val[string]{State: lint.Set, Value: lint.Span{File: entry.File, Start: entry.End, End: entry.End}, Entry: entry}
	if a.Value != nil {
		word := r.word(a.Value, false)
		value.V, value.State, value.Value = word.Text, word.State, word.Span
	}
	r.record(a.Name.Value, value)
}

// assignedWord is an assignment as the word that it is where no shell reads it.
func (r *reader) assignedWord(a *syntax.Assign) lint.Word {
	word := lint.Word{State: lint.Set, Span: r.span(a)}
	if a.Value != nil {
		value := r.word(a.Value, false)
		word.Text, word.State = value.Text, value.State
	}
	if a.Name == nil || a.Append || a.Array != nil || a.Index != nil {
		return lint.Word{Text: word.Span.Text(), State: lint.Unknown, Span: word.Span}
	}
	word.Text = a.Name.Value + "=" + word.Text
	return word
}

// assignWord records the assignment that env and sudo take as a word.
func (r *reader) assignWord(w lint.Word) {
	name, text, _ := strings.Cut(w.Text, "=")
	value := lint.Val[string]{V: text, State: w.State, Entry: w.Span}
	var exact bool
	if value.Value, exact = w.Part(len(name)+1, len(w.Text)); !exact {
		value.State = lint.Unknown // a variable brings it
	}
	r.record(name, value)
}

func (r *reader) record(name string, value lint.Val[string]) {
	value.At = assignmentSlot{value.Entry, value.Value}
	r.out.Assignments = append(r.out.Assignments, &lint.Assignment{Name: name, Value: value, Source: lint.ShellVar})
}

// assignmentSlot is where the value of a variable stands.
type assignmentSlot struct{ entry, value lint.Span }

// Head is the assignment.
func (s assignmentSlot) Head() lint.Span { return s.entry }

// Put assigns another value, quoted as far as it must be.
func (s assignmentSlot) Put(value string) []lint.Edit {
	quoted, err := syntax.Quote(value, syntax.LangPOSIX)
	if err != nil {
		return nil
	}
	return []lint.Edit{{Span: s.value, Text: quoted}}
}

// Remove does nothing: the script may need the variable.
func (assignmentSlot) Remove() []lint.Edit { return nil }
