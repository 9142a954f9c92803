package run

import (
	"io/fs"
	"math"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/dockerignore"
)

const (
	// maxMatches bounds the paths that a pattern is told to stand for.
	maxMatches = 100
	// maxVisited bounds the files and folders that are looked at for one pattern.
	maxVisited = 20_000
	// defaultIgnoreFile is the file that keeps paths out of a build, unless one of the Dockerfile's own name does.
	defaultIgnoreFile = ".dockerignore"
)

// folderContext is a build context on disk, or in a file system that stands for one. It reads nothing before it is asked, and keeps
// to one goroutine.
type folderContext struct {
	files      fs.FS
	dockerfile string // its name in the context

	asked      bool
	ignoreFile string
	patterns   dockerignore.Patterns
}

// ContextIn makes a build context of a file system, for a Dockerfile of a name at its top.
func ContextIn(files fs.FS, dockerfile string) lint.BuildContext {
	return &folderContext{files: &listing{files: files}, dockerfile: dockerfile}
}

// context is what a build of the input is given as far as is known: the folder it stands in. Nothing is known of what reached it
// through a symbolic link, or from standard input without a name.
func (in Input) context() lint.BuildContext {
	place := in.place()
	if place == "" || in.Linked || in.Root == "" {
		return nil
	}
	return ContextIn(rootFS(filepath.Dir(place)), filepath.Base(place))
}

// rootFS is a folder that no path and no symbolic link leads out of.
type rootFS string

// Open opens a file in the folder.
func (r rootFS) Open(name string) (fs.File, error) { return inRoot(r, name, fs.FS.Open) }

// Stat describes a file in the folder. What is not there at all, as most of what is asked for, is told without opening the folder.
func (r rootFS) Stat(name string) (fs.FileInfo, error) {
	if _, err := os.Lstat(filepath.Join(string(r), filepath.FromSlash(name))); err != nil {
		return nil, err
	}
	return inRoot(r, name, fs.Stat)
}

// ReadDir lists a folder in the folder. Nothing leads out of the folder itself.
func (r rootFS) ReadDir(name string) ([]fs.DirEntry, error) {
	if name == "." {
		return os.ReadDir(string(r))
	}
	return inRoot(r, name, fs.ReadDir)
}

func inRoot[T any](r rootFS, name string, do func(fs.FS, string) (T, error)) (T, error) {
	root, err := os.OpenRoot(string(r))
	if err != nil {
		var none T
		return none, err
	}
	defer root.Close()
	return do(root.FS(), name)
}

// clean makes a path in the context of one as COPY has it.
func clean(name string) string {
	if fs.ValidPath(name) {
		return name
	}
	name = strings.TrimPrefix(path.Clean("/"+name), "/")
	if name == "" {
		return "."
	}
	return name
}

// ask reads the ignore file. One that docker refuses, or that is none, ignores nothing.
// https://docs.docker.com/build/concepts/context/#filename-and-location
func (c *folderContext) ask() {
	if c.asked {
		return
	}
	c.asked = true
	for _, name := range []string{c.dockerfile + defaultIgnoreFile, defaultIgnoreFile} {
		info, err := fs.Stat(c.files, name)
		if err != nil || !info.Mode().IsRegular() || info.Size() > maxIgnoreFile {
			continue
		}
		if text, err := fs.ReadFile(c.files, name); err == nil {
			c.ignoreFile = name
			c.patterns, _ = dockerignore.Parse(string(text))
			return
		}
	}
}

// IgnoreFile is the name of the ignore file.
func (c *folderContext) IgnoreFile() string {
	c.ask()
	return c.ignoreFile
}

// Ignored tells whether all that a path or pattern stands for is ignored.
func (c *folderContext) Ignored(name string) bool {
	c.ask()
	name = clean(name)
	if !c.patterns.Ignored(name) {
		return false
	}
	if !c.patterns.MayExcept(name) {
		return true
	}
	// A file is all that its path stands for; a folder may hold exceptions.
	info, err := fs.Stat(c.files, name)
	return err == nil && !info.IsDir()
}

// Exists tells whether there is something of a path.
func (c *folderContext) Exists(name string) bool {
	_, err := fs.Stat(c.files, clean(name))
	return err == nil
}

// Match is what of a pattern's paths is wanted. What git keeps for itself is only looked at where the pattern names it.
func (c *folderContext) Match(pattern string, wanted func(path string) bool) []string {
	pattern = clean(pattern)
	compiled, ok := dockerignore.Compile(pattern)
	start, whole := compiled.Literal()
	switch {
	case !ok:
		return nil
	case !whole:
		s := search{context: c, pattern: compiled, wanted: wanted, deepest: strings.Count(pattern, "/")}
		if strings.Contains(pattern, "**") {
			s.deepest = math.MaxInt
		}
		s.folder(path.Dir(start + "*"))
		return s.found
	case wanted(start) && c.Exists(start) && !c.Ignored(start):
		return []string{start}
	}
	return nil
}

// search is one walk through a context for what a pattern stands for.
type search struct {
	context *folderContext
	pattern dockerignore.Pattern
	wanted  func(path string) bool
	deepest int // how many slashes the paths have at most
	visited int
	found   []string
}

// folder looks at what is in a folder, in order. It asks last what takes longest: whether something is ignored.
func (s *search) folder(folder string) {
	entries, _ := fs.ReadDir(s.context.files, folder)
	for _, e := range entries {
		if s.visited++; s.visited > maxVisited || len(s.found) == maxMatches {
			return
		}
		name := e.Name()
		if folder != "." {
			name = folder + "/" + name
		}
		matches := s.pattern.Matches(name) && s.wanted(name)
		within := e.IsDir() && e.Name() != ".git" && strings.Count(name, "/") < s.deepest
		if !matches && !within || s.context.Ignored(name) {
			continue
		}
		if matches {
			s.found = append(s.found, name)
		}
		if within {
			s.folder(name)
		}
	}
}
