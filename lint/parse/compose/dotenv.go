package compose

import (
	"strconv"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// envLine is one variable of an env file.
type envLine struct {
	name  string
	value variable
	state lint.State // unset where the file only names the variable
	entry lint.Span  // name and value
}

// parseEnv reads an env file, as far as it can be read. Variables in its values are those before them, or those of the environment.
// https://docs.docker.com/compose/how-tos/environment-variables/variable-interpolation/#env-file-syntax
func parseEnv(f *lint.File, outer environment) []envLine {
	p := envParser{file: f, text: string(f.Text), known: environment{}.under(outer)}
	if strings.HasPrefix(p.text, "\ufeff") {
		p.at = len("\ufeff")
	}
	var lines []envLine
	for p.next() && len(lines) < maxVariables {
		line, ok := p.line()
		if !ok {
			break
		}
		if line.state == lint.Set {
			if _, given := outer[line.name]; !given {
				p.known[line.name] = line.value
			}
		}
		lines = append(lines, line)
	}
	return lines
}

// rawEnv reads an env file in which everything stands for itself.
func rawEnv(f *lint.File) []envLine {
	var lines []envLine
	at := 0
	for text := range strings.Lines(string(f.Text)) {
		content := strings.TrimRight(text, "\r\n")
		name, value, assigned := strings.Cut(content, "=")
		if assigned && name != "" && name[0] != '#' && len(lines) < maxVariables {
			end := at + len(content)
			span := lint.Span{File: f, Start: end - len(value), End: end}
			lines = append(lines, envLine{name, variable{value, span}, lint.Set, lint.Span{File: f, Start: at, End: end}})
		}
		at += len(text)
	}
	return lines
}

// maxVariables bounds what is read of an env file.
const maxVariables = 10_000

// envParser reads an env file from front to back.
type envParser struct {
	file  *lint.File
	text  string
	at    int
	known environment
}

// next goes to where the next variable starts, and tells whether there is one.
func (p *envParser) next() bool {
	for p.at < len(p.text) {
		switch c := p.text[p.at]; {
		case c == '#':
			p.at += lineSize(p.text[p.at:])
		case strings.IndexByte(" \t\r\n\v\f", c) >= 0:
			p.at++
		default:
			return true
		}
	}
	return false
}

// line reads one variable. What compose would not read ends the file.
func (p *envParser) line() (envLine, bool) {
	start := p.at
	if rest, exported := strings.CutPrefix(p.text[p.at:], "export"); exported && rest != "" && strings.IndexByte(" \t", rest[0]) >= 0 {
		p.at = len(p.text) - len(strings.TrimLeft(rest, " \t"))
	}
	size := strings.IndexAny(p.text[p.at:], "=:\n")
	if size < 0 {
		size = len(p.text) - p.at
	}
	name := strings.TrimRight(p.text[p.at:p.at+size], " \t\r")
	line := envLine{name: name, entry: lint.Span{File: p.file, Start: start, End: p.at + len(name)}}
	if p.at += size; name == "" || strings.ContainsAny(name, " \t#'\"$") {
		return line, false
	}
	if p.at == len(p.text) || p.text[p.at] == '\n' {
		return line, true
	}
	p.at++
	for p.at < len(p.text) && strings.IndexByte(" \t\r", p.text[p.at]) >= 0 {
		p.at++
	}
	if !p.value(&line) {
		return line, false
	}
	line.entry.End = max(line.value.span.End, line.entry.End)
	return line, true
}

// value reads what stands behind a variable's name.
func (p *envParser) value(line *envLine) bool {
	rest := p.text[p.at:]
	if rest != "" && (rest[0] == '\'' || rest[0] == '"') {
		content, size := quoted(rest)
		if size == 0 {
			return false
		}
		line.value = variable{content, lint.Span{File: p.file, Start: p.at + 1, End: p.at + size - 1}}
		line.state = lint.Set
		if rest[0] == '"' {
			line.value.value, line.state = p.known.interpolate(unescape(content))
		}
		p.at += size
		return true
	}
	size := lineSize(rest)
	content, _, _ := strings.Cut(rest[:size], " #")
	content = strings.TrimRight(content, " \t\r\n")
	line.value.span = lint.Span{File: p.file, Start: p.at, End: p.at + len(content)}
	line.value.value, line.state = p.known.interpolate(content)
	p.at += size
	return true
}

// lineSize is how long the first line of a text is, its line break included.
func lineSize(s string) int {
	if i := strings.IndexByte(s, '\n'); i >= 0 {
		return i + 1
	}
	return len(s)
}

// quoted is the content between quotes, escaped ones within put as they are, and how much of the text that is; 0 if the quotes are not closed.
func quoted(s string) (string, int) {
	var content strings.Builder
	for i := 1; i < len(s); i++ {
		switch {
		case s[i] == s[0]:
			return content.String(), i + 1
		case s[i] == '\\' && i+1 < len(s):
			if i++; s[i] != s[0] {
				content.WriteByte('\\')
			}
			content.WriteByte(s[i])
		default:
			content.WriteByte(s[i])
		}
	}
	return "", 0
}

// unescape puts the characters that backslashes stand for in their place; \$ is a $ that starts no variable.
func unescape(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 == len(s) {
			b.WriteByte(s[i])
			continue
		}
		size := 2
		for s[i+1] == '0' && size < 5 && i+size < len(s) && '0' <= s[i+size] && s[i+size] <= '7' {
			size++
		}
		escape := s[i : i+size]
		i += size - 1
		switch r, _, _, err := strconv.UnquoteChar(`\`+strings.TrimPrefix(escape[1:], "0"), '"'); {
		case escape == `\$`:
			b.WriteString("$$")
		case strings.IndexByte("abcfnrtv\"\\0", escape[1]) < 0, err != nil:
			b.WriteString(escape)
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}
