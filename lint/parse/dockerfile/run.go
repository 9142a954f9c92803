package dockerfile

import (
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
	"github.com/stridelint/stridelint/lint/parse/shell"
)

// readRun reads the commands of a RUN, or of one that ONBUILD triggers.
func (r *reader) readRun(p *parsed, in *lint.Instruction) {
	if p.inner != nil {
		p = p.inner
	}
	if p.name != "RUN" || r.unread[r.stage] || len(p.words) == 0 {
		return
	}
	script := r.script(p, in)
	for _, a := range script.Assignments {
		a.Owner = r.stage
	}
	r.unit.Assignments = append(r.unit.Assignments, script.Assignments...)
	session := script.Session(r.stage, in)
	session.Shell = r.shells[r.stage]
	in.Commands = session.Commands
	r.unit.Sessions = append(r.unit.Sessions, session)
}

// environment is what a RUN of the stage at hand finds in a variable: what ENV and ARG say, as long as a build gives no other arguments.
// What ONBUILD triggers runs in another build, and a secret is not spread over the words that use it.
func (r *reader) environment(name string) (text string, written lint.Span, found bool) {
	if r.parsed.inner != nil || knowledge.SecretName(name) {
		return "", lint.Span{}, false
	}
	v, found := r.scopes[r.stage.Index].get(name)
	return v.value, v.origin, found && v.state == lint.Set
}

// script is what a RUN runs: one command in the JSON form, the bodies of here-documents that stand for themselves, or a
// piece of shell, which here-documents may follow.
func (r *reader) script(p *parsed, in *lint.Instruction) *shell.Script {
	switch {
	case p.json:
		return r.execScript(p)
	case len(in.Heredocs) == 0:
		return r.shell.Read(p.source(r.file, p.words[0].extent))
	case !standsAlone(p.words[0].text):
		return r.shell.Read(p.source(r.file, p.words[0].extent).Followed(in.Heredocs[0].Span.Start, in.Span.End))
	}
	all := &shell.Script{}
	for _, body := range in.Heredocs {
		if strings.HasPrefix(body.Text, "#!") && !shell.Looks("", []byte(body.Text)) {
			continue // a program in another language
		}
		all.Join(r.shell.Read(shell.Stretch(body.Span)))
	}
	return all
}

// standsAlone tells whether a RUN holds nothing but the openers of here-documents, whose bodies are then the script.
func standsAlone(text string) bool {
	for _, word := range strings.Fields(text) {
		if _, opens := openHeredoc(word); !opens {
			return false
		}
	}
	return true
}

// execScript is the one command of a RUN in the JSON form; if it is a shell that is given a script, also that script.
func (r *reader) execScript(p *parsed) *shell.Script {
	words := make([]lint.Word, len(p.words))
	for i, w := range p.words {
		words[i] = lint.Word{Text: w.text, State: lint.Set, Span: p.span(r.file, w.extent)}
	}
	return shell.Exec(words, words[0].Span.Join(words[len(words)-1].Span), func(i int) *shell.Script {
		w := p.words[i]
		inside := extent{w.from + 1, w.to - 1}
		if p.text[inside.from:inside.to] != w.text {
			return nil // a string with escapes has no place for each of its characters
		}
		return r.shell.Read(p.source(r.file, inside))
	})
}

// source is a stretch of a statement as the shell gets it: lines joined, each byte with its place.
func (s *statement) source(f *lint.File, e extent) shell.Source {
	first, last := s.offset(e.from), s.offset(e.to-1)
	source := shell.Source{File: f, Text: []byte(s.text[e.from:e.to]), Start: first}
	if last-first == e.to-1-e.from {
		return source // it stands in the file as it is
	}
	source.Places = make([]shell.Place, 0, e.to-e.from)
	for i, part := range s.parts {
		from, to := max(part.index, e.from), e.to
		if i+1 < len(s.parts) {
			to = min(to, s.parts[i+1].index)
		}
		for at := from; at < to; at++ {
			offset := part.offset + at - part.index
			source.Places = append(source.Places, shell.Place{Start: offset, End: offset + 1})
		}
	}
	return source
}

// setShell takes in a SHELL: whether what RUN holds from now on is written in a language that is read here.
func (r *reader) setShell(p *parsed, in *lint.Instruction) {
	if len(p.words) > 0 {
		r.shells[r.stage] = in.Args
		name := p.words[0].text
		name = name[strings.LastIndexAny(name, `/\`)+1:]
		r.unread[r.stage] = !lint.IsShell(strings.TrimSuffix(strings.ToLower(name), ".exe"))
	}
}

// startShell decides which shell a stage starts with: its parent's, or that of a Windows image, whose Dockerfiles
// set another escape character or show it by the base's name.
func (r *reader) startShell(s *lint.Stage) {
	if s.Parent != nil {
		r.unread[s] = r.unread[s.Parent]
		r.shells[s] = r.shells[s.Parent]
		return
	}
	base := s.Base.V.Repository + ":" + s.Base.V.Tag
	for _, mark := range []string{"windows", "nanoserver", "servercore"} {
		if strings.Contains(base, mark) {
			r.unread[s] = true
		}
	}
	if r.escape == '`' {
		r.unread[s] = true
	}
}
