package generate

import (
	"bytes"
	"go/format"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

func TestScaffold(t *testing.T) {
	dir := t.TempDir()
	folder, err := Scaffold(dir, "container/new-rule")
	if err != nil {
		t.Fatal(err)
	}
	if want := (Folder{"container", "new-rule"}); folder != want {
		t.Errorf("made %v, want %v", folder, want)
	}
	folders, err := Folders(dir)
	if err != nil || len(folders) != 1 || folders[0] != folder {
		t.Errorf("the folders are %v, %v", folders, err)
	}
	rule, err := os.ReadFile(filepath.Join(dir, "container", "new-rule", "rule.go"))
	if err != nil {
		t.Fatal(err)
	}
	formatted, err := format.Source(rule)
	if err != nil || !bytes.Equal(rule, formatted) {
		t.Errorf("gofmt would change rule.go: %v", err)
	}
	registry, err := Registry(folders)
	if err != nil || !strings.Contains(string(registry), "newrule.Rule,") {
		t.Errorf("the registry is %s, %v", registry, err)
	}
	for _, bad := range []string{"", "new-rule", "container/", "/new-rule", "container/Host", "container/new_rule", "a/b/c", "../host", "container/5-host", "other/new-rule"} {
		if _, err := Scaffold(dir, bad); err == nil {
			t.Errorf("%q was made", bad)
		}
	}
}

// TestScaffoldedRule makes a rule in a copy of the module: it must compile as it is, and fail the tests until it is written.
func TestScaffoldedRule(t *testing.T) {
	if testing.Short() {
		t.Skip("compiles a copy of the module")
	}
	root, err := Root()
	if err != nil {
		t.Fatal(err)
	}
	copied := t.TempDir()
	for _, part := range []string{"lint", "rules", "docs/rules"} {
		if err := os.CopyFS(filepath.Join(copied, part), os.DirFS(filepath.Join(root, part))); err != nil {
			t.Fatal(err)
		}
	}
	for _, file := range []string{"go.mod", "go.sum"} {
		text, err := os.ReadFile(filepath.Join(root, file))
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(copied, file), text, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	run := func(args ...string) (string, error) {
		c := exec.Command("go", args...)
		c.Dir = copied
		out, err := c.CombinedOutput()
		return string(out), err
	}
	if out, err := run("run", "rules/scaffold.go", "container/new-rule"); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	if out, err := run("build", "./rules/..."); err != nil {
		t.Errorf("the scaffolded rule does not compile: %v\n%s", err, out)
	}
	out, err := run("test", "./rules", "-run", "^(TestRules|TestFixtures|TestPages)$/^(new-rule)?$")
	if err == nil {
		t.Error("the tests pass with a rule that nobody wrote")
	}
	for _, want := range []string{
		"--- FAIL: TestFixtures/new-rule", "--- FAIL: TestRules/new-rule", "--- FAIL: TestPages",
		"TODO is still in it", "no STRIDE category", "no references", "no fixture of a bad compose file", `Bad, example 1: nothing is found in it`,
	} {
		if !strings.Contains(out, want) {
			t.Errorf("the tests do not say %q:\n%s", want, out)
		}
	}
}
