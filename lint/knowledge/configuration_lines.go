package knowledge

import (
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// configurationLines is the lines that an operand of echo, printf or sed can bring into a configuration file, in lower case.
func configurationLines(program, text string) []string {
	if program == "sed" {
		text = sedWrites(text)
	}
	return strings.FieldsFunc(strings.ReplaceAll(strings.ToLower(text), `\n`, "\n"), func(r rune) bool { return r == '\n' || r == ';' })
}

// inputLines is the lines of the here-document that a command passes on into a file, each with its place.
func inputLines(c *lint.Command) []lint.Word {
	if c.Input == nil || c.Program != "cat" && c.Program != "tee" {
		return nil
	}
	return textLines(*c.Input)
}

// textLines is the lines of a text that stands in the file as it is, each with its place and without the blanks around it.
func textLines(text lint.Word) []lint.Word {
	var lines []lint.Word
	at := text.Span.Start
	for line := range strings.Lines(text.Text) {
		trimmed := strings.TrimSpace(line)
		start := at + strings.Index(line, trimmed)
		at += len(line)
		lines = append(lines, lint.Word{Text: trimmed, State: lint.Set, Span: lint.Span{File: text.Span.File, Start: start, End: start + len(trimmed)}})
	}
	return lines
}

// sedWrites is what a script of sed puts into its output, a line a command: what it puts in another's place, and what it adds (sed(1)).
// A script that it cannot take apart writes nothing.
func sedWrites(script string) string {
	var written strings.Builder
	for script = strings.TrimSpace(script); script != ""; script = strings.TrimLeft(script, " ;\n\t") {
		if script = afterAddress(script); script == "" {
			break
		}
		command, rest := script[0], script[1:]
		switch command {
		case 's', 'y':
			if rest == "" {
				return written.String()
			}
			delimiter := rest[0]
			_, rest = cutUnescaped(rest[1:], delimiter)
			var replacement string
			replacement, rest = cutUnescaped(rest, delimiter)
			written.WriteString(replacement + "\n")
			script = strings.TrimLeft(rest, "0123456789gpiImMew")
		case 'a', 'i', 'c': // to the end of the line
			added, next, _ := strings.Cut(rest, "\n")
			written.WriteString(strings.TrimLeft(added, "\\ ") + "\n")
			script = next
		case 'd', 'D', 'p', 'P', 'n', 'N', 'g', 'G', 'h', 'H', 'x', '}', '=':
			script = rest
		default:
			return written.String()
		}
	}
	return written.String()
}

// afterAddress is a command of sed without the lines that it is for (a number, $, a pattern, two of them) and the brace before it.
func afterAddress(command string) string {
	for command != "" {
		switch c := command[0]; {
		case c == '/':
			_, command = cutUnescaped(command[1:], '/')
		case strings.IndexByte("$,! {", c) >= 0 || '0' <= c && c <= '9':
			command = command[1:]
		default:
			return command
		}
	}
	return command
}

// cutUnescaped is what stands before and behind the first byte that no backslash precedes.
func cutUnescaped(s string, b byte) (before, after string) {
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '\\':
			i++
		case b:
			return s[:i], s[i+1:]
		}
	}
	return s, ""
}
