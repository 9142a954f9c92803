package run

import (
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

// lineSecrets finds what looks like a secret on a line, whatever the format: a value behind a name that holds secrets
// (password: x, --token=x, --password x), the password of a URL, what follows Bearer or Basic, the -p of a login. It errs
// on the side of hiding: it decides what is shown, not what is reported.
func lineSecrets(line lint.Span) []lint.Span {
	s := lineScanner{line: line, text: line.Text()}
	for at := 0; at < len(s.text); {
		from := at
		for at < len(s.text) && isNameByte(s.text[at]) {
			at++
		}
		if at == from {
			at++
			continue
		}
		at = s.named(s.text[from:at], at)
	}
	s.passwordsInURLs()
	return s.found
}

type lineScanner struct {
	line  lint.Span
	text  string
	found []lint.Span
}

func (s *lineScanner) add(from, to int) {
	if from < to {
		s.found = append(s.found, lint.Span{File: s.line.File, Start: s.line.Start + from, End: s.line.Start + to})
	}
}

// named looks at what follows a name that ends at an index, and tells where to go on.
func (s *lineScanner) named(name string, at int) int {
	option := strings.TrimLeft(name, "-")
	value := at
	for value < len(s.text) && (s.text[value] == '"' || s.text[value] == '\'') {
		value++ // the end of a quoted key
	}
	separator := value
	for value < len(s.text) && strings.IndexByte(" \t:=", s.text[value]) >= 0 {
		value++
	}
	between := s.text[separator:value]
	switch {
	case between == "":
		return at
	case strings.EqualFold(name, "bearer"), strings.EqualFold(name, "basic"):
		if end := s.valueEnd(value); strings.Trim(between, " \t") == "" && end-value >= 8 {
			s.add(value, end)
		}
	case name == "-p" && strings.Contains(s.text, "login"):
		s.add(value, s.valueEnd(value))
	case strings.ContainsAny(between, ":=") || option != name:
		from, end := s.unquoted(value)
		if knowledge.SecretName(option) && worthHiding(s.text[from:end]) {
			s.add(from, end)
			return end
		}
	}
	return at
}

// unquoted is the extent of the value at an index, without its quotes.
func (s *lineScanner) unquoted(at int) (from, to int) {
	if at < len(s.text) && (s.text[at] == '"' || s.text[at] == '\'') {
		if end := strings.IndexByte(s.text[at+1:], s.text[at]); end >= 0 {
			return at + 1, at + 1 + end
		}
		return at + 1, len(s.text)
	}
	return at, s.valueEnd(at)
}

// valueEnd is where a value without quotes ends.
func (s *lineScanner) valueEnd(at int) int {
	end := len(s.text)
	if n := strings.IndexAny(s.text[at:], " \t,;|&<>\"'`"); n >= 0 {
		end = at + n
	}
	if !strings.Contains(s.text[at:end], "$") { // else a bracket may belong to ${NAME}
		end = at + len(strings.TrimRight(s.text[at:end], ")}]"))
	}
	return end
}

// worthHiding tells whether a value may be a secret, rather than a switch, a placeholder or a reference.
func worthHiding(value string) bool {
	switch knowledge.JudgeSecret(value) {
	case knowledge.NoSecret, knowledge.SecretReference:
		return false
	}
	return true
}

// minToken is the length from which on the name in a URL may be a token that needs no password, as GitHub takes it.
const minToken = 20

// passwordsInURLs hides what stands between the name and the @ of a URL, or a token that stands for both.
func (s *lineScanner) passwordsInURLs() {
	for at := 0; ; {
		i := strings.Index(s.text[at:], "://")
		if i < 0 {
			return
		}
		at += i + len("://")
		end := len(s.text)
		if n := strings.IndexAny(s.text[at:], "/ \t\"'`<>"); n >= 0 {
			end = at + n
		}
		host := strings.LastIndexByte(s.text[at:end], '@')
		colon := strings.IndexByte(s.text[at:end], ':')
		switch {
		case host < 0:
		case colon >= 0 && colon < host:
			s.add(at+colon+1, at+host)
		case host >= minToken && worthHiding(s.text[at:at+host]):
			s.add(at, at+host)
		}
	}
}

func isNameByte(b byte) bool {
	return b == '_' || b == '-' || b == '.' || 'a' <= b && b <= 'z' || 'A' <= b && b <= 'Z' || '0' <= b && b <= '9'
}
