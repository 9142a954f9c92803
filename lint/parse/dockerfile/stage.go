package dockerfile

import (
	"strings"

	"github.com/stridelint/stridelint/lint"
)

const (
	// maxVia bounds how many stages a user is followed over in what people are shown.
	maxVia = 16
	// maxNames bounds the stages that a FROM with unknown variables is compared with.
	maxNames = 256
)

// startStage begins the stage of a FROM.
func (r *reader) startStage(p *parsed, in *lint.Instruction) {
	r.fill(p, in, r.globals)
	s := &lint.Stage{Index: len(r.unit.Stages), Instructions: []*lint.Instruction{in}}
	r.setBase(s, in)
	r.startShell(s)
	variables := &scope{}
	if s.Parent != nil {
		variables = r.scopes[s.Parent.Index].within()
	}
	r.scopes = append(r.scopes, variables)
	r.unit.Stages = append(r.unit.Stages, s)
	r.stage = s
	r.setName(s, in)
}

// setBase tells what a stage builds on: an earlier stage, an image, or one knows not which.
func (r *reader) setBase(s *lint.Stage, in *lint.Instruction) {
	at := &place{head: in.Span}
	s.Base = lint.Val[lint.Image]{Entry: in.Span, At: at}
	if len(in.Args) == 0 {
		s.Base.State, s.Base.Value = lint.Invalid, in.Keyword
		return
	}
	word := in.Args[0]
	at.value = word.Span
	s.Base.Value = word.Span
	switch parent := r.stages[strings.ToLower(word.Text)]; {
	case word.State != lint.Set:
		s.Base.V, s.Base.State = lint.ParseImage(word.Text), word.State
		r.obscure[s] = r.mayNameStage()
	case parent != nil:
		s.Parent = parent
		s.Base = lint.Val[lint.Image]{At: at}
	case word.Text == "" && strings.Contains(word.Span.Text(), "$"):
		s.Base.State = lint.Unknown // an empty default is there to be replaced by --build-arg
		r.obscure[s] = true
	case strings.TrimPrefix(word.Text, byteOrderMark) == "": // docker's own expansion drops the mark at the start of a word
		s.Base.State = lint.Invalid
		r.problem(word.Span, "FROM names no image")
	default:
		s.Base.V, s.Base.State = lint.ParseImage(word.Text), lint.Set
		r.checkImage(s)
	}
	if raw := r.parsed.words[0].text; strings.Contains(raw, "$") && !r.misread {
		s.Fallback = lint.Val[string]{Value: word.Span, Entry: in.Span}
		s.Fallback.V, s.Fallback.State, _ = r.variables.expand(raw, r.bare)
	}
}

// checkImage reports an image whose name docker refuses. One that variables bring may be replaced.
func (r *reader) checkImage(s *lint.Stage) {
	fault := s.Base.V.Fault()
	if fault == "" || strings.Contains(s.Base.Value.Text(), "$") || r.foreign() {
		return
	}
	s.Base.State = lint.Invalid
	r.problem(s.Base.Value, "docker refuses the image's name: %s", fault)
}

// mayNameStage tells whether the word that was expanded last, with whatever values its unknown variables have, may be
// the name of a stage.
func (r *reader) mayNameStage() bool {
	if len(r.stages) > maxNames {
		return true
	}
	for name := range r.stages {
		if r.variables.mayBe(name) {
			return true
		}
	}
	return false
}

// setName gives a stage the name behind AS.
func (r *reader) setName(s *lint.Stage, in *lint.Instruction) {
	end := in.Span.End
	if len(in.Args) > 0 {
		end = in.Args[0].Span.End
	}
	at := &place{head: in.Span, value: r.span(end, end), before: " AS "}
	s.Name.At = at
	if len(in.Args) < 3 || !strings.EqualFold(in.Args[1].Text, "as") {
		return
	}
	word := in.Args[2]
	*at = place{head: in.Span, value: word.Span, entry: r.span(end, word.Span.End)}
	s.Name.V, s.Name.State, s.Name.Value = strings.ToLower(word.Text), lint.Set, word.Span
	s.Name.Entry = in.Args[1].Span.Join(word.Span)
	if !isStageName(s.Name.V) {
		s.Name.State = lint.Invalid
		r.problem(word.Span, "stage name is not a letter followed by letters, digits, dots, dashes and underscores")
		return
	}
	r.stages[s.Name.V] = s
}

// isStageName tells whether docker takes a name, in lower case, for a stage.
func isStageName(name string) bool {
	for i, c := range []byte(name) {
		if 'a' <= c && c <= 'z' || i > 0 && ('0' <= c && c <= '9' || c == '-' || c == '_' || c == '.') {
			continue
		}
		return false
	}
	return name != ""
}

// setUser takes in a USER instruction.
func (r *reader) setUser(p *parsed, in *lint.Instruction) {
	if len(in.Args) == 0 {
		return
	}
	word := in.Args[0]
	r.stage.User = lint.Val[lint.User]{
		V: lint.ParseUser(word.Text), State: word.State, Value: word.Span, Entry: in.Span,
		At: &place{head: r.stage.Instructions[0].Span, value: word.Span, entry: r.whole(p.statement)},
	}
}

// settleUser gives a stage without a USER that of the stage it builds on, or else the place where one would stand.
func (r *reader) settleUser(s *lint.Stage) {
	if s.User.State != lint.Unset {
		return
	}
	if s.Parent != nil && s.Parent.User.State != lint.Unset {
		s.User = s.Parent.User
		via := append([]lint.Span{s.Instructions[0].Args[0].Span}, s.User.Via...)
		s.User.Via = via[:min(len(via), maxVia)]
		return
	}
	if r.obscure[s] {
		s.User.State = lint.Unknown
	}
	s.User.At = r.userPlace(s)
}

// userPlace is where a stage without a USER would have one: above the CMD and ENTRYPOINT that stand at its end, else at its end.
func (r *reader) userPlace(s *lint.Stage) *place {
	at := &place{head: s.Instructions[0].Span}
	user := "USER "
	if s.Instructions[0].Keyword.Text() == "from" {
		user = "user " // as the file has it
	}
	first := -1
	for i := len(s.Instructions) - 1; i > 0 && s.Instructions[i].Name != "RUN"; i-- {
		if name := s.Instructions[i].Name; name == "CMD" || name == "ENTRYPOINT" {
			first = i
		}
	}
	if first < 0 {
		end := s.Instructions[len(s.Instructions)-1].Span.End
		if rest := strings.TrimLeft(r.text[end:], " \t"); rest == "" || rest[0] == '\r' || rest[0] == '\n' {
			end = len(r.text) - len(rest)
		}
		at.value, at.before = r.span(end, end), r.lineBreak(end)+r.indentation(s.Instructions[0].Keyword.Start)+user
		return at
	}
	offset, indent := r.beforeInstruction(s.Instructions[first], s.Instructions[first-1].Span.End)
	at.value, at.before, at.after = r.span(offset, offset), user, r.lineBreak(offset)+indent
	return at
}
