package run

import (
	"os"
	"path/filepath"
	"strings"
)

// FromRepository maps paths as inputs have them to paths below the root of the git repository that holds the working
// directory, with slashes. A path outside of it, or of no repository at all, stays as it is.
func FromRepository() func(path string) string {
	asIs := func(path string) string { return path }
	folder, err := os.Getwd()
	if err != nil {
		return asIs
	}
	root, ok := repositoryRoot(folder)
	if !ok {
		return asIs
	}
	return func(path string) string {
		absolute := filepath.FromSlash(path)
		if !filepath.IsAbs(absolute) {
			absolute = filepath.Join(folder, absolute)
		}
		below, err := filepath.Rel(root, absolute)
		if err != nil || below == ".." || strings.HasPrefix(below, ".."+string(filepath.Separator)) {
			return path
		}
		return filepath.ToSlash(below)
	}
}

// repositoryRoot is the nearest folder, from one on upwards, that holds a .git folder or file.
func repositoryRoot(folder string) (string, bool) {
	for !isRepository(folder) {
		parent := filepath.Dir(folder)
		if parent == folder {
			return "", false
		}
		folder = parent
	}
	return folder, true
}

func isRepository(folder string) bool {
	_, err := os.Lstat(filepath.Join(folder, ".git"))
	return err == nil
}
