package compose

import (
	"maps"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// environment is what the variables of a file stand for.
type environment map[string]variable

// variable is what a variable stands for, and where that is written.
type variable struct {
	value string
	span  lint.Span
}

// under is the environment with another one laid over it.
func (e environment) under(over environment) environment {
	all := make(environment, len(e)+len(over))
	maps.Copy(all, e)
	maps.Copy(all, over)
	return all
}

// interpolate puts variables' values and defaults in their place, and $ for $$. A text with another variable is unknown, one that
// compose cannot read invalid; both are returned as written.
// https://github.com/compose-spec/compose-spec/blob/main/12-interpolation.md
func (e environment) interpolate(s string) (string, lint.State) {
	if strings.IndexByte(s, '$') < 0 {
		return s, lint.Set
	}
	text, state := join(e.fragments(s, 0))
	if state != lint.Set {
		return s, state
	}
	return text, lint.Set
}

// fragment is a part of a text that comes from one stretch of what is written.
type fragment struct {
	text     string
	from, to int  // of what is written
	literal  bool // it is written as it is
	state    lint.State
	origin   lint.Span // where a variable's value is written, if it is nothing but that
}

// join puts fragments together. One that is invalid makes the whole so.
func join(fragments []fragment) (string, lint.State) {
	var text strings.Builder
	state := lint.Set
	for _, f := range fragments {
		text.WriteString(f.text)
		state = max(state, f.state)
	}
	return text.String(), state
}

// maxNesting bounds defaults of defaults.
const maxNesting = 16

// fragments takes a text apart at its variables. As for compose, a $ that starts nothing is one.
func (e environment) fragments(s string, nesting int) []fragment {
	var all []fragment
	literal := 0 // where the text begins that has not been taken yet
	take := func(to int) {
		if literal < to {
			all = append(all, fragment{text: s[literal:to], from: literal, to: to, literal: true, state: lint.Set})
		}
	}
	for i := 0; ; {
		dollar := strings.IndexByte(s[i:], '$')
		if dollar < 0 {
			break
		}
		f := e.fragment(s[i+dollar:], nesting)
		f.from, f.to = i+dollar, i+dollar+f.to
		if f.state != lint.Unset {
			take(f.from)
			all = append(all, f)
			literal = f.to
		}
		i = f.to
	}
	take(len(s))
	return all
}

// fragment is what a text that begins with a $ begins with. It is unset where the $ stands for itself.
func (e environment) fragment(s string, nesting int) fragment {
	f := fragment{to: 1}
	switch rest := s[1:]; {
	case strings.HasPrefix(rest, "$"):
		f = fragment{text: "$", to: 2, state: lint.Set}
	case strings.HasPrefix(rest, "{"):
		end := closingBrace(rest)
		if end < 0 {
			return fragment{to: len(s), state: lint.Invalid}
		}
		f.to = 1 + end + 1
		f.text, f.origin, f.state = e.braced(rest[1:end], nesting)
	default:
		if size := nameSize(rest); size > 0 {
			f.to = 1 + size
			f.text, f.origin, f.state = e.value(rest[:size])
		}
	}
	return f
}

// value is what a variable stands for.
func (e environment) value(name string) (string, lint.Span, lint.State) {
	if v, found := e[name]; found {
		return v.value, v.span, lint.Set
	}
	return "", lint.Span{}, lint.Unknown
}

// braced is what stands for the text in braces: NAME; with - and a default, with + an alternative, with ? what is said where it is
// missing. With a colon before, an empty value is as good as none.
func (e environment) braced(s string, nesting int) (string, lint.Span, lint.State) {
	size := nameSize(s)
	name, operator := s[:size], s[size:]
	value, origin, state := e.value(name)
	word := strings.TrimPrefix(operator, ":")
	switch {
	case size == 0, operator != "" && word == "", nesting > maxNesting:
		return "", lint.Span{}, lint.Invalid
	case operator == "":
		return value, origin, state
	}
	given := state == lint.Set && (value != "" || operator[0] != ':')
	switch {
	case word[0] == '-' && given, word[0] == '?' && given:
		return value, origin, lint.Set
	case word[0] == '-', word[0] == '+' && given:
		value, state = join(e.fragments(word[1:], nesting+1))
		return value, lint.Span{}, state
	case word[0] == '+' && state == lint.Set:
		return "", lint.Span{}, lint.Set
	case word[0] == '?', word[0] == '+':
		return "", lint.Span{}, lint.Unknown
	}
	return "", lint.Span{}, lint.Invalid
}

// closingBrace is the place of the brace that closes the one that s starts with, or -1.
func closingBrace(s string) int {
	depth := 0
	for i := range len(s) {
		switch s[i] {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// nameSize is the length of the variable's name that s starts with.
func nameSize(s string) int {
	i := 0
	for i < len(s) && (s[i] == '_' || 'a' <= s[i]|0x20 && s[i]|0x20 <= 'z' || i > 0 && '0' <= s[i] && s[i] <= '9') {
		i++
	}
	return i
}
