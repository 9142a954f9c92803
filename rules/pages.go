//go:build ignore

// Pages writes docs/rules from the rules' metadata and doc.md files. It is the second half of generate.go.
package main

import (
	"log"

	"github.com/stridelint/stridelint/rules"
	"github.com/stridelint/stridelint/rules/internal/generate"
)

func main() {
	log.SetFlags(0)
	root, err := generate.Root()
	if err != nil {
		log.Fatal(err)
	}
	if err := generate.WritePages(root, rules.All()); err != nil {
		log.Fatal(err)
	}
}
