package dockerfile

import (
	"slices"
	"strings"

	"github.com/moby/buildkit/frontend/dockerfile/shell"

	"github.com/stridelint/stridelint/lint"
)

const (
	// maxUndefined bounds the mentions of variables that nothing sets, of one file.
	maxUndefined = 1000
	// maxCandidates bounds the variables that such a mention is compared with.
	maxCandidates = 128
)

// noteUndefined takes note of the variables that a word mentions and nothing sets, once the word has been expanded. The word
// stands at an extent.
func (r *reader) noteUndefined(p *parsed, at extent, s *scope) {
	for _, name := range r.variables.missing {
		span := p.span(r.file, at)
		if from, to, ok := findReference(p.text[at.from:at.to], name, r.escape); ok {
			span = p.span(r.file, extent{at.from + from, at.from + to})
		}
		r.addUndefined(name, span, s, r.variables)
	}
}

// addUndefined notes a variable of the word that was expanded last.
func (r *reader) addUndefined(name string, at lint.Span, s *scope, word *expander) {
	if len(r.undefined)+len(r.mentioned) < maxUndefined && !builtIn(name, s) {
		r.mentioned = append(r.mentioned, lint.Undefined{
			Name: name, Span: at, Nearest: lint.Nearest(name, s.names()), Defaulted: word.defaults(name),
		})
	}
}

// takeUndefined gives an instruction what was noted while it was read. Below an instruction that is not known, nobody knows what is set.
func (r *reader) takeUndefined(in *lint.Instruction) {
	if r.misread {
		r.mentioned = r.mentioned[:0]
		return
	}
	in.Undefined = slices.Clone(r.mentioned)
	for i := range in.Undefined {
		r.undefined = append(r.undefined, &in.Undefined[i])
	}
	r.mentioned = r.mentioned[:0]
}

// builtIn tells whether a variable is there without any instruction, or is for the builder alone.
func builtIn(name string, s *scope) bool {
	switch name {
	case "BUILDKIT_SBOM_SCAN_CONTEXT", "BUILDKIT_SBOM_SCAN_STAGE":
		return true
	case "PATH":
		return !s.global
	}
	return false
}

// settleUndefined tells, of each variable that nothing sets where it is mentioned, where else the file sets it.
func (r *reader) settleUndefined() {
	if len(r.undefined) == 0 {
		return
	}
	declared := map[string]lint.Span{}
	for _, a := range r.unit.Assignments {
		if _, found := declared[a.Name]; !found && (a.Source == lint.BuildArg || a.Source == lint.ImageEnv) {
			declared[a.Name] = a.Value.Entry
		}
	}
	for _, one := range r.undefined {
		if at := declared[one.Name]; !at.IsZero() && !at.Contains(one.Span) { // PATH=$PATH:/x tells nothing
			one.Declared = at
		}
	}
}

// findReference tells where the name stands in a text that mentions a variable.
func findReference(text, name string, escape byte) (from, to int, ok bool) {
	for at := 0; name != ""; {
		i := strings.IndexByte(text[at:], '$')
		if i < 0 {
			break
		}
		from = at + i + len("$")
		at = from
		if escaped := from > 1 && text[from-2] == escape; escaped || readReference(text[from:]).name != name {
			continue
		}
		if text[from] == '{' {
			from++
		}
		return from, from + len(name), true
	}
	return 0, 0, false
}

// readBodies looks for variables in the here-documents of a COPY or ADD, into which docker puts values unless their names are quoted.
func (r *reader) readBodies(p *parsed, in *lint.Instruction, s *scope) {
	if len(in.Heredocs) == 0 || p.name != "COPY" && p.name != "ADD" {
		return
	}
	for i, h := range p.heredocs() {
		if i == len(in.Heredocs) {
			break
		}
		body := in.Heredocs[i]
		if h.quoted || !strings.Contains(body.Text, "$") {
			continue
		}
		lex := shell.NewLex('\\')
		lex.SkipProcessQuotes = true
		x := expander{lex: lex, escape: '\\', work: r.variables.work}
		x.expand(body.Text, s)
		r.variables.work = x.work
		for _, name := range x.missing {
			at := body.Span
			if from, to, ok := findReference(body.Text, name, '\\'); ok {
				at.Start, at.End = body.Span.Start+from, body.Span.Start+to
			}
			r.addUndefined(name, at, s, &x)
		}
	}
}
