// Package snippet turns strings of YAML and JSON into the shell text that they hold, each byte with its place.
// Workflows, pipelines and devcontainers keep scripts and options of docker run in such strings.
package snippet

import (
	"bytes"
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/shell"
)

// Template is how a format writes what it puts into a string before anyone reads it: between Open and Close, or as variables with a
// dollar, of which two stand for one that stays.
type Template struct {
	Open, Close string
	Dollars     bool
}

// Source is the text of a string, with shell.Foreign for each action of the template. It is false where the places of its
// bytes cannot be told.
func (t Template) Source(n *lint.Node) (shell.Source, bool) {
	if n == nil || n.Kind != lint.Scalar {
		return shell.Source{}, false
	}
	places, ok := places(n)
	if !ok {
		return shell.Source{}, false
	}
	source := shell.Source{File: n.Span.File, Text: []byte(n.Value), Places: places, Start: n.Span.Start}
	if !t.acts(n.Value) {
		return source, true
	}
	masked := shell.Source{File: source.File, Start: source.Start}
	for at := 0; at < len(source.Text); {
		length, text := t.action(source.Text[at:])
		if length == 0 {
			length, text = 1, string(source.Text[at:at+1])
		}
		whole := shell.Place{Start: places[at].Start, End: places[at+length-1].End}
		for _, c := range []byte(text) {
			masked.Text, masked.Places = append(masked.Text, c), append(masked.Places, whole)
		}
		at += length
	}
	return masked, true
}

// acts tells whether something may be put into a text.
func (t Template) acts(text string) bool {
	return t.Open != "" && strings.Contains(text, t.Open) || t.Dollars && strings.Contains(text, "$")
}

// action is the length of the action that text starts with, 0 if it starts with none, and what comes of it.
func (t Template) action(text []byte) (int, string) {
	if t.Dollars {
		if bytes.HasPrefix(text, []byte("$$")) {
			return len("$$"), "$"
		}
		return variable(text), string(shell.Foreign)
	}
	return t.length(text), string(shell.Foreign)
}

// variable is the length of the $NAME or ${NAME…} that text starts with, 0 if it starts with none.
func variable(text []byte) int {
	const name = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_"
	if len(text) < 2 || text[0] != '$' {
		return 0
	}
	if text[1] != '{' {
		if n := len(text) - 1 - len(bytes.TrimLeft(text[1:], name)); n > 0 && !('0' <= text[1] && text[1] <= '9') {
			return 1 + n
		}
		return 0
	}
	depth := 0
	for i, c := range text {
		switch c {
		case '{':
			depth++
		case '}':
			if depth--; depth == 0 {
				return i + 1
			}
		}
	}
	return len(text)
}

// length is that of the action that text starts with, 0 if it starts with none. One that is not closed goes on to the end.
func (t Template) length(text []byte) int {
	if !bytes.HasPrefix(text, []byte(t.Open)) {
		return 0
	}
	if i := bytes.Index(text, []byte(t.Close)); i >= 0 {
		return i + len(t.Close)
	}
	return len(text)
}

// Text reads a scalar as a string; one with an action in it is unknown.
func (t Template) Text(n *lint.Node) (string, lint.State) {
	switch {
	case n.Kind != lint.Scalar:
		return "", lint.Invalid
	case t.acts(n.Value):
		return n.Value, lint.Unknown
	}
	return n.Value, lint.Set
}

// Image is the name of an image that a text is, of which so much is known. What cannot be one is a placeholder that something
// else replaces.
func Image(text string, state lint.State) (lint.Image, lint.State) {
	if state != lint.Set {
		return lint.Image{}, state
	}
	image := lint.ParseImage(text)
	switch {
	case text == "":
		return lint.Image{}, lint.Unset
	case !image.Valid():
		return lint.Image{}, lint.Unknown
	}
	return image, lint.Set
}

// Word is a scalar that stands for one word of a command line.
func (t Template) Word(n *lint.Node) lint.Word {
	text, state := t.Text(n)
	return lint.Word{Text: text, State: state, Span: n.Span}
}

// Exec is what the strings of a list are as the words of one command, which no shell takes apart; nil if there are none.
func (t Template) Exec(nodes []*lint.Node) *shell.Script {
	nodes = slices.DeleteFunc(slices.Clone(nodes), func(n *lint.Node) bool { return n == nil || n.Kind != lint.Scalar })
	var words []lint.Word
	for _, n := range nodes {
		words = append(words, t.Word(n))
	}
	if len(words) == 0 {
		return nil
	}
	return shell.Exec(words, words[0].Span.Join(words[len(words)-1].Span), func(i int) *shell.Script {
		source, ok := t.Source(nodes[i])
		if !ok {
			return nil
		}
		return shell.Read(source)
	})
}

// Words is the words of a string that holds some of a command line.
func (t Template) Words(n *lint.Node) []lint.Word {
	source, ok := t.Source(n)
	if !ok {
		return nil
	}
	for i, c := range source.Text {
		if c == '\n' && (i == 0 || source.Text[i-1] != '\\') {
			source.Text[i] = ' ' // it parts words here; a shell would take it for the end
		}
	}
	return shell.Words(source)
}

// Variables is the variables of a mapping. Those that have no owner belong to all scripts that the file holds.
func (t Template) Variables(env lint.Field, source lint.AssignmentSource, owner *lint.Container) []*lint.Assignment {
	var variables []*lint.Assignment
	for _, entry := range env.Entries() {
		a := &lint.Assignment{Name: entry.Key.Value, Value: lint.Read(entry, t.Text), Source: source}
		if owner != nil {
			a.Owner = owner
		}
		variables = append(variables, a)
	}
	return variables
}

// Items is the words of a string that lists one on each line, or several between commas.
func (t Template) Items(n *lint.Node) []lint.Word { return t.split(n, "\n,") }

// Lines is the lines of a string, those that hold nothing left out.
func (t Template) Lines(n *lint.Node) []lint.Word { return t.split(n, "\n") }

// split is what stands between separators, without the blanks around it.
func (t Template) split(n *lint.Node, separators string) []lint.Word {
	source, ok := t.Source(n)
	if !ok {
		return nil
	}
	var items []lint.Word
	from := 0
	for i := 0; i <= len(source.Text); i++ {
		if i < len(source.Text) && strings.IndexByte(separators, source.Text[i]) < 0 {
			continue
		}
		item := source.Text[from:i]
		start := from + len(item) - len(bytes.TrimLeft(item, " \t"))
		if text := bytes.TrimSpace(item); len(text) > 0 {
			span := lint.Span{File: source.File, Start: source.Places[start].Start, End: source.Places[start+len(text)-1].End}
			word := lint.Word{Text: string(text), State: lint.Set, Span: span}
			if bytes.Contains(text, []byte(string(shell.Foreign))) {
				word.Text, word.State = span.Text(), lint.Unknown
			}
			items = append(items, word)
		}
		from = i + 1
	}
	return items
}
