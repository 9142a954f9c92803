package compose

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/stridelint/stridelint/lint"
)

// reader reads the scalars of a project's files.
type reader struct {
	documents map[*lint.Node]document // by their roots
	unit      *lint.Unit
	refused   map[*lint.Node]bool                  // what compose would refuse
	sections  map[*lint.Node]map[string]lint.Field // the entries of mappings in which many are looked up, by their names
}

// refuse notes that compose would refuse the project because of a node.
func (r *reader) refuse(n *lint.Node, message string) {
	if !r.refused[n] {
		r.refused[n] = true
		r.unit.Problems = append(r.unit.Problems, &lint.Problem{Span: firstLine(n.Span), Message: message})
	}
}

// document is what holds throughout a file that is read for a project.
type document struct {
	dir         string // where relative paths start
	environment environment
}

// document is the one that a node is written in.
func (r *reader) document(n *lint.Node) document {
	for n.Parent != nil {
		n = n.Parent
	}
	return r.documents[n]
}

// environment is what variables stand for where a node is written.
func (r *reader) environment(n *lint.Node) environment { return r.document(n).environment }

// text reads a scalar with its variables put in their place. Numbers and booleans count as their text.
func (r *reader) text(n *lint.Node) (string, lint.State) {
	switch {
	case n.Tag == "!reset": // takes away what the file below says
		return "", lint.Unset
	case n.Kind == lint.Scalar:
		text, state := r.environment(n).interpolate(n.Value)
		if state == lint.Invalid {
			r.refuse(n, "a variable is not written as compose can read it")
		}
		return text, state
	case n.Kind == lint.Alias:
		return "", lint.Unknown
	}
	return "", lint.Invalid
}

// boolean reads a truth value. Compose casts strings, quoted or not and in any case, by the words of YAML 1.1.
func (r *reader) boolean(n *lint.Node) (bool, lint.State) {
	s, state := r.text(n)
	if state != lint.Set {
		return false, state
	}
	switch strings.ToLower(s) {
	case "true", "yes", "on", "y":
		return true, lint.Set
	case "false", "no", "off", "n":
		return false, lint.Set
	}
	return false, lint.Invalid
}

// isHost reads whether a namespace is the host's.
func (r *reader) isHost(n *lint.Node) (bool, lint.State) {
	s, state := r.text(n)
	return state == lint.Set && s == "host", state
}

// user reads who the service runs as. A number without quotes is read too: older composes and others accept it.
func (r *reader) user(n *lint.Node) (lint.User, lint.State) {
	s, state := r.text(n)
	switch {
	case state != lint.Set:
		return lint.User{}, state
	case s == "":
		return lint.User{}, lint.Unset
	}
	return lint.ParseUser(s), lint.Set
}

// image reads the name of an image. What cannot be one is a placeholder that something else replaces.
func (r *reader) image(n *lint.Node) (lint.Image, lint.State) {
	s, state := r.text(n)
	switch {
	case state != lint.Set:
		return lint.Image{}, state
	case s == "":
		return lint.Image{}, lint.Unset
	}
	parsed := lint.ParseImage(s)
	if !parsed.Valid() {
		return lint.Image{}, lint.Unknown
	}
	return parsed, lint.Set
}

// part is the span of a scalar's content from start up to end, or the scalar's own where its lines are folded.
func part(n *lint.Node, start, end int) lint.Span {
	written := n.Span.Text()
	offset := 0
	if n.Style == lint.SingleQuoted || n.Style == lint.DoubleQuoted {
		if len(written) < 2 {
			return n.Span
		}
		written, offset = written[1:len(written)-1], 1
	}
	from, until := -1, -1
	for i, j := 0, 0; ; {
		if j == start && from < 0 {
			from = i
		}
		if j >= end {
			until = i
			break
		}
		size, content := piece(written[i:], n.Style)
		if size == 0 || n.Style != lint.DoubleQuoted && n.Value[j] != written[i] {
			break
		}
		i, j = i+size, j+content
	}
	if from < 0 || until < 0 {
		return n.Span
	}
	base := n.Span.Start + offset
	return lint.Span{File: n.Span.File, Start: base + from, End: base + until}
}

// piece is the size of the first piece of a scalar as written, a byte or an escape, and the size of what it stands for.
// Both are 0 where there is none, or where a line ends: folding changes what stands for what.
func piece(written string, style lint.Style) (size, content int) {
	switch {
	case written == "", written[0] == '\n', written[0] == '\r':
		return 0, 0
	case style == lint.SingleQuoted && strings.HasPrefix(written, "''"):
		return 2, 1
	case style != lint.DoubleQuoted || written[0] != '\\' || len(written) < 2:
		return 1, 1
	}
	switch written[1] {
	case 'x':
		return escape(written, 2)
	case 'u':
		return escape(written, 4)
	case 'U':
		return escape(written, 8)
	case 'N', '_': // U+0085, U+00A0
		return 2, 2
	case 'L', 'P': // U+2028, U+2029
		return 2, 3
	case '\n', '\r':
		return 0, 0
	}
	return 2, 1
}

// escape is the sizes of a backslash, a letter and a number of hexadecimal digits.
func escape(written string, digits int) (size, content int) {
	if len(written) < 2+digits {
		return 0, 0
	}
	code, err := strconv.ParseInt(written[2:2+digits], 16, 32)
	if err != nil || utf8.RuneLen(rune(code)) < 0 {
		return 0, 0
	}
	return 2 + digits, utf8.RuneLen(rune(code))
}
