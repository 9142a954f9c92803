package dockerignore

import (
	"path"
	"strings"
	"unicode/utf8"
)

// Pattern is one pattern of a path: * is anything but a slash, ? one such character, [a-z] one of a set, and ** any number of folders
// or, at the end, anything.
type Pattern struct {
	start  string  // what stands before the first wildcard
	tokens []token // the whole; nil if it is start
}

type token struct {
	kind tokenKind
	char rune
	set  string // "a-z]" of "[a-z]"
}

type tokenKind uint8

const (
	character tokenKind = iota
	anyCharacter
	oneOf
	star    // *
	folders // ** before something: nothing, or anything that ends in a slash
	rest    // ** at the end
)

// Compile reads a clean pattern; false if it is malformed.
func Compile(pattern string) (Pattern, bool) {
	if _, err := path.Match(pattern, "."); err != nil {
		return Pattern{}, false
	}
	p := Pattern{start: literal(pattern)}
	if p.start == pattern {
		return p, true
	}
	for i := 0; i < len(pattern); {
		t, width := readToken(pattern[i:])
		p.tokens = append(p.tokens, t)
		i += width
	}
	// Behind a leading ** that has nothing but plain text behind it, folders are not counted: "**x" is all that ends in x.
	if len(p.tokens) > 1 && p.tokens[0].kind == folders && !strings.HasPrefix(pattern, "**/") && literal(pattern[2:]) == pattern[2:] {
		p.tokens[0].kind = rest
	}
	return p, true
}

// readToken reads the token that a well-formed pattern begins with.
func readToken(pattern string) (token, int) {
	switch pattern[0] {
	case '*':
		if !strings.HasPrefix(pattern, "**") {
			return token{kind: star}, 1
		}
		width := len("**")
		if strings.HasPrefix(pattern, "**/") {
			width++
		}
		if width == len(pattern) {
			return token{kind: rest}, width
		}
		return token{kind: folders}, width
	case '?':
		return token{kind: anyCharacter}, 1
	case '[':
		end := setEnd(pattern)
		return token{kind: oneOf, set: pattern[:end]}, end
	case '\\':
		c, size := utf8.DecodeRuneInString(pattern[1:])
		return token{char: c}, 1 + size
	}
	c, size := utf8.DecodeRuneInString(pattern)
	return token{char: c}, size
}

// setEnd is the index behind the set that a well-formed pattern begins with.
func setEnd(pattern string) int {
	i := 1
	if strings.HasPrefix(pattern[i:], "^") {
		i++
	}
	for first := i; i < len(pattern) && (pattern[i] != ']' || i == first); i++ {
		if pattern[i] == '\\' {
			i++
		}
	}
	return min(i+1, len(pattern))
}

// Literal is what every path that the pattern stands for begins with, and whether there is no more to it.
func (p Pattern) Literal() (start string, whole bool) { return p.start, p.tokens == nil }

// Matches tells whether a path is what the pattern stands for.
func (p Pattern) Matches(name string) bool {
	if p.tokens == nil {
		return name == p.start
	}
	return strings.HasPrefix(name, p.start) && p.run(name, false)
}

// matchesWithin tells whether the pattern stands for a path or a folder above it.
func (p Pattern) matchesWithin(name string) bool {
	if p.tokens == nil {
		return name == p.start || strings.HasPrefix(name, p.start) && name[len(p.start)] == '/'
	}
	return strings.HasPrefix(name, p.start) && p.run(name, true)
}

// run follows all ways in which the tokens can match at once, so that it takes no longer than their number times that of the
// characters. Asked for folders, a match up to a slash will do.
func (p Pattern) run(name string, within bool) bool {
	var room [2][64]bool // keeps what most patterns need off the heap
	current := append(states(room[0][:0]), make(states, len(p.tokens)+1)...)
	next := append(states(room[1][:0]), make(states, len(p.tokens)+1)...)
	current.enter(p.tokens, 0)
	for _, c := range name {
		if within && c == '/' && current[len(p.tokens)] {
			return true
		}
		clear(next)
		for i, t := range p.tokens {
			if current[i] {
				next.step(p.tokens, i, t, c)
			}
		}
		current, next = next, current
	}
	return current[len(p.tokens)]
}

// states is which tokens may match next; the one behind the last means that all have matched.
type states []bool

// enter adds the token i, and the one behind it if that one may match nothing.
func (s states) enter(tokens []token, i int) {
	s[i] = true
	for i < len(tokens) && tokens[i].kind >= star {
		i++
		s[i] = true
	}
}

// step adds what may match behind c if the token i takes it.
func (s states) step(tokens []token, i int, t token, c rune) {
	switch t.kind {
	case star:
		if c != '/' {
			s.enter(tokens, i)
		}
	case rest:
		s.enter(tokens, i)
	case folders: // once in, only a slash leads out
		s[i] = true
		if c == '/' {
			s.enter(tokens, i+1)
		}
	default:
		if t.takes(c) {
			s.enter(tokens, i+1)
		}
	}
}

func (t token) takes(c rune) bool {
	switch t.kind {
	case anyCharacter:
		return c != '/'
	case oneOf:
		matched, _ := path.Match(t.set, string(c))
		return matched
	}
	return t.char == c
}
