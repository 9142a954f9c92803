//go:build ignore

// Scaffold makes the folder of a new rule:
//
//	go run rules/scaffold.go container/new-rule
package main

import (
	"fmt"
	"log"
	"os"
	"path/filepath"

	"github.com/stridelint/stridelint/rules/internal/generate"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) != 2 {
		log.Fatal("usage: go run rules/scaffold.go GROUP/RULE")
	}
	root, err := generate.Root()
	if err != nil {
		log.Fatal(err)
	}
	folder, err := generate.Scaffold(filepath.Join(root, "rules"), os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	if err := generate.WriteRegistry(root); err != nil {
		log.Fatal(err)
	}
	fmt.Printf("made rules/%s: fill in rule.go, doc.md and testdata, then run\n\tgo generate ./rules && go test ./rules\n", filepath.ToSlash(folder.Path()))
}
