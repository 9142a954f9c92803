package shell

import (
	"bytes"
	"strings"

	"mvdan.cc/sh/v3/syntax"

	"github.com/stridelint/stridelint/lint"
)

// inner reads the script that a shell, of this machine or another, is given as a word: sh -c "…", su -c "…", ssh host "…", eval "…".
func (r *reader) inner(l line) {
	i := l.script()
	if i < 0 || i >= len(l.from) || r.shells == maxShells {
		return
	}
	u := unquoter{r: r}
	for _, part := range l.from[i].Parts {
		u.add(part, false)
	}
	// Backquotes around the command escape its escapes once more. The parser knows how; this proves that it makes no difference here.
	if u.failed || !u.open && !bytes.ContainsRune(u.text, Foreign) && strings.ReplaceAll(string(u.text), "\r\n", "\n") != l.words[i].Text {
		return
	}
	r.readInner(u, l)
}

// readInner reads the script that was taken out of its quotes. It finds the variables of the outer one in its environment unless the
// line is that of another user or machine.
func (r *reader) readInner(u unquoter, l line) {
	src := Source{File: r.src.File, Text: u.text, Places: u.places}
	inner := &reader{parser: r.parser, src: src, out: r.out, budget: r.budget, shells: r.shells + 1}
	if lint.IsShell(l.program) && l.sudo == nil {
		inner.outer = r
	}
	inner.read()
}

// noteBody notes the here-document that a command takes as its input, its own or that of a cat before it.
func (r *reader) noteBody(s *syntax.Stmt) {
	taker, giver := s, s
	if pipe, ok := s.Cmd.(*syntax.BinaryCmd); ok && pipe.Op == syntax.Pipe {
		taker, giver = pipe.Y, pipe.X
		if cat, ok := giver.Cmd.(*syntax.CallExpr); !ok || len(cat.Args) != 1 || cat.Args[0].Lit() != "cat" {
			return
		}
	}
	call, ok := taker.Cmd.(*syntax.CallExpr)
	if !ok {
		return
	}
	for _, redirect := range giver.Redirs {
		if redirect.Hdoc != nil && redirect.N == nil {
			if r.bodies == nil {
				r.bodies = map[*syntax.CallExpr]*syntax.Redirect{}
			}
			r.bodies[call] = redirect
		}
	}
}

// input reads the script that a shell, of this machine or another, is given as a here-document.
func (r *reader) input(l line) {
	body := l.body
	if r.shells == maxShells {
		return
	}
	u := unquoter{r: r, body: true}
	if delimiter := body.Word.Lit(); delimiter != "" && !strings.Contains(delimiter, `\`) {
		for _, part := range body.Hdoc.Parts {
			u.add(part, true)
		}
	} else { // in quotes, nothing is put into the text
		for i := int(body.Hdoc.Pos().Offset()); i < min(int(body.Hdoc.End().Offset()), len(r.src.Text)); i++ {
			u.put(i, i+1)
		}
	}
	end := bytes.LastIndexByte(u.text, '\n') + 1 // the parser counts in the line that ends it
	u.text, u.places = u.text[:end], u.places[:end]
	if !u.failed {
		r.readInner(u, l)
	}
}

// written is a here-document as the file has it, without the line that ends it.
func (r *reader) written(body *syntax.Redirect) *lint.Word {
	from, to := int(body.Hdoc.Pos().Offset()), min(int(body.Hdoc.End().Offset()), len(r.src.Text))
	to = from + bytes.LastIndexByte(r.src.Text[from:max(from, to)], '\n') + 1
	if from == to {
		return nil
	}
	span := r.src.span(from, to)
	return &lint.Word{Text: span.Text(), State: lint.Set, Span: span}
}

// script finds the word behind a shell's -c, or that of an ssh; or -1.
func (l line) script() int {
	switch {
	case l.remote > 0:
		return l.remote
	case l.program == "eval":
		if w := l.words[1]; len(l.words) == 2 && (w.State == lint.Set || !strings.HasPrefix(w.Text, "$")) {
			return 1
		}
		return -1
	}
	given := false
	for i := 1; i < len(l.words); i++ {
		text := l.words[i].Text
		switch {
		case text == "--rcfile", text == "--init-file":
			i++
		case strings.HasPrefix(text, "--"):
		case len(text) > 1 && (text[0] == '-' || text[0] == '+'):
			given = given || text[0] == '-' && strings.Contains(text, "c")
			if last := text[len(text)-1]; last == 'o' || last == 'O' {
				i++
			}
		case given:
			return i
		case l.program != "su" && l.program != "runuser": // of which the user may stand before -c
			return -1
		}
	}
	return -1
}

// unquoter takes the quotes off a word and keeps the place of each byte.
type unquoter struct {
	r      *reader
	text   []byte
	places []Place
	open   bool // a part is not known; Foreign stands for it
	failed bool // a part cannot be read
	body   bool // it is a here-document, in which quotes are not escaped
}

func (u *unquoter) add(part syntax.WordPart, quoted bool) {
	from, to := int(part.Pos().Offset()), int(part.End().Offset())
	switch p := part.(type) {
	case *syntax.Lit:
		u.literal(from, to, quoted)
	case *syntax.SglQuoted:
		from++
		if p.Dollar {
			from++
			u.failed = u.failed || strings.Contains(p.Value, `\`)
		}
		for i := from; i < to-1; i++ {
			u.put(i, i+1)
		}
	case *syntax.DblQuoted:
		for _, inner := range p.Parts {
			u.add(inner, true)
		}
	default:
		u.open = true
		place := u.r.src.span(from, to)
		for _, b := range []byte(string(Foreign)) {
			u.text = append(u.text, b)
			u.places = append(u.places, Place{place.Start, place.End})
		}
	}
}

// put adds the last byte of the source's stretch, which is all written for it.
func (u *unquoter) put(from, to int) {
	u.text = append(u.text, u.r.src.Text[to-1])
	u.places = append(u.places, Place{u.r.src.place(from).Start, u.r.src.place(to - 1).End})
}

func (u *unquoter) literal(from, to int, quoted bool) {
	text := u.r.src.Text
	to = min(to, len(text))
	for i := from; i < to; {
		n := 1
		if text[i] == '\\' {
			n = escapeLen(string(text[i:min(i+3, len(text))]), quoted) // a literal may end within a line continuation
		}
		if u.body && n == 2 && text[i+1] == '"' {
			n = 1
		}
		i += n
		if n == 1 || text[i-1] != '\n' { // else the line goes on
			u.put(i-n, i)
		}
	}
}
