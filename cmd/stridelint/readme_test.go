package main

import (
	"bytes"
	"os"
	"strings"
	"testing"
)

// TestReadme runs the command that the README shows, and compares what it prints with what the README says it prints.
func TestReadme(t *testing.T) {
	t.Chdir("../..")
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	_, block, found := strings.Cut(string(readme), "```console\n$ stridelint ")
	if !found {
		t.Fatal("README.md shows no command")
	}
	command, block, _ := strings.Cut(block, "\n")
	want, _, _ := strings.Cut(block, "```")

	var out, errors bytes.Buffer
	execute(append(strings.Fields(command), "--no-config"), strings.NewReader(""), &out, &errors)
	if got := out.String() + errors.String(); got != want {
		t.Errorf("stridelint %s prints\n%s", command, got)
	}
}
