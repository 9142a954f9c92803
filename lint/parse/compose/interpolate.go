package compose

import (
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// interpolate puts the defaults of variables in their place, and $ for $$. A text with another variable is unknown, one that
// compose cannot read invalid; both are returned as written.
// https://github.com/compose-spec/compose-spec/blob/main/12-interpolation.md
func interpolate(s string) (string, lint.State) {
	if strings.IndexByte(s, '$') < 0 {
		return s, lint.Set
	}
	result, state := expand(s, 0)
	if state != lint.Set {
		return s, state
	}
	return result, lint.Set
}

// maxNesting bounds defaults of defaults.
const maxNesting = 16

// expand does the work of interpolate at one level of defaults.
func expand(s string, nesting int) (string, lint.State) {
	if nesting > maxNesting {
		return "", lint.Unknown
	}
	var result strings.Builder
	state := lint.Set
	for {
		literal, rest, found := strings.Cut(s, "$")
		result.WriteString(literal)
		if !found {
			return result.String(), state
		}
		size := nameSize(rest)
		switch {
		case strings.HasPrefix(rest, "$"):
			result.WriteByte('$')
			size = 1
		case strings.HasPrefix(rest, "{"):
			end := closingBrace(rest)
			if end < 0 {
				return "", lint.Invalid
			}
			value, known := variable(rest[1:end], nesting)
			if known == lint.Invalid {
				return "", lint.Invalid
			}
			if known == lint.Unknown {
				state = lint.Unknown
			}
			result.WriteString(value)
			size = end + 1
		case size == 0:
			return "", lint.Invalid
		default:
			state = lint.Unknown
		}
		s = rest[size:]
	}
}

// variable is the default of what stands in braces: NAME, NAME-default, NAME:-default, or with ? an error and with + an alternative.
func variable(s string, nesting int) (string, lint.State) {
	size := nameSize(s)
	if size == 0 {
		return "", lint.Invalid
	}
	operator := strings.TrimPrefix(s[size:], ":")
	switch {
	case s[size:] == "":
		return "", lint.Unknown
	case operator == "":
		return "", lint.Invalid
	}
	switch operator[0] {
	case '-':
		return expand(operator[1:], nesting+1)
	case '?', '+':
		return "", lint.Unknown
	}
	return "", lint.Invalid
}

// closingBrace is the place of the brace that closes the one that s starts with, or -1.
func closingBrace(s string) int {
	depth := 0
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '}':
			if depth--; depth == 0 {
				return i
			}
		case i == 0, s[i] == '{' && s[i-1] == '$':
			depth++
		}
	}
	return -1
}

// nameSize is the length of the variable's name that s starts with.
func nameSize(s string) int {
	i := 0
	for i < len(s) && (s[i] == '_' || isLetter(s[i]) || i > 0 && '0' <= s[i] && s[i] <= '9') {
		i++
	}
	return i
}
