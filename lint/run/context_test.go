package run

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stridelint/stridelint/lint"
)

// contextOf is a build context of files with what they hold.
func contextOf(content map[string]string) lint.BuildContext {
	files := fstest.MapFS{}
	for name, text := range content {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return ContextIn(files, "Dockerfile")
}

func TestContext(t *testing.T) {
	files := map[string]string{
		".dockerignore": "*.log\ndocs\nsecret/*\n!secret/ca*\n.git\n", "Dockerfile.prod.dockerignore": "*",
		"a.log": "", "docs/a.md": "", "secret/key": "", "secret/ca.pem": "", "secret/sub/x": "", "src/a.go": "", "src/sub/b.go": "", ".env": "", ".git/config": "",
	}
	c := contextOf(files)
	if got := c.IgnoreFile(); got != ".dockerignore" {
		t.Errorf("the ignore file is %s", got)
	}
	for name, want := range map[string]bool{
		"a.log": true, "./a.log": true, "/a.log": true, "../a.log": true, "*.log": true, "b.log": true, "docs": true, "docs/a.md": true, "/docs/": true,
		".": false, "": false, "src": false, "secret": false, "secret/key": true, "secret/*": false, "secret/ca.pem": false, "secret/sub": true,
		"secret/ca": false, ".git": true, ".git/config": true,
	} {
		if got := c.Ignored(name); got != want {
			t.Errorf("%q is ignored: %v", name, got)
		}
	}
	for name, want := range map[string]bool{"a.log": true, "src": true, "/src/": true, "src/x": false, ".": true, "../../src/a.go": true, "a\x00": false} {
		if got := c.Exists(name); got != want {
			t.Errorf("%q exists: %v", name, got)
		}
	}
	all := func(string) bool { return true }
	for pattern, want := range map[string]string{
		".env": ".env", "a.log": "", "none": "", "*.go": "", "src/*": "src/a.go src/sub", "src/*.go": "src/a.go", "**/*.go": "src/a.go src/sub/b.go",
		"s*": "secret src", "secret/*": "secret/ca.pem", "**/config": "", ".git/config": "", "./src/./*.go": "src/a.go", "[": "", "**/c*": "secret/ca.pem",
	} {
		if got := strings.Join(c.Match(pattern, all), " "); got != want {
			t.Errorf("%q matches %q, want %q", pattern, got, want)
		}
	}
	if got := c.Match("src/*", func(path string) bool { return path != "src/sub" }); !slices.Equal(got, []string{"src/a.go"}) {
		t.Errorf("matches are %q, though one is not wanted", got)
	}

	files["Dockerfile.dockerignore"] = "src\n"
	if c := contextOf(files); c.IgnoreFile() != "Dockerfile.dockerignore" || c.Ignored("a.log") || !c.Ignored("src/a.go") {
		t.Errorf("%s is read", c.IgnoreFile())
	}
	if c := contextOf(map[string]string{"a": ""}); c.IgnoreFile() != "" || c.Ignored("a") {
		t.Error("a file is ignored without an ignore file")
	}
	if c := contextOf(map[string]string{".dockerignore": "a\n[\n"}); c.IgnoreFile() != ".dockerignore" || c.Ignored("a") {
		t.Error("a file is ignored by a file that docker refuses")
	}
	if c := contextOf(map[string]string{".dockerignore": strings.Repeat("a\n", maxIgnoreFile)}); c.IgnoreFile() != "" {
		t.Error("an enormous ignore file is read")
	}
}

// Whatever lies in the context, little of it is looked at.
func TestContextBounds(t *testing.T) {
	files := map[string]string{}
	for i := range 2 * maxMatches {
		files[fmt.Sprintf("a/%03d", i)] = ""
	}
	for i := range maxVisited {
		files[fmt.Sprintf("b/%d", i)] = ""
	}
	files["c"] = ""
	c := contextOf(files)
	all := func(string) bool { return true }
	if got := len(c.Match("a/*", all)); got != maxMatches {
		t.Errorf("%d matches are told", got)
	}
	if got := c.Match("**/c", all); len(got) != 0 {
		t.Errorf("%v is found behind more than is looked at", got)
	}
}

// A context on disk is the Dockerfile's folder, and nothing leads out of it.
func TestContextOnDisk(t *testing.T) {
	root := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		if err := os.MkdirAll(filepath.Join(root, filepath.Dir(name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(root, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("outside", "")
	write("project/Dockerfile", "FROM a\n")
	write("project/Dockerfile.prod", "FROM a\n")
	write("project/.dockerignore", "a\n")
	write("project/Dockerfile.prod.dockerignore", "b\n")
	write("project/a", "")
	for name, target := range map[string]string{"project/out": "../outside", "project/in": "a", "Dockerfile": "project/Dockerfile"} {
		if err := os.Symlink(target, filepath.Join(root, name)); err != nil {
			t.Skip(err)
		}
	}
	inputs := Discover([]string{filepath.Join(root, "project")}, nil)
	inputs = append(inputs, Discover([]string{filepath.Join(root, "Dockerfile")}, nil)...)
	for _, name := range []string{"", filepath.Join(root, "project", "Dockerfile.prod")} {
		in, err := Stdin(strings.NewReader("FROM a\n"), name)
		if err != nil {
			t.Fatal(err)
		}
		inputs = append(inputs, in)
	}
	var got []string
	for _, in := range inputs {
		if !strings.HasPrefix(filepath.Base(in.Path), "Dockerfile") && !in.Nameless {
			continue
		}
		c := in.context()
		if c == nil {
			got = append(got, "nothing")
			continue
		}
		line := c.IgnoreFile()
		for _, name := range []string{"a", "in", "out", "../outside", "none"} {
			if c.Exists(name) {
				line += " " + name
			}
		}
		got = append(got, line)
	}
	want := []string{".dockerignore a in", "Dockerfile.prod.dockerignore a in", "nothing", "nothing", "Dockerfile.prod.dockerignore a in"}
	if !slices.Equal(got, want) {
		t.Errorf("contexts are %q, want %q", got, want)
	}
}
