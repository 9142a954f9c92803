package run

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
)

// ignoreRules is the patterns of one .gitignore or .git/info/exclude, on top of those of the folders above it.
// The nearest file that says something of a path decides (https://git-scm.com/docs/gitignore).
type ignoreRules struct {
	outer    *ignoreRules
	base     int // how much of an absolute path stands before what the patterns are about
	patterns []ignorePattern
}

// ignorePattern is one line of a .gitignore.
type ignorePattern struct {
	literal    string // what stands before the first wildcard
	wild       string // the rest
	again      bool   // "!": what matches is not ignored after all
	folderOnly bool   // "x/"
	anyDepth   bool   // no slash: it is about the last element of a path
}

// ignores tells whether a path is ignored. It does not ask that of the folders above it: an ignored one is not entered.
func (r *ignoreRules) ignores(disk string, isFolder bool) bool {
	path := filepath.ToSlash(disk)
	name := path[strings.LastIndexByte(path, '/')+1:]
	for ; r != nil; r = r.outer {
		for i := len(r.patterns) - 1; i >= 0; i-- {
			if p := &r.patterns[i]; p.matches(path[r.base:], name, isFolder) {
				return !p.again
			}
		}
	}
	return false
}

func (p *ignorePattern) matches(path, name string, isFolder bool) bool {
	if p.folderOnly && !isFolder {
		return false
	}
	if p.anyDepth {
		path = name
	}
	return strings.HasPrefix(path, p.literal) && wildmatch(p.wild, path[len(p.literal):])
}

// maxIgnoreFile bounds the patterns that every path is held against; a longer file is not heeded.
const maxIgnoreFile = 256 << 10

// with puts the patterns of a file, if it is there, on top of r, for the paths below a folder.
func (r *ignoreRules) with(file, folder string) *ignoreRules {
	// Git does not follow a .gitignore that is a symbolic link either.
	if info, err := os.Lstat(file); err != nil || !info.Mode().IsRegular() {
		return r
	}
	text, err := readFile(file, maxIgnoreFile)
	if err != nil {
		return r
	}
	base := len(filepath.Clean(folder)) + 1
	if strings.HasSuffix(folder, string(filepath.Separator)) { // the root of a file system
		base--
	}
	patterns := parseIgnoreFile(text)
	if len(patterns) == 0 {
		return r
	}
	return &ignoreRules{outer: r, base: base, patterns: patterns}
}

// enter is the rules that hold within a folder. In a repository of its own those of the outer one do not.
func (r *ignoreRules) enter(folder string, isRepository bool) *ignoreRules {
	if isRepository {
		r = (*ignoreRules)(nil).with(filepath.Join(folder, ".git", "info", "exclude"), folder)
	}
	return r.with(filepath.Join(folder, ".gitignore"), folder)
}

// inheritedRules is the rules that the folders above a folder, up to the top of its repository, put on it.
func inheritedRules(folder string) *ignoreRules {
	var above []string
	for !isRepository(folder) {
		parent := filepath.Dir(folder)
		if parent == folder {
			return nil
		}
		folder = parent
		above = append(above, folder)
	}
	var r *ignoreRules
	for i := len(above) - 1; i >= 0; i-- {
		r = r.enter(above[i], i == len(above)-1)
	}
	return r
}

func parseIgnoreFile(text []byte) []ignorePattern {
	var patterns []ignorePattern
	for line := range bytes.Lines(bytes.TrimPrefix(text, []byte("\xef\xbb\xbf"))) {
		p := strings.TrimSuffix(string(line), "\n")
		p = trimSpaces(strings.TrimSuffix(p, "\r"))
		if p == "" || p[0] == '#' {
			continue
		}
		var pattern ignorePattern
		p, pattern.again = strings.CutPrefix(p, "!")
		p, pattern.folderOnly = strings.CutSuffix(p, "/")
		pattern.anyDepth = !strings.Contains(p, "/")
		p = strings.TrimPrefix(p, "/")
		wild := strings.IndexAny(p, `*?[\`)
		if wild < 0 {
			wild = len(p)
		}
		pattern.literal, pattern.wild = p[:wild], p[wild:]
		patterns = append(patterns, pattern)
	}
	return patterns
}

// trimSpaces takes off the spaces at the end, but not one behind a backslash.
func trimSpaces(p string) string {
	end := 0
	for i := 0; i < len(p); i++ {
		if p[i] == ' ' {
			continue
		}
		if p[i] == '\\' {
			i++
		}
		end = min(i+1, len(p))
	}
	return p[:end]
}
