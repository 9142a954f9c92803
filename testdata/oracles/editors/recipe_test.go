package editors

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// recipe is the fenced block of docs/editors.md whose first line, a comment, names a file.
func recipe(t *testing.T, file string) string {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(root, "docs", "editors.md"))
	if err != nil {
		t.Fatal(err)
	}
	parts := strings.Split(string(text), "\n```")
	for i := 1; i < len(parts); i += 2 { // every second part is inside of a fence
		_, block, _ := strings.Cut(parts[i], "\n")
		if first, _, _ := strings.Cut(block, "\n"); strings.HasSuffix(first, file) {
			return block + "\n"
		}
	}
	t.Fatalf("docs/editors.md has no block for %s", file)
	return ""
}

// jsonRecipe is a recipe without its comment.
func jsonRecipe(t *testing.T, file string) []byte {
	_, block, _ := strings.Cut(recipe(t, file), "\n")
	return []byte(block)
}
