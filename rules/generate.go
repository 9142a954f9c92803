//go:build ignore

// Generate writes all.go from the rules' folders, and then their pages.
package main

import (
	"log"
	"os"
	"os/exec"
	"path/filepath"

	"github.com/stridelint/stridelint/rules/internal/generate"
)

func main() {
	log.SetFlags(0)
	root, err := generate.Root()
	if err != nil {
		log.Fatal(err)
	}
	if err := generate.WriteRegistry(root); err != nil {
		log.Fatal(err)
	}
	// The pages say what the rules say of themselves, so they need a program with the new list in it.
	pages := exec.Command("go", "run", filepath.Join("rules", "pages.go"))
	pages.Dir, pages.Stderr = root, os.Stderr
	if err := pages.Run(); err != nil {
		os.Exit(1)
	}
}
