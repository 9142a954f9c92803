package rules_test

import (
	"bytes"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/rules"
	"github.com/stridelint/stridelint/rules/internal/generate"
)

// TestAll holds that all.go lists the rules of the folders, in the order of their IDs, and that each says where it stands.
func TestAll(t *testing.T) {
	folders, err := generate.Folders(".")
	if err != nil {
		t.Fatal(err)
	}
	want, err := generate.Registry(folders)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := os.ReadFile("all.go"); err != nil || !bytes.Equal(got, want) {
		t.Errorf("all.go is stale: run go generate ./rules (%v)", err)
	}
	all := rules.All()
	if !slices.IsSortedFunc(all, func(a, b *lint.Rule) int { return strings.Compare(a.ID, b.ID) }) {
		t.Error("the rules are not in the order of their IDs")
	}
	for i, f := range folders {
		if i >= len(all) || all[i].ID != f.ID || all[i].Group != f.Group {
			t.Errorf("the rule of %s does not say that it is %s of group %s", f.Path(), f.ID, f.Group)
		}
	}
}

// TestPages holds that docs/rules says what the rules say of themselves.
func TestPages(t *testing.T) {
	dir := filepath.Join("..", "docs", "rules")
	pages := generate.Pages(rules.All())
	for name, want := range pages {
		if got, err := os.ReadFile(filepath.Join(dir, name)); err != nil || !bytes.Equal(got, want) {
			t.Errorf("docs/rules/%s is stale: run go generate ./rules (%v)", name, err)
		}
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if pages[e.Name()] == nil {
			t.Errorf("docs/rules/%s belongs to no rule: run go generate ./rules", e.Name())
		}
	}
}
