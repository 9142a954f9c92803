package parse

import (
	"bytes"
	"strings"
)

// action is one {{ … }} of a template, one {% … %} or one <% … %>.
type action struct {
	start, end int
	keyword    string // "if", "else", "end" and such; empty of one that writes something
}

// language is how templates of one kind enclose their actions.
type language struct {
	opening, closing string
	keyword          func(body string, words []string) string
}

// languages is those that manifests are written in: Helm's, whose braces Jinja and Mustache have for what they write, Jinja's own, and
// Ruby's and EJS' (https://pkg.go.dev/text/template, https://jinja.palletsprojects.com/templates/, https://docs.ruby-lang.org/en/master/ERB.html,
// https://ejs.co/).
var languages = [...]language{{"{{", "}}", ofGo}, {"{%", "%}", ofJinja}, {"<%", "%>", ofRuby}}

// ofGo is the keyword of an action of Go.
func ofGo(_ string, words []string) string {
	switch words[0] {
	case "if", "with", "range", "define", "block", "else", "end":
		return words[0]
	}
	return ""
}

// ofJinja is the keyword of a statement of Jinja, as Go would say it.
func ofJinja(_ string, words []string) string {
	switch words[0] {
	case "if", "for", "filter", "call", "raw", "autoescape":
		return "if"
	case "block":
		return "block"
	case "macro":
		return "define"
	case "elif", "else":
		return "else"
	}
	if strings.HasPrefix(words[0], "end") {
		return "end"
	}
	return ""
}

// ofRuby is the keyword of a line of Ruby or JavaScript, as Go would say it.
func ofRuby(body string, words []string) string {
	opens := strings.HasSuffix(body, "{") || strings.HasSuffix(body, " do") || strings.HasSuffix(body, "|") && strings.Contains(body, " do |")
	switch first := words[0]; {
	case first == "else", first == "elsif", first == "when", first[0] == '}' && opens:
		return "else"
	case first == "end", first[0] == '}':
		return "end"
	case opens, first == "if", first == "unless", first == "case", first == "while", first == "for":
		return "if"
	}
	return ""
}

// actionsOf is the actions of a template, in their order. One that is not closed ends them.
func actionsOf(text []byte) []action {
	var actions []action
	for at := 0; ; {
		l, i := firstOpening(text[at:])
		if l == nil {
			return actions
		}
		size := l.size(text[at+i:])
		if size == 0 {
			return actions
		}
		a := action{start: at + i, end: at + i + size}
		body := strings.Trim(string(text[a.start+2:a.end-2]), "-+_ \t\r\n")
		if words := strings.Fields(body); len(words) > 0 {
			a.keyword = l.keyword(body, words)
		}
		actions = append(actions, a)
		at = a.end
	}
}

// firstOpening is the language of the first action in a text and where it begins, or nil.
func firstOpening(text []byte) (*language, int) {
	for at := 0; at+1 < len(text); at++ {
		i := bytes.IndexAny(text[at:], "{<")
		if i < 0 {
			break
		}
		at += i
		for l := range languages {
			if bytes.HasPrefix(text[at:], []byte(languages[l].opening)) {
				return &languages[l], at
			}
		}
	}
	return nil, 0
}

// size is the size of the action that text begins with, or 0.
func (l *language) size(text []byte) int {
	if l.closing == "}}" {
		return sizeInBraces(text)
	}
	if i := bytes.Index(text[2:], []byte(l.closing)); i >= 0 {
		return 2 + i + 2
	}
	return 0
}

// sizeInBraces is the size of the action of Go that text begins with, or 0. Quotes and comments may hold braces.
func sizeInBraces(text []byte) int {
	if body := bytes.TrimLeft(text[2:], "- "); bytes.HasPrefix(body, []byte("/*")) {
		if end := bytes.Index(text, []byte("*/")); end >= 0 {
			if closing := bytes.Index(text[end:], []byte("}}")); closing >= 0 {
				return end + closing + 2
			}
		}
		return 0
	}
	var quote byte
	for i := 2; i < len(text); i++ {
		switch c := text[i]; {
		case quote != 0 && c == '\\' && quote == '"':
			i++
		case c == quote:
			quote = 0
		case quote != 0:
		case c == '"' || c == '`':
			quote = c
		case c == '}' && i+1 < len(text) && text[i+1] == '}':
			return i + 2
		}
	}
	return 0
}

// holdsActions tells whether a text holds a template's actions. A workflow's own expressions are none.
func holdsActions(text []byte) bool {
	for _, l := range languages[1:] {
		if bytes.Contains(text, []byte(l.opening)) && bytes.Contains(text, []byte(l.closing)) {
			return true
		}
	}
	opening := []byte("{{")
	return bytes.Contains(text, opening) && bytes.Count(text, opening) > bytes.Count(text, []byte("${{"))
}
