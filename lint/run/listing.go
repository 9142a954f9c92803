package run

import (
	"io/fs"
	"path"
	"slices"
	"strings"
)

// listing is a file system whose folders are listed once: a rule asks for many files, of which most are not there.
// It keeps to one goroutine.
type listing struct {
	files   fs.FS
	folders map[string][]fs.DirEntry // by path; nil of what is no folder that can be listed
}

// Open opens a file.
func (l *listing) Open(name string) (fs.File, error) { return l.files.Open(name) }

// ReadDir is a folder's entries in the order of their names.
func (l *listing) ReadDir(name string) ([]fs.DirEntry, error) {
	entries, asked := l.folders[name]
	if !asked {
		if l.mayBeFolder(name) {
			entries, _ = fs.ReadDir(l.files, name)
		}
		if l.folders == nil {
			l.folders = map[string][]fs.DirEntry{}
		}
		l.folders[name] = entries
	}
	if entries == nil {
		return nil, &fs.PathError{Op: "readdir", Path: name, Err: fs.ErrNotExist}
	}
	return entries, nil
}

// Stat describes a file. One that its folder does not list is not asked for.
func (l *listing) Stat(name string) (fs.FileInfo, error) {
	if name == "." {
		return fs.Stat(l.files, name)
	}
	entry := l.entry(name)
	switch {
	case entry == nil:
		return nil, &fs.PathError{Op: "stat", Path: name, Err: fs.ErrNotExist}
	case entry.Type()&fs.ModeSymlink != 0:
		return fs.Stat(l.files, name)
	}
	return entry.Info()
}

func (l *listing) mayBeFolder(name string) bool {
	if name == "." {
		return true
	}
	entry := l.entry(name)
	return entry != nil && (entry.IsDir() || entry.Type()&fs.ModeSymlink != 0)
}

// entry is what a file's folder lists of it, or nil.
func (l *listing) entry(name string) fs.DirEntry {
	entries, err := l.ReadDir(path.Dir(name))
	if err != nil {
		return nil
	}
	i, found := slices.BinarySearchFunc(entries, path.Base(name), func(e fs.DirEntry, name string) int { return strings.Compare(e.Name(), name) })
	if !found {
		return nil
	}
	return entries[i]
}
