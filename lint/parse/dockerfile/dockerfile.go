// Package dockerfile reads Dockerfiles into build stages, instructions and assignments, each with its exact place.
// It takes text apart as BuildKit's parser does, which has no places and stops at the first fault; tests hold the two to the same
// reading, and where a text leaves room for doubt, that parser is asked for its verdict.
package dockerfile

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/shell"
)

const (
	// maxInstructions and maxWords bound what is kept of a file.
	maxInstructions = 50_000
	maxWords        = 250_000
	// maxProblems is how many problems of one file are told.
	maxProblems = 100
)

// reader builds a unit from a file's statements, one by one.
type reader struct {
	*lines
	variables *expander
	shell     shell.Parser
	unit      *lint.Unit
	parsed    parsed // the statement at hand
	binary    bool   // the file holds bytes that are no text

	globals *scope // the variables that FROM sees
	bare    *scope // those variables if no build argument is given
	stage   *lint.Stage
	stages  map[string]*lint.Stage      // by name, as they are known so far
	scopes  []*scope                    // of the stages, by index
	obscure map[*lint.Stage]bool        // may build on an earlier stage or on an image
	unread  map[*lint.Stage]bool        // has a shell that is not read here
	shells  map[*lint.Stage][]lint.Word // the words of the SHELL in force, if any
	words   int                         // kept so far

	mentioned []lint.Undefined  // by the instruction at hand
	undefined []*lint.Undefined // of all instructions before it
	misread   bool              // an instruction was unknown or stood before any FROM
	astray    bool              // the last one was unknown
	ended     int               // where its last line ends
}

// Parse reads a Dockerfile. What docker would refuse is a Problem, and all else is still read.
func Parse(f *lint.File) *lint.Unit { return newReader(lint.Span{File: f, End: len(f.Text)}).parse() }

// Inline reads a Dockerfile that stands in another file, indented by blanks. It is nil for one with here-documents: the
// blanks would belong to what they hold.
func Inline(text lint.Span) *lint.Unit {
	if strings.Contains(text.Text(), "<<") {
		return nil
	}
	return newReader(text).parse()
}

func (r *reader) parse() *lint.Unit {
	for count := 0; ; count++ {
		s, ok := r.statement()
		if !ok {
			break
		}
		if count >= maxInstructions || r.words > maxWords {
			r.problem(r.span(s.start, s.start), "file has too many instructions or words: the rest is not read")
			break
		}
		r.read(&s)
	}
	r.finish()
	r.askDocker()
	return r.unit
}

// newReader makes a reader of a Dockerfile that is a part of a file, or the whole.
func newReader(whole lint.Span) *reader {
	r := &reader{
		unit:    &lint.Unit{File: whole.File, Kind: lint.Dockerfile},
		globals: &scope{global: true},
		bare:    &scope{global: true, bare: true},
		stages:  map[string]*lint.Stage{},
		obscure: map[*lint.Stage]bool{},
		unread:  map[*lint.Stage]bool{},
		shells:  map[*lint.Stage][]lint.Word{},
	}
	r.shell.Environment = r.environment
	r.lines = newLines(whole, r.problem)
	r.binary = !utf8.ValidString(r.text) || strings.IndexByte(r.text, 0) >= 0
	return r
}

// problem takes note of something that docker refuses, or that is too much to read.
func (r *reader) problem(at lint.Span, format string, args ...any) {
	if len(r.unit.Problems) >= maxProblems {
		return
	}
	r.unit.Problems = append(r.unit.Problems, &lint.Problem{Span: at, Message: fmt.Sprintf(format, args...)})
}

// read takes in one statement.
func (r *reader) read(s *statement) {
	if r.variables == nil { // no directive can follow
		r.variables = &expander{escape: r.escape}
	}
	p := &r.parsed
	p.parse(s, 0, r.escape, false)
	in := &lint.Instruction{Name: p.name, Keyword: p.span(r.file, p.keyword), JSON: p.json, Comments: s.comments, Gaps: s.gaps}
	in.Span = in.Keyword
	if whole := p.trim(extent{0, len(p.text)}); whole.to > p.keyword.to {
		in.Span = p.span(r.file, whole)
	}
	r.readHeredocs(p, in)
	in.Lines = r.whole(s)
	r.checkText(p, in)
	r.check(p, in)
	r.ended = in.Lines.End
	switch {
	case p.name == "FROM":
		r.startStage(p, in)
	case r.stage == nil:
		r.beforeStages(p, in)
	case p.grammar == nil && !r.foreign(): // nothing is known of what it means
	default:
		r.stage.Instructions = append(r.stage.Instructions, in)
		r.fill(p, in, r.scopes[r.stage.Index])
		r.readRun(p, in)
		if p.name == "SHELL" {
			r.setShell(p, in)
		}
	}
	r.words += len(in.Args) + len(in.Flags)
}

// beforeStages takes in an instruction that stands before the first FROM.
func (r *reader) beforeStages(p *parsed, in *lint.Instruction) {
	if p.grammar == nil {
		r.misread = true
		return
	}
	if p.name == "ARG" {
		r.unit.Preamble = append(r.unit.Preamble, in)
		r.fill(p, in, r.globals)
		return
	}
	if !r.misread {
		r.unit.Preamble = append(r.unit.Preamble, in)
		r.problem(in.Keyword, "instruction %s stands before the first FROM: only ARG may", p.name)
	}
	r.misread = true
}

// readHeredocs takes the bodies of the here-documents that a statement opens.
func (r *reader) readHeredocs(p *parsed, in *lint.Instruction) {
	for _, h := range p.heredocs() {
		body, end, ok := r.body(h)
		if !ok {
			r.problem(p.span(r.file, h.extent), "here-document is not closed")
			r.skipBody(p.text[p.keyword.from:p.keyword.to])
			return
		}
		in.Heredocs = append(in.Heredocs, lint.Word{Text: r.text[body.Start:body.End], State: lint.Set, Span: body})
		in.Span.End = end
	}
}

// checkText reports the first byte of an instruction that is no text.
func (r *reader) checkText(p *parsed, in *lint.Instruction) {
	if !r.binary {
		return
	}
	for i := 0; i < len(p.text); {
		c, size := utf8.DecodeRuneInString(p.text[i:])
		if c == 0 || c == utf8.RuneError && size == 1 {
			r.problem(p.span(r.file, extent{i, i + 1}), "instruction holds a byte that is no UTF-8 text")
			return
		}
		i += size
	}
}

// finish settles what the whole file decides.
func (r *reader) finish() {
	if n := len(r.unit.Stages); n > 0 {
		r.unit.Stages[n-1].Ship()
	} else if !r.misread {
		r.problem(r.file.LineSpan(0), "file has no FROM")
	}
	r.unit.Checks = r.checks
	for _, s := range r.unit.Stages {
		r.settleUser(s)
	}
	r.settleUndefined()
	slices.SortStableFunc(r.unit.Problems, func(a, b *lint.Problem) int { return cmp.Compare(a.Span.Start, b.Span.Start) })
}
