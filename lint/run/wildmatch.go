package run

import "strings"

// wildmatch tells whether a pattern matches the whole of a slash-separated path as git has it: ** between slashes is any
// number of elements, other wildcards stay within one element and match bytes. It cannot explode: only the last * and the
// last ** are ever tried again, since an earlier one cannot gain by taking more.
func wildmatch(pattern, path string) bool {
	p, s := 0, 0
	star, starAt := -1, 0 // behind the last *, and how far it reaches
	deep, deepAt := -1, 0 // the same of the last **/
	for p < len(pattern) || s < len(path) {
		if p < len(pattern) && pattern[p] == '*' {
			begin := p
			for p < len(pattern) && pattern[p] == '*' {
				p++
			}
			wide := p-begin > 1 && (begin == 0 || pattern[begin-1] == '/')
			switch {
			case wide && p == len(pattern):
				return true
			case wide && pattern[p] == '/':
				p++
				deep, deepAt, star = p, s, -1
			default:
				star, starAt = p, s
			}
			continue
		}
		if p < len(pattern) && s < len(path) {
			if width, ok := matchByte(pattern[p:], path[s]); ok {
				p += width
				s++
				continue
			}
		}
		if star >= 0 && starAt < len(path) && path[starAt] != '/' {
			starAt++
			p, s = star, starAt
			continue
		}
		next := strings.IndexByte(path[deepAt:], '/')
		if deep < 0 || next < 0 {
			return false
		}
		deepAt += next + 1
		p, s, star = deep, deepAt, -1
	}
	return true
}

// matchByte tells whether what a pattern begins with matches a byte, and how long that is.
func matchByte(pattern string, c byte) (width int, ok bool) {
	switch pattern[0] {
	case '?':
		return 1, c != '/'
	case '\\':
		return 2, len(pattern) > 1 && pattern[1] == c
	case '[':
		return matchSet(pattern, c)
	}
	return 1, pattern[0] == c
}

// matchSet is matchByte of a pattern that begins with a set: [a-z], [!a], [^a], []a], [[:digit:]]. A malformed one matches nothing.
func matchSet(pattern string, c byte) (width int, ok bool) {
	i := 1
	negated := i < len(pattern) && (pattern[i] == '!' || pattern[i] == '^')
	if negated {
		i++
	}
	var low byte // what a range would begin with, 0 if nothing
	for first := i; i < len(pattern) && (pattern[i] != ']' || i == first); i++ {
		member := pattern[i]
		switch {
		case member == '-' && low != 0 && i+1 < len(pattern) && pattern[i+1] != ']':
			i++
			if pattern[i] == '\\' {
				i++
			}
			ok = ok || i < len(pattern) && low <= c && c <= pattern[i]
			low = 0
			continue
		case member == '[' && strings.HasPrefix(pattern[i+1:], ":"):
			end := strings.IndexByte(pattern[i+2:], ']')
			if end < 0 {
				return 0, false
			}
			if class, isClass := strings.CutSuffix(pattern[i+2:i+2+end], ":"); isClass {
				in, known := byteClass(class, c)
				if !known {
					return 0, false
				}
				ok = ok || in
				i += 2 + end
				low = 0
				continue
			}
		case member == '\\':
			if i++; i == len(pattern) {
				return 0, false
			}
			member = pattern[i]
		}
		ok = ok || member == c
		low = member
	}
	return i + 1, i < len(pattern) && ok != negated && c != '/'
}

// byteClass tells whether a byte belongs to a POSIX character class of ASCII, and whether there is such a class.
func byteClass(name string, c byte) (in, known bool) {
	lower, upper, digit := 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9'
	graph := '!' <= c && c <= '~'
	switch name {
	case "alnum":
		in = lower || upper || digit
	case "alpha":
		in = lower || upper
	case "blank":
		in = c == ' ' || c == '\t'
	case "cntrl":
		in = c < ' ' || c == 0x7f
	case "digit":
		in = digit
	case "graph":
		in = graph
	case "lower":
		in = lower
	case "print":
		in = graph || c == ' '
	case "punct":
		in = graph && !lower && !upper && !digit
	case "space":
		in = c == ' ' || '\t' <= c && c <= '\r'
	case "upper":
		in = upper
	case "xdigit":
		in = digit || 'a' <= c && c <= 'f' || 'A' <= c && c <= 'F'
	default:
		return false, false
	}
	return in, true
}
