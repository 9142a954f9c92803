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

// place is where the input is on disk, or would be were it not standard input; empty if it has no name.
func (in Input) place() string {
	if in.Disk != "" || in.Path == "" || in.Nameless {
		return in.Disk
	}
	folder, err := filepath.Abs(filepath.Dir(filepath.FromSlash(in.Path)))
	if err != nil {
		return ""
	}
	if resolved, err := filepath.EvalSymlinks(folder); err == nil {
		folder = resolved
	}
	return filepath.Join(folder, path.Base(in.Path))
}

// onDisk is where something is that the input's file names by a path, as its own is reported: relative to the same folder. Nothing is
// known of what reached the input through a symbolic link, and what lies outside of the root is not there.
func (in Input) onDisk(name string) (string, bool) {
	place := in.place()
	if place == "" || in.Linked || in.Root == "" {
		return "", false
	}
	below, err := filepath.Rel(filepath.FromSlash(path.Dir(in.Path)), filepath.FromSlash(name))
	if err != nil {
		return "", false
	}
	disk := filepath.Join(filepath.Dir(place), below)
	return disk, within(in.Root, disk)
}

// reported is the path under which something on disk is reported, as the input's own is: relative to the same folder.
func (in Input) reported(disk string) (string, bool) {
	way, err := filepath.Rel(filepath.Dir(in.place()), disk)
	return path.Join(path.Dir(in.Path), filepath.ToSlash(way)), err == nil
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
			if disk, ok := in.onDisk(name); ok && !isPersonal(disk) {
				file = readWithin(in.Root, disk, name)
			}
			opened[name] = file
		}
		return file
	}
}

// isPersonal tells whether git keeps a file out of the repository that is there to hold somebody's own values: where secrets should
// be. The repository is judged without it, here as everywhere else that it is checked out.
func isPersonal(disk string) bool {
	if !strings.Contains(filepath.Base(disk), ".env") {
		return false
	}
	folder := filepath.Dir(disk)
	rules := inheritedRules(folder).enter(folder, isRepository(folder))
	return rules.ignores(disk, false)
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
