// Package dockerignore reads .dockerignore files, and tells which paths they keep out of a build.
// It does so as docker's own matcher, whose patterns are neither those of the shell nor those of git.
package dockerignore

import (
	"path"
	"strings"
)

// Patterns is the lines of a .dockerignore. None ignores nothing.
type Patterns struct {
	lines []line
}

type line struct {
	pattern   Pattern
	exception bool // "!": what matches is not ignored after all
}

// Parse reads a .dockerignore. It is false where docker refuses the file: for a lone "!", and for a malformed pattern.
// https://docs.docker.com/build/concepts/context/#dockerignore-files
func Parse(text string) (Patterns, bool) {
	var p Patterns
	text = strings.TrimPrefix(text, "\xef\xbb\xbf")
	for one := range strings.Lines(text) {
		one = normalize(one)
		if one == "" {
			continue
		}
		one, exception := strings.CutPrefix(one, "!")
		pattern, ok := Compile(one)
		if !ok || one == "" {
			return Patterns{}, false
		}
		p.lines = append(p.lines, line{pattern, exception})
	}
	return p, true
}

// normalize is what docker makes of a line: nothing of a comment, else a clean path below the context, behind "!" if it is an exception.
func normalize(line string) string {
	if strings.HasPrefix(line, "#") {
		return ""
	}
	pattern, exception := strings.CutPrefix(strings.TrimSpace(line), "!")
	if pattern = strings.TrimSpace(pattern); pattern != "" {
		if pattern = path.Clean(pattern); len(pattern) > 1 {
			pattern = strings.TrimPrefix(pattern, "/")
		}
	}
	if exception {
		pattern = "!" + pattern
	}
	if pattern = strings.TrimSpace(pattern); pattern == "" {
		return ""
	}
	return path.Clean(pattern) // once more, which makes "!/" a lone "!"
}

// anyName stands for the files of which no pattern knows.
const anyName = "\ue000"

// Ignored tells whether the last line that says something of a clean path, or of a folder above it, says that it is ignored.
// Of the context as a whole, ".", that is so where every name is ignored.
func (p Patterns) Ignored(name string) bool {
	if name == "." {
		name = anyName
	}
	ignored := false
	for _, l := range p.lines {
		if l.exception == ignored && l.pattern.matchesWithin(name) {
			ignored = !l.exception
		}
	}
	return ignored
}

// MayExcept tells whether an exception may be about some of what a path stands for: it holds wildcards, or is a folder.
func (p Patterns) MayExcept(name string) bool {
	for _, l := range p.lines {
		if l.exception && (name == "." || l.pattern.mayBeBelow(name)) {
			return true
		}
	}
	return false
}

// mayBeBelow tells whether a path or pattern may stand for a folder of something that the pattern stands for.
func (p Pattern) mayBeBelow(name string) bool {
	known := p.start
	if p.tokens != nil { // the last element goes on with a wildcard
		known = known[:strings.LastIndexByte(known, '/')+1]
	}
	elements := strings.Split(name, "/")
	for element := range strings.SplitSeq(strings.TrimSuffix(known, "/"), "/") {
		if len(elements) == 0 || known == "" || strings.Contains(elements[0], "**") {
			return true
		}
		if ok, err := path.Match(elements[0], element); !ok || err != nil {
			return false
		}
		elements = elements[1:]
	}
	if p.tokens == nil { // one that is the path itself, or above it, has been heeded
		return len(elements) == 0 && name != known
	}
	begun := p.start[len(known):]
	return len(elements) == 0 || literal(elements[0]) != elements[0] || strings.HasPrefix(elements[0], begun)
}

// literal is what stands before the first wildcard of a pattern.
func literal(pattern string) string {
	if i := strings.IndexAny(pattern, `*?[\`); i >= 0 {
		return pattern[:i]
	}
	return pattern
}
