package dockerfile

import (
	"strings"

	"github.com/moby/buildkit/frontend/dockerfile/shell"

	"github.com/stridelint/stridelint/lint"
)

// heredoc is a here-document that an instruction opens.
type heredoc struct {
	extent        // of <<NAME
	name   string // the line that closes it
	tabs   bool   // tabs before the closing line are left out of account
	quoted bool   // docker puts no values into the body
}

const (
	// maxNesting bounds ${a:-${b:-…}}, over which the builder's lexer copies text once a level.
	maxNesting = 32
	// maxUnclosed bounds how often the rest of the file is searched in vain for the end of a here-document.
	maxUnclosed = 4
)

// heredocs is the here-documents that the statement opens.
func (p *parsed) heredocs() []heredoc {
	opener := p
	if p.inner != nil {
		opener = p.inner
	}
	if opener.grammar == nil || !opener.grammar.takesHeredocs() || opener.json ||
		!strings.Contains(p.text, "<<") || nesting(p.text) > maxNesting {
		return nil
	}
	lex := shell.NewLex('\\') // whatever the escape directive says
	lex.RawQuotes, lex.RawEscapes, lex.SkipUnsetEnv = true, true, true
	words, err := lex.ProcessWords(clean(p.text), noVariables{})
	if err != nil {
		return nil // docker takes no notice either
	}
	var found []heredoc
	from := 0
	for _, word := range words {
		h, ok := openHeredoc(word)
		if !ok {
			continue
		}
		h.extent = p.keyword
		if i := strings.Index(p.text[from:], word); i >= 0 {
			h.extent = extent{from + i, from + i + len(word)}
			from = h.to
		}
		found = append(found, h)
	}
	return found
}

// openHeredoc reads a word such as <<EOF, <<-"EOF" or 3<<EOF.
func openHeredoc(word string) (heredoc, bool) {
	rest, ok := strings.CutPrefix(strings.TrimLeft(word, "0123456789"), "<<")
	if !ok {
		return heredoc{}, false
	}
	rest, tabs := strings.CutPrefix(rest, "-")
	rest = strings.TrimLeft(rest, asciiSpace)
	if rest == "" || strings.Contains(rest, "<") || nesting(rest) > maxNesting {
		return heredoc{}, false
	}
	lex := shell.NewLex('\\')
	lex.SkipUnsetEnv = true
	words, err := lex.ProcessWords(clean(rest), noVariables{})
	if err != nil || len(words) != 1 {
		return heredoc{}, false
	}
	quotes := strings.Count(rest, "'") + strings.Count(rest, `"`)
	kept := strings.Count(words[0], "'") + strings.Count(words[0], `"`)
	return heredoc{name: words[0], tabs: tabs, quoted: quotes > kept}, true
}

// body takes the lines of a here-document, the closing one included. It is the place of those before that one, and
// where that one ends. If none closes it, no line is taken.
func (l *lines) body(h heredoc) (body lint.Span, end int, ok bool) {
	start := l.next
	for l.unclosed < maxUnclosed && l.next < len(l.text) {
		at, line := l.line()
		closing := line
		if h.tabs {
			closing = strings.TrimLeft(line, "\t")
		}
		if closing == h.name {
			return l.span(start, at), at + len(line), true
		}
	}
	l.unclosed++
	l.next = start
	return lint.Span{}, 0, false
}

// skipBody passes over what looks like the body of a here-document that is not closed: up to an instruction whose
// keyword is written in the same case as the one that opened it.
func (l *lines) skipBody(keyword string) {
	for l.next < len(l.text) {
		start, line := l.line()
		word := line
		if i := strings.IndexAny(line, blanks); i >= 0 {
			word = line[:i]
		}
		upper := strings.ToUpper(word)
		if grammarOf(upper) != nil && (word == upper) == (keyword == strings.ToUpper(keyword)) {
			l.next = start
			return
		}
	}
}

// nesting is how deep ${ stand within each other.
func nesting(s string) int {
	depth, deepest := 0, 0
	for i := range len(s) {
		switch {
		case s[i] == '{' && i > 0 && s[i-1] == '$':
			depth++
			deepest = max(deepest, depth)
		case s[i] == '}' && depth > 0:
			depth--
		}
	}
	return deepest
}

// clean takes away what the builder's lexer would complain of on standard error: NUL and what is not UTF-8.
func clean(s string) string {
	return strings.ReplaceAll(strings.ToValidUTF8(s, "\ufffd"), "\x00", "\ufffd")
}

// noVariables is a scope in which no variable is set.
type noVariables struct{}

func (noVariables) Get(string) (string, bool) { return "", false }
func (noVariables) Keys() []string            { return nil }
