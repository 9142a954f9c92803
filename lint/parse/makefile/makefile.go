// Package makefile reads the recipes of Makefiles: what a rule's recipe says is one run of a shell, each word with its place.
// It is no make: both sides of a conditional are read, and what only make could tell is unknown.
// https://www.gnu.org/software/make/manual/make.html
package makefile

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/shell"
)

// Looks tells whether a file is a Makefile, by its name.
func Looks(filename string) bool {
	name := strings.ToLower(path.Base(filename))
	return name == "makefile" || name == "gnumakefile" || path.Ext(name) == ".mk"
}

// Parse reads a Makefile.
func Parse(f *lint.File) *lint.Unit {
	r := &reader{
		file: f, unit: &lint.Unit{File: f, Kind: lint.Script}, prefix: '\t',
		variables: map[string]*variable{}, canned: map[string]bool{}, budget: maxExpanded,
	}
	r.read()
	r.run()
	return r.unit
}

// reader reads one Makefile: first all lines, since a recipe is expanded when it runs, then the recipes.
type reader struct {
	shell  shell.Parser
	file   *lint.File
	unit   *lint.Unit
	prefix byte // what a recipe's lines begin with

	inRule      bool // a line that begins with the prefix belongs to the last recipe
	conditional int  // how many conditionals are open
	oneShell    bool // one shell runs all lines of a recipe

	recipes   []recipe
	variables map[string]*variable
	sourced   int             // up to here, what another file says may have changed everything
	canned    map[string]bool // the variables that are all of a recipe's line
	budget    int             // how many more bytes variables may bring
}

// recipe is the lines of a rule's recipe, or of a variable that may be one.
type recipe struct {
	name  string
	lines []logical
	canny bool // a variable's value: a recipe only if one consists of it
}

// logical is a line with those that continue it: of each, the stretch without its line break.
type logical []lint.Span

// head is the first of the lines.
func (l logical) head() lint.Span { return l[0] }

// read takes the lines in.
func (r *reader) read() {
	for at := 0; at < len(r.file.Text); {
		var line logical
		line, at = r.next(at)
		text := line.head().Text()
		switch {
		case r.inRule && strings.HasPrefix(text, string(r.prefix)):
			last := &r.recipes[len(r.recipes)-1]
			last.lines = append(last.lines, r.unprefixed(line))
		default:
			at = r.directive(line, at)
		}
	}
}

// next is the line that starts at an offset, and where the one behind it starts.
func (r *reader) next(at int) (logical, int) {
	var line logical
	for {
		end := len(r.file.Text)
		next := end
		if i := bytes.IndexByte(r.file.Text[at:], '\n'); i >= 0 {
			end, next = at+i, at+i+1
		}
		if end > at && r.file.Text[end-1] == '\r' {
			end--
		}
		line = append(line, lint.Span{File: r.file, Start: at, End: end})
		content := r.file.Text[at:end]
		if slashes := len(content) - len(bytes.TrimRight(content, `\`)); slashes%2 == 0 || next == len(r.file.Text) {
			return line, next
		}
		at = next
	}
}

// unprefixed is a recipe's line without the prefix that each of its lines may begin with.
func (r *reader) unprefixed(line logical) logical {
	stripped := slices.Clone(line)
	for i, part := range stripped {
		if part.Start < part.End && r.file.Text[part.Start] == r.prefix {
			stripped[i].Start++
		}
	}
	return stripped
}

// directive reads a line that belongs to no recipe, and tells where to go on.
func (r *reader) directive(line logical, next int) int {
	text := strings.TrimSpace(line.head().Text())
	word, rest, _ := strings.Cut(text, " ")
	switch word {
	case "ifeq", "ifneq", "ifdef", "ifndef":
		r.conditional++
		return next
	case "endif":
		r.conditional = max(r.conditional-1, 0)
		return next
	case "else", "":
		return next
	case "include", "-include", "sinclude":
		r.sourced = next
		return next
	case "define", "override", "export", "private":
		if name, found := defined(text); found {
			return r.define(name, next)
		}
	case "undefine":
		r.taint(strings.TrimSpace(rest))
		return next
	}
	if !strings.HasPrefix(word, "#") {
		r.statement(line)
	}
	return next
}

// defined is the name of the variable whose value a line starts: define NAME, override define NAME =.
func defined(text string) (string, bool) {
	words := strings.Fields(text)
	for i, word := range words {
		switch word {
		case "override", "export", "private":
			continue
		case "define":
			if i+1 < len(words) {
				return words[i+1], true
			}
		}
		break
	}
	return "", false
}

// define takes in the lines of a variable up to its endef. They may be a recipe: those of rules that are made by eval
// begin with the prefix, others are one if a recipe's line is nothing but the variable.
func (r *reader) define(name string, at int) int {
	r.taint(name)
	r.inRule = false
	all, ruled := recipe{name: "define " + name, canny: true}, recipe{name: "define " + name}
	for open := 1; at < len(r.file.Text); {
		var line logical
		line, at = r.next(at)
		text := line.head().Text()
		if _, opens := defined(text); opens {
			open++
		}
		if word, _, _ := strings.Cut(strings.TrimSpace(text), " "); word == "endef" {
			if open--; open == 0 {
				break
			}
		}
		unprefixed := r.unprefixed(line)
		all.lines = append(all.lines, unprefixed)
		if strings.HasPrefix(text, string(r.prefix)) {
			ruled.lines = append(ruled.lines, unprefixed)
		}
	}
	if len(ruled.lines) > 0 {
		all = ruled
	}
	r.recipes = append(r.recipes, all)
	return at
}

// statement reads an assignment or the head of a rule.
func (r *reader) statement(line logical) {
	text, places := r.joined(line)
	from, to, kind := operator(text)
	switch kind {
	case assignment:
		r.inRule = false
		r.assign(text, places, from, to)
	case rule:
		r.rule(text, places, from, to)
	}
}

// rule reads the head of a rule: its targets and, behind a semicolon, the first line of its recipe.
func (r *reader) rule(text []byte, places []shell.Place, from, to int) {
	targets := strings.Fields(string(text[:from]))
	name := ""
	if len(targets) > 0 {
		name = targets[0]
	}
	r.oneShell = r.oneShell || name == ".ONESHELL"
	rest := text[to:]
	if at, _, kind := operator(rest); kind == assignment { // a variable for this target alone
		words := strings.Fields(string(rest[:at]))
		if len(words) > 0 {
			r.taint(words[len(words)-1])
		}
		r.inRule = false
		return
	}
	r.inRule = true
	made := recipe{name: "target " + lint.Label(name)}
	if i := bytes.IndexByte(rest, ';'); i >= 0 && to+i+1 < len(places) {
		made.lines = []logical{{{File: r.file, Start: places[to+i+1].Start, End: places[len(places)-1].End}}}
	}
	r.recipes = append(r.recipes, made)
}

// run hands the recipes to the shell.
func (r *reader) run() {
	if !r.readsShell() {
		return
	}
	for _, made := range r.recipes {
		if !made.canny {
			r.script(made)
		}
	}
	for _, made := range r.recipes {
		if name, _ := strings.CutPrefix(made.name, "define "); made.canny && r.canned[name] {
			r.script(made)
		}
	}
}

// readsShell tells whether recipes are run by a shell whose language is read here.
func (r *reader) readsShell() bool {
	v := r.variables["SHELL"]
	if v == nil || !r.known("SHELL") {
		return v == nil || v.writes == 0
	}
	for word := range strings.FieldsSeq(string(v.text)) {
		if lint.IsShell(strings.TrimSuffix(path.Base(word), ".exe")) {
			return true
		}
	}
	return false
}

// script hands one recipe to the shell: each of its lines is a script of its own, unless one shell runs them all. A line that
// cannot be read does not hide the others.
func (r *reader) script(made recipe) {
	script := &shell.Script{}
	whole := shell.Source{File: r.file}
	for _, line := range made.lines {
		source := r.expand(line)
		if !r.oneShell {
			script.Join(r.shell.Read(source))
			continue
		}
		whole.Text = append(append(whole.Text, source.Text...), '\n')
		end := line[len(line)-1].End
		whole.Places = append(append(whole.Places, source.Places...), shell.Place{Start: end, End: end})
		whole.Origins = append(append(whole.Origins, source.Origins...), shell.Place{})
	}
	if r.oneShell {
		script = r.shell.Read(whole)
	}
	if len(script.Commands)+len(script.Assignments) > 0 {
		script.AddTo(r.unit, made.name)
	}
}
