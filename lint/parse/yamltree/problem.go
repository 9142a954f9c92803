package yamltree

import (
	"bytes"
	"errors"
	"strings"
	"unicode/utf8"

	"go.yaml.in/yaml/v4"

	"github.com/stridelint/stridelint/lint"
)

// problem tells what the library found, in our words: its own quote the file, and speak of tokens.
func (s *source) problem(err error) *lint.Problem {
	var e *yaml.LoadError
	if !errors.As(err, &e) {
		return &lint.Problem{Span: s.wordAt(s.start), Message: "not valid YAML"}
	}
	explained := explain(e)
	if e.Mark.Line == 0 { // the reader counts bytes
		return &lint.Problem{Span: s.characterAt(s.start + e.Mark.Index), Message: "not valid YAML: " + explained.text}
	}
	mark, from := e.Mark, *s
	at := s.place(mark.Line, mark.Column)
	last := len(bytes.TrimRight(s.text, " \t\r\n"))
	if e.ContextMark.Line > 0 && (explained.fromContext || at >= last) {
		mark, *s = e.ContextMark, from
		at = s.place(mark.Line, mark.Column)
	}
	at = max(min(at, last-1), s.start) // what is missing at the end is missing behind what is written last
	if explained.orTab && at < s.end && s.text[at] == '\t' {
		explained.text = tabIndents
	}
	return &lint.Problem{Span: s.wordAt(at), Message: "not valid YAML: " + explained.text}
}

// wordAt is the span of what stands at an offset: a bracket, comma, colon or quote, or what goes on to the next of them or to white space.
func (s *source) wordAt(at int) lint.Span {
	span := s.characterAt(at)
	const alone = `,:[]{}"'`
	if span.Start == s.end || strings.IndexByte(alone, s.text[span.Start]) >= 0 || spaceLen(s.text, span.Start) > 0 {
		return span
	}
	for span.End < s.end && spaceLen(s.text, span.End) == 0 && strings.IndexByte(alone, s.text[span.End]) < 0 {
		span.End++
	}
	return span
}

// characterAt is the span of the character at an offset; empty at the end of a line or of the document.
func (s *source) characterAt(at int) lint.Span {
	at = min(max(at, s.start), s.end)
	span := lint.Span{File: s.file, Start: at, End: at}
	if at < s.end && breakLen(s.text, at) == 0 {
		_, size := utf8.DecodeRune(s.text[at:])
		span.End += size
	}
	return span
}

const (
	tabIndents  = "a tab cannot indent, only spaces can"
	badEscape   = "an escape within double quotes is not one that YAML knows"
	badTag      = "a tag is not written as it must be"
	badBlock    = "the header of a block scalar is not written as it must be"
	openQuote   = "a quote is not closed"
	badIndent   = "the line is indented wrongly"
	badProperty = "the name of an anchor or alias is not written as it must be"
)

// explanation is what one of the library's messages means.
type explanation struct {
	part        string // of the message or, where that serves many, of its context
	text        string
	fromContext bool // the place to look at is where the construct starts, not where it fails
	orTab       bool // the same message is given for tabs
}

var explanations = []explanation{
	{part: "while scanning a block scalar", text: badBlock},
	{part: "while scanning an a", text: badProperty},
	{part: "mapping values are not allowed", text: "a key cannot stand here: " + badIndent + ", or a text with a colon lacks quotes"},
	{part: "did not find expected key", text: "a key should stand here, or " + badIndent},
	{part: "did not find expected '-' indicator", text: `a "- " should stand here, or ` + badIndent},
	{part: "could not find expected ':'", text: "a key lacks its colon, or " + badIndent, fromContext: true},
	{part: "block sequence entries are not allowed", text: `a "- " must stand on a line of its own`},
	{part: "mapping keys are not allowed", text: `a "? " must stand on a line of its own`},
	{part: "expected ',' or ']'", text: "a list in brackets lacks a comma here, or its ]"},
	{part: "expected ',' or '}'", text: "a mapping in braces lacks a comma here, or its }"},
	{part: "expected node content", text: "a value should stand here"},
	{part: "expected <document start>", text: "the document is over here: " + badIndent + ", or a bracket is closed twice"},
	{part: "expected <document end>", text: "a directive must stand above a line of ---"},
	{part: "found unexpected end of stream", text: openQuote, fromContext: true},
	{part: "found unexpected document indicator", text: openQuote, fromContext: true},
	{part: "cannot start any token", text: "a value cannot start with this character: it must be quoted", orTab: true},
	{part: "found a tab character", text: tabIndents},
	{part: "unknown anchor", text: "the alias names no anchor of this document"},
	{part: "comment without preceding whitespace", text: "a space must stand before the # of a comment"},
	{part: "content after document-end marker", text: "nothing but a comment can follow ... on its line"},
	{part: "control characters are not allowed", text: "a control character must be written as an escape within double quotes"},
	{part: "incompatible YAML document", text: "the version of YAML is not one that is known"},
	{part: "unknown escape character", text: badEscape},
	{part: "hexadecimal number", text: badEscape},
	{part: "escape code", text: badEscape},
	{part: "exceeded max depth", text: "collections stand in each other too deep to be read"},
	{part: "directive", text: "a directive is not written as it must be"},
	{part: "tag", text: badTag},
}

// explain tells what a message means: by itself or, failing that, by its context.
func explain(e *yaml.LoadError) explanation {
	for _, text := range []string{e.Message, e.ContextMsg} {
		for _, known := range explanations {
			if strings.Contains(text, known.part) {
				return known
			}
		}
	}
	return explanation{text: "it cannot be understood from here on"}
}

// shorten cuts a long key for a message.
func shorten(key string) string {
	const most = 60
	if runes := []rune(key); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return key
}
