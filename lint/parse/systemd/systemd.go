// Package systemd reads units of systemd that run containers: the commands of services, and podman's Quadlet files.
// https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html
package systemd

import (
	"bytes"
	"path"
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/shell"
)

// Looks tells whether a file is a unit that can run containers, by its name: a service, what is dropped in beside one, a Quadlet.
func Looks(filename string) bool {
	name := strings.ToLower(path.Base(filename))
	switch path.Ext(name) {
	case ".service", ".container":
		return true
	case ".conf":
		return IsDropIn(path.Dir(filename))
	}
	return false
}

// IsDropIn tells whether a folder holds what is added to a service.
func IsDropIn(folder string) bool {
	return strings.HasSuffix(folder, ".service.d") || strings.HasSuffix(folder, ".container.d")
}

// Parse reads a unit; nil if it names none of the programs that run containers.
func Parse(f *lint.File) *lint.Unit {
	unit := &lint.Unit{File: f, Kind: lint.Script}
	entries := read(f)
	if isQuadlet(f.Path) {
		quadlet(unit, entries)
		return unit
	}
	if !runsContainers(f.Text) {
		return nil
	}
	unit.Part = IsDropIn(path.Dir(f.Path))
	for _, e := range entries {
		switch {
		case e.section != "Service":
		case e.key == "Environment":
			e.assign(unit)
		case strings.HasPrefix(e.key, "Exec"):
			e.value = cut(e.value, len(e.value.Text)-len(bytes.TrimLeft(e.value.Text, "@-:+!|")))
			shell.Read(e.words()).AddTo(unit, e.key)
		}
	}
	return unit
}

func runsContainers(text []byte) bool {
	for _, program := range []string{"docker", "podman", "nerdctl"} {
		if bytes.Contains(text, []byte(program)) {
			return true
		}
	}
	return false
}

// entry is one KEY=VALUE of a unit. Lines that a backslash joins have a blank in its place.
type entry struct {
	section, key string
	span         lint.Span // the whole entry
	value        shell.Source
}

// read reads the entries of a unit. What is no entry is passed over.
func read(f *lint.File) []entry {
	var entries []entry
	section := ""
	for at := 0; at < len(f.Text); {
		var line shell.Source
		line, at = next(f, at)
		text := string(line.Text)
		switch trimmed := strings.TrimSpace(text); {
		case trimmed == "", trimmed[0] == '#', trimmed[0] == ';':
		case trimmed[0] == '[':
			section = strings.Trim(trimmed, "[]")
		default:
			key, _, found := strings.Cut(text, "=")
			if !found {
				continue
			}
			from := len(key) + 1
			for from < len(text) && (text[from] == ' ' || text[from] == '\t') {
				from++
			}
			e := entry{section: section, key: strings.TrimSpace(key), value: cut(line, from)}
			e.span = lint.Span{File: f, Start: line.Places[0].Start, End: line.Places[len(line.Places)-1].End}
			entries = append(entries, e)
		}
	}
	return entries
}

// cut is a source without its first bytes.
func cut(s shell.Source, from int) shell.Source {
	if from > 0 {
		s.Start = s.Places[from-1].End
	}
	s.Text, s.Places = s.Text[from:], s.Places[from:]
	return s
}

// next is the line that starts at an offset with those that it goes on in, comments among them left out, and where the one behind
// it starts.
func next(f *lint.File, at int) (shell.Source, int) {
	line := shell.Source{File: f, Start: at}
	for first := true; at < len(f.Text); first = false {
		end, after := len(f.Text), len(f.Text)
		if i := bytes.IndexByte(f.Text[at:], '\n'); i >= 0 {
			end, after = at+i, at+i+1
		}
		if end > at && f.Text[end-1] == '\r' {
			end--
		}
		content := bytes.TrimSpace(f.Text[at:end])
		isComment := len(content) > 0 && (content[0] == '#' || content[0] == ';')
		if isComment && !first {
			at = after
			continue
		}
		goesOn := !isComment && end > at && f.Text[end-1] == '\\'
		for i := at; i < end; i++ {
			c := f.Text[i]
			if goesOn && i == end-1 {
				c = ' '
			}
			line.Text, line.Places = append(line.Text, c), append(line.Places, shell.Place{Start: i, End: i + 1})
		}
		at = after
		if !goesOn {
			break
		}
	}
	return line, at
}

// words is the value as a shell would be given it: what %% and $$ stand for, and no other %-specifier, is known. Outside of quotes,
// characters that mean nothing to systemd are escaped; in them, most mean nothing to a shell either.
func (e entry) words() shell.Source {
	value := e.value
	made := shell.Source{File: value.File, Start: value.Start}
	put := func(text string, at, size int) {
		place := shell.Place{Start: value.Places[at].Start, End: value.Places[at+size-1].End}
		for _, c := range []byte(text) {
			made.Text, made.Places = append(made.Text, c), append(made.Places, place)
		}
	}
	var quote byte
	for i := 0; i < len(value.Text); i++ {
		c := value.Text[i]
		two := i+1 < len(value.Text)
		switch {
		case c == '\\' && two:
			put(string(c), i, 1)
			i++
			put(string(value.Text[i]), i, 1)
			continue
		case c == quote:
			quote = 0
		case quote == 0 && (c == '"' || c == '\''):
			quote = c
		}
		switch {
		case quote == 0 && strings.IndexByte("<>|&()`#", c) >= 0:
			put(`\`+string(c), i, 1)
		case two && (c == '%' || c == '$') && value.Text[i+1] == c:
			put(string(c), i, 2)
			i++
		case two && c == '%':
			put(string(shell.Foreign), i, 2)
			i++
		default:
			put(string(c), i, 1)
		}
	}
	return made
}

// assign reads the variables of an Environment=: words of the form NAME=VALUE.
func (e entry) assign(unit *lint.Unit) {
	for _, w := range shell.Words(e.words()) {
		name, text, found := strings.Cut(w.Text, "=")
		if !found {
			continue
		}
		value := lint.Val[string]{V: text, State: w.State, Entry: w.Span}
		value.Value, _ = w.Part(len(name)+1, len(w.Text))
		unit.Assignments = append(unit.Assignments, &lint.Assignment{Name: name, Value: value, Source: lint.ShellVar})
	}
}
