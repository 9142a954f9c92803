package dockerfile

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/moby/buildkit/frontend/dockerfile/shell"

	"github.com/stridelint/stridelint/lint"
)

const (
	// maxExpansion bounds a word with variables, and all the values put into it, in bytes.
	maxExpansion = 4096
	// maxPattern bounds a word that matches a value against a pattern, as ${X%…} does.
	maxPattern = 256
	// maxWork bounds the bytes that all of a file's words give the lexer to do.
	maxWork = 4 << 20
	// maxMissing bounds the variables of one word that are told as set by nothing.
	maxMissing = 16
)

// variable is what is known of one: Set to a value, Unknown, or Unset where ARG declares it without a value.
type variable struct {
	value  string
	state  lint.State
	origin lint.Span // where the value is written
}

// scope is the variables of a stage, or those that hold before the first FROM.
type scope struct {
	outer     *scope // of the stage that it builds on
	variables map[string]variable
	order     []string // their names, as they were first set
	compact   *scope   // what a stage that builds on it has around it, once there is one
	global    bool     // of FROM: the builder's own variables are in it
	bare      bool     // no build argument is given: what nothing sets is empty
}

// within makes the scope of a stage that builds on another.
func (s *scope) within() *scope {
	if s.compact == nil {
		s.compact = s.withNeighbours()
	}
	return &scope{outer: s.compact}
}

// withNeighbours is a scope with those around it that hold less than twice what it does, one after the other: what is then left around it
// at least doubles in size from each to the next, so there are few to search.
func (s *scope) withNeighbours() *scope {
	all := s
	for outer := s.outer; outer != nil && len(outer.order) < 2*len(all.order); outer = outer.outer {
		joined := &scope{outer: outer.outer}
		for _, part := range []*scope{outer, all} {
			for _, name := range part.order {
				joined.set(name, part.variables[name])
			}
		}
		all = joined
	}
	if len(all.order) == 0 && all.outer != nil {
		return all.outer
	}
	return all
}

// names is the variables of a scope, up to a number of them.
func (s *scope) names() []string {
	var names []string
	for ; s != nil && len(names) < maxCandidates; s = s.outer {
		names = append(names, s.order[max(0, len(s.order)-maxCandidates):]...)
		if s.global {
			names = append(names, builderArgs...)
		}
	}
	return names
}

func (s *scope) set(name string, v variable) {
	if s.variables == nil {
		s.variables = map[string]variable{}
	}
	if _, found := s.variables[name]; !found {
		s.order = append(s.order, name)
	}
	s.variables[name] = v
}

func (s *scope) get(name string) (variable, bool) {
	for ; s != nil; s = s.outer {
		if v, found := s.variables[name]; found {
			return v, true
		}
		if s.global && provided(name) {
			return variable{state: lint.Unknown}, true
		}
	}
	return variable{}, false
}

// provided tells whether the builder itself gives an ARG its value.
// https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope
func provided(name string) bool { return slices.Contains(builderArgs, name) }

var builderArgs = []string{
	"TARGETPLATFORM", "TARGETOS", "TARGETARCH", "TARGETVARIANT", "TARGETOSVERSION", "TARGETSTAGE",
	"BUILDPLATFORM", "BUILDOS", "BUILDARCH", "BUILDVARIANT", "BUILDOSVERSION",
}

// ambient tells whether a variable can be set without any ARG, or, as PATH, is set in every image.
// https://docs.docker.com/reference/dockerfile/#predefined-args
func ambient(name string) bool {
	switch strings.ToUpper(name) {
	case "HTTP_PROXY", "HTTPS_PROXY", "FTP_PROXY", "NO_PROXY", "ALL_PROXY", "PATH":
		return true
	}
	return false
}

// expander unquotes words and puts variables in as the builder does, with the builder's own lexer.
type expander struct {
	lex    *shell.Lex // made when it is needed
	escape byte
	work   int // done so far

	// Of the word at hand:
	scope      *scope // nil where nothing is known of any variable
	references []reference
	patterns   bool     // a reference matches a pattern
	handed     int      // bytes of values put into it
	tainted    bool     // it depends on what is not known
	outline    string   // its text, with unknowable for whatever is not known
	missing    []string // the variables asked for that nothing sets
}

// unknowable stands in a word for a value that is not known. Where it is gone from the result, the value was of no consequence.
const unknowable = "\ue000"

// reference is one $NAME, ${NAME} or ${NAME modifier …} of a word.
type reference struct {
	name     string
	modifier byte // - + ? % # /, or 0
}

// expand is a word's text without quotes and with its variables' values. The text is the word as written where State is not Set;
// the bool is false where the builder would refuse the word.
func (x *expander) expand(word string, s *scope) (string, lint.State, bool) {
	x.scope, x.handed, x.tainted, x.references, x.missing = s, 0, false, x.references[:0], x.missing[:0]
	if !strings.ContainsAny(word, "$'\"") && strings.IndexByte(word, x.escape) < 0 {
		return word, lint.Set, true
	}
	if word != clean(word) || !x.affordable(word) {
		x.outline = unknowable
		return word, lint.Unknown, true
	}
	if x.lex == nil {
		x.lex = shell.NewLex(rune(x.escape))
	}
	text, _, err := x.lex.ProcessWord(word, x)
	x.outline = text
	if err != nil || x.tainted {
		x.outline = unknowable
	}
	x.work += len(word) + x.handed + len(text)
	if x.patterns {
		x.work += len(word) * x.handed
	}
	switch {
	case err != nil:
		return word, lint.Unknown, x.patterns || x.demands() // which depend on values
	case x.tainted || strings.Contains(text, unknowable) || len(text) > maxExpansion && len(x.references) > 0:
		return word, lint.Unknown, true
	}
	return text, lint.Set, true
}

// affordable finds a word's references and tells whether it can be expanded in little time and space.
func (x *expander) affordable(word string) bool {
	x.patterns = false
	if x.work > maxWork {
		return false
	}
	replacements := 0
	for rest := word; ; {
		_, after, found := strings.Cut(rest, "$")
		if !found {
			break
		}
		if len(word) > maxExpansion {
			return false
		}
		ref := readReference(after)
		x.references = append(x.references, ref)
		switch ref.modifier {
		case '/':
			replacements++
			fallthrough
		case '%', '#':
			x.patterns = true
		}
		rest = after
	}
	// Each replacement of every match can multiply the text.
	return replacements <= 1 && nesting(word) <= maxNesting && (!x.patterns || len(word) <= maxPattern)
}

// origin is where the value of the variable stands that the word expanded last consists of, if it is nothing else.
func (x *expander) origin(word string) lint.Span {
	if len(x.references) != 1 {
		return lint.Span{}
	}
	name := x.references[0].name
	switch strings.Trim(word, `"`) {
	case "$" + name, "${" + name + "}":
		v, _ := x.scope.get(name)
		return v.origin
	}
	return lint.Span{}
}

// readReference reads what stands behind a $.
func readReference(s string) reference {
	inner, braced := strings.CutPrefix(s, "{")
	end := 0
	for end < len(inner) && isNameByte(inner[end]) {
		end++
	}
	ref := reference{name: inner[:end]}
	if modifier := strings.TrimPrefix(inner[end:], ":"); braced && modifier != "" && modifier[0] != '}' {
		ref.modifier = modifier[0]
	}
	return ref
}

func isNameByte(b byte) bool {
	return b == '_' || '0' <= b && b <= '9' || 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' || b >= utf8.RuneSelf
}

// demands tells whether the word itself says that it fails without a variable: ${X:?…}.
func (x *expander) demands() bool {
	for _, ref := range x.references {
		if ref.modifier == '?' {
			return true
		}
	}
	return false
}

// defaults tells whether every mention of a variable in the word is seen, and has a default.
func (x *expander) defaults(name string) bool {
	mentioned := false
	for _, ref := range x.references {
		if ref.name == name && ref.modifier != '-' {
			return false
		}
		mentioned = mentioned || ref.name == name
	}
	return mentioned
}

// Get gives the lexer a variable's value.
func (x *expander) Get(name string) (string, bool) {
	v, found := x.lookUp(name)
	if !found && !slices.Contains(x.missing, name) && len(x.missing) < maxMissing {
		x.missing = append(x.missing, name)
	}
	if v.state == lint.Set {
		if x.handed += len(v.value); x.handed <= maxExpansion {
			return v.value, true
		}
		x.tainted = true
		return "", true
	}
	if !found && x.scope.bare {
		return "", false
	}
	mentions, plain, defaulted := 0, 0, 0
	for _, ref := range x.references {
		if ref.name == name {
			mentions++
			switch ref.modifier {
			case 0:
				plain++
			case '-', '+', '?':
				defaulted++
			}
		}
	}
	switch {
	case mentions == 0 || x.patterns:
		x.tainted = true
	case v.state == lint.Unset && defaulted == mentions:
		return "", false
	case v.state == lint.Unknown && plain < mentions:
		x.tainted = true
	}
	return unknowable, true
}

// lookUp is what is known of a variable, and whether anything sets it. One that nothing sets is Unset: a base image may set it.
func (x *expander) lookUp(name string) (variable, bool) {
	if x.scope == nil {
		return variable{state: lint.Unknown}, true
	}
	v, found := x.scope.get(name)
	if !found && ambient(name) {
		v.state = lint.Unknown
	}
	return v, found
}

// mayBe tells whether the word that was expanded last can have come out as a text, all its unknown values being right.
func (x *expander) mayBe(s string) bool {
	parts := strings.Split(x.outline, unknowable)
	first, last := strings.ToLower(parts[0]), strings.ToLower(parts[len(parts)-1])
	if !strings.HasPrefix(s, first) || !strings.HasSuffix(s[len(first):], last) {
		return false
	}
	s = s[len(first) : len(s)-len(last)]
	for i := 1; i < len(parts)-1; i++ {
		_, rest, found := strings.Cut(s, strings.ToLower(parts[i]))
		if !found {
			return false
		}
		s = rest
	}
	return true
}

// Keys makes an EnvGetter of the expander; the lexer asks for none.
func (x *expander) Keys() []string { return nil }
