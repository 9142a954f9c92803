package generate

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// Root is the module's root: the folder at or above the working one that holds its go.mod.
func Root() (string, error) {
	dir, err := os.Getwd()
	if err != nil {
		return "", err
	}
	for {
		text, err := os.ReadFile(filepath.Join(dir, "go.mod"))
		if err == nil && strings.HasPrefix(string(text), "module "+Module+"\n") {
			return dir, nil
		}
		above := filepath.Dir(dir)
		if above == dir {
			return "", fmt.Errorf("no go.mod of %s at or above the working folder", Module)
		}
		dir = above
	}
}

// WriteRegistry writes rules/all.go from the folders.
func WriteRegistry(root string) error {
	folders, err := Folders(filepath.Join(root, "rules"))
	if err != nil {
		return err
	}
	text, err := Registry(folders)
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(root, "rules", "all.go"), text, 0o644)
}

// WritePages writes docs/rules, and removes pages of rules that are gone.
func WritePages(root string, rules []*lint.Rule) error {
	dir := filepath.Join(root, "docs", "rules")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	pages := Pages(rules)
	entries, err := os.ReadDir(dir)
	if err != nil {
		return err
	}
	var errs []error
	for _, e := range entries {
		if _, wanted := pages[e.Name()]; !wanted {
			errs = append(errs, os.Remove(filepath.Join(dir, e.Name())))
		}
	}
	for name, text := range pages {
		errs = append(errs, os.WriteFile(filepath.Join(dir, name), text, 0o644))
	}
	return errors.Join(errs...)
}
