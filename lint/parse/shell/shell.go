// Package shell reads shell scripts, and the pieces of shell that other files hold, into commands with exact places.
// It is no linter of shells: what it cannot read it passes over, and what it cannot know it calls unknown.
package shell

import (
	"bytes"
	"path"
	"strings"
	"unicode/utf8"

	"github.com/stridelint/stridelint/lint"
)

// Looks tells whether a file is a shell script, by its name or its first line.
func Looks(filename string, text []byte) bool {
	switch strings.ToLower(path.Ext(filename)) {
	case ".sh", ".bash":
		return true
	}
	line, isScript := bytes.CutPrefix(text[:min(len(text), 256)], []byte("#!"))
	if !isScript {
		return false
	}
	line, _, _ = bytes.Cut(line, []byte{'\n'})
	words := strings.Fields(string(line))
	if len(words) > 0 && path.Base(words[0]) == "env" {
		words = words[1:]
		for len(words) > 0 && (strings.HasPrefix(words[0], "-") || strings.Contains(words[0], "=")) {
			words = words[1:]
		}
	}
	return len(words) > 0 && lint.IsShell(path.Base(words[0]))
}

// Parse reads a script. What stands before a syntax error is kept; the rest, and a file that is no text or too large, is passed over.
func Parse(f *lint.File) *lint.Unit {
	unit := &lint.Unit{File: f, Kind: lint.Script}
	if bytes.IndexByte(f.Text, 0) >= 0 || !utf8.Valid(f.Text) {
		return unit
	}
	start := 0
	if bytes.HasPrefix(f.Text, []byte("\xef\xbb\xbf")) {
		start = 3
	}
	Read(Stretch(lint.Span{File: f, Start: start, End: len(f.Text)})).AddTo(unit, "")
	return unit
}
