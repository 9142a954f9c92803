package run

import (
	"io"
	"maps"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// onDisk is where something is that the input's file names by a path, as its own is reported: relative to the same folder. Nothing is
// known of what reached the input through a symbolic link, and what lies outside of the root is not there.
func (in Input) onDisk(name string) (string, bool) {
	if in.Disk == "" || in.Linked || in.Root == "" {
		return "", false
	}
	below, err := filepath.Rel(filepath.FromSlash(path.Dir(in.Path)), filepath.FromSlash(name))
	if err != nil {
		return "", false
	}
	disk := filepath.Join(filepath.Dir(in.Disk), below)
	return disk, within(in.Root, disk)
}

// open is how the input's file reads what it names: each file once, so that its places are the same for all who name it.
func (in Input) open() lint.Open {
	opened := maps.Clone(in.edited)
	if opened == nil {
		opened = map[string]*lint.File{}
	}
	return func(name string) *lint.File {
		name = path.Clean(name)
		file, asked := opened[name]
		if !asked {
			if disk, ok := in.onDisk(name); ok {
				file = readWithin(in.Root, disk, name)
			}
			opened[name] = file
		}
		return file
	}
}

// readWithin reads a file below a folder that no symbolic link leads out of; nil if there is no regular file of a bearable size.
func readWithin(root, disk, name string) *lint.File {
	below, err := filepath.Rel(root, disk)
	if err != nil {
		return nil
	}
	below = filepath.ToSlash(below)
	files := rootFS(root)
	// A pipe would not even open before someone writes into it.
	if info, err := files.Stat(below); err != nil || !info.Mode().IsRegular() || info.Size() > maxFileSize {
		return nil
	}
	file, err := files.Open(below)
	if err != nil {
		return nil
	}
	defer file.Close()
	text, err := io.ReadAll(io.LimitReader(file, maxFileSize+1))
	if err != nil || len(text) > maxFileSize {
		return nil
	}
	return lint.NewFile(name, text)
}

// rootOf is the folder that a file which was named alone must not lead out of: the working directory, if the file lies in it, else
// the folder of the file. Both are as Input.Disk has them.
func rootOf(disk string) string {
	if here, err := os.Getwd(); err == nil {
		if here, err = filepath.EvalSymlinks(here); err == nil && within(here, disk) {
			return here
		}
	}
	return filepath.Dir(disk)
}

// isRemote tells whether a build's context is no folder: a repository or an archive elsewhere.
func isRemote(folder string) bool {
	return strings.Contains(folder, "://") || strings.HasPrefix(folder, "git@")
}
