package dockerfile

import (
	"strconv"
	"strings"
	"time"

	"github.com/stridelint/stridelint/lint"
)

// check reports what docker refuses of an instruction by its structure alone.
func (r *reader) check(p *parsed, in *lint.Instruction) {
	astray := r.astray
	r.astray = p.grammar == nil
	switch {
	case p.long:
		r.problem(in.Keyword, "instruction is longer than %d bytes: its words are not read", maxStatement)
	case p.grammar == nil:
		r.checkName(p, in, astray)
	default:
		if p.fault.message != "" {
			r.problem(p.span(r.file, p.fault.extent), "%s", p.fault.message)
		}
		r.checkFlags(p)
		if at, message := p.misuse(); message != "" && p.fault.message == "" {
			r.problem(p.span(r.file, at), "%s", message)
		}
	}
}

// foreign tells whether a builder of its own reads the file, with instructions and flags that docker's does not have.
func (l *lines) foreign() bool {
	image := lint.ParseImage(firstField(l.syntax))
	image.Tag, image.Digest = "", ""
	switch image.Familiar() {
	case "", "docker/dockerfile", "docker/dockerfile-upstream":
		return false
	}
	return true
}

func firstField(s string) string {
	field, _, _ := strings.Cut(s, " ")
	return field
}

// checkName reports an instruction that docker does not know. It is quoted only where it resembles one that docker knows:
// a line whose continuation was forgotten may start with a secret. What follows one that was told, and resembles nothing either, went
// astray with it.
func (r *reader) checkName(p *parsed, in *lint.Instruction, astray bool) {
	r.misread = true
	if p.name == "" {
		r.problem(r.file.LineSpan(p.start), "line is continued by nothing")
		return
	}
	if r.foreign() {
		return
	}
	if nearest := lint.Nearest(p.name, keywords()); nearest != "" {
		r.problem(in.Keyword, "unknown instruction %s, did you mean %s?", p.text[p.keyword.from:p.keyword.to], nearest)
		return
	}
	switch {
	case astray:
	case p.start == r.ended && in.Keyword.Start > p.start: // it is indented, right below another
		r.problem(in.Keyword, "unknown instruction: to belong to the line above, that would have to end in %c", r.escape)
	default:
		r.problem(in.Keyword, "unknown instruction")
	}
}

// checkFlags reports flags that the instruction does not take in this way.
func (r *reader) checkFlags(p *parsed) {
	if p.grammar.anyFlags || r.foreign() || p.name == "HEALTHCHECK" && len(p.words) > 0 && strings.EqualFold(p.words[0].text, "NONE") {
		return
	}
	for i, f := range p.flags {
		name, value, hasValue := strings.Cut(f.text, "=")
		message := ""
		switch known := p.grammar.flag(name[len("--"):]); {
		case known == nil:
			message = p.name + " has no such flag"
		case !known.repeats && p.repeated(i, name):
			message = "flag " + name + " is given twice"
		case !hasValue && !known.switches:
			message = "flag " + name + " has no value"
		case known.switches && hasValue && !strings.EqualFold(value, "true") && !strings.EqualFold(value, "false"):
			message = "flag " + name + " is neither true nor false"
		default:
			message = refusedValue(name, value)
		}
		if message != "" {
			r.problem(p.span(r.file, f.extent), "%s", message)
		}
	}
}

// repeated tells whether an earlier flag has the name.
func (p *parsed) repeated(i int, name string) bool {
	for _, f := range p.flags[:i] {
		if earlier, _, _ := strings.Cut(f.text, "="); earlier == name {
			return true
		}
	}
	return false
}

// refusedValue tells what is wrong with a flag's value.
func refusedValue(name, value string) string {
	switch name {
	case "--from":
		if i := strings.IndexByte(value, '$'); i >= 0 && i < len(value)-1 {
			return "flag --from takes no variables: give the image a stage of its own"
		}
	case "--interval", "--timeout", "--start-period", "--start-interval":
		if d, err := time.ParseDuration(value); value != "" && (err != nil || d != 0 && d < time.Millisecond) {
			return "flag " + name + " is no duration of a millisecond or more"
		}
	case "--retries":
		if n, err := strconv.ParseInt(value, 10, 32); value != "" && (err != nil || n < 0) {
			return "flag --retries is no number from 0 up"
		}
	}
	return ""
}

// misuse tells what docker refuses of an instruction's words, and where.
func (p *parsed) misuse() (extent, string) {
	count := len(p.words)
	switch p.name {
	case "FROM":
		if count != 1 && (count != 3 || !strings.EqualFold(p.words[1].text, "as")) {
			return p.all(), "FROM is not followed by an image, or an image AS name"
		}
	case "ADD", "COPY":
		if count < 2 {
			return p.all(), p.name + " is not followed by a source and a destination"
		}
		if _, opens := openHeredoc(p.words[count-1].text); opens {
			return p.words[count-1].extent, p.name + " has a here-document for its destination"
		}
	case "ONBUILD":
		return p.misusedTrigger()
	case "SHELL":
		if !p.json || count == 0 {
			return p.all(), "SHELL is not followed by a JSON list of strings"
		}
	case "HEALTHCHECK":
		return p.misusedProbe()
	case "CMD", "ENTRYPOINT", "RUN":
	default:
		if count == 0 {
			return p.all(), p.name + " is followed by nothing"
		}
		for _, w := range p.words {
			if w.equals == w.from && (p.grammar.form == asPairs || p.grammar.form == asQuoted) {
				return w.extent, p.name + " word has no name before the ="
			}
			if p.name == "VOLUME" && strings.TrimSpace(w.text) == "" {
				return w.extent, "VOLUME names no path"
			}
		}
	}
	return extent{}, ""
}

func (p *parsed) misusedTrigger() (extent, string) {
	if p.inner == nil {
		return p.all(), "ONBUILD is followed by nothing"
	}
	switch p.inner.name {
	case "ONBUILD", "FROM", "MAINTAINER":
		return p.inner.keyword, "ONBUILD cannot trigger " + p.inner.name
	}
	return extent{}, ""
}

func (p *parsed) misusedProbe() (extent, string) {
	switch count := len(p.words); {
	case count == 0:
		return p.all(), "HEALTHCHECK is not followed by CMD or NONE"
	case strings.EqualFold(p.words[0].text, "NONE"):
		if count > 1 {
			return p.words[1].extent, "HEALTHCHECK NONE is followed by something"
		}
	case !strings.EqualFold(p.words[0].text, "CMD"):
		return p.words[0].extent, "HEALTHCHECK is not followed by CMD or NONE"
	case count == 1:
		return p.all(), "HEALTHCHECK CMD is followed by nothing"
	}
	return extent{}, ""
}

// all is the instruction from its keyword to its end.
func (p *parsed) all() extent { return extent{p.keyword.from, p.trim(extent{0, len(p.text)}).to} }
