package parse

import (
	"strings"
	"testing"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/parsetest"
)

// TestKinds tells by name and content which files hold docker commands and containers of their own.
func TestKinds(t *testing.T) {
	const (
		workflow = "on: push\njobs: {a: {runs-on: x, steps: [{run: b}]}}\n"
		action   = "runs: {using: composite, steps: [{run: b, shell: bash}]}\n"
		pipeline = "a: {script: b}\n"
		unit     = "[Service]\nExecStart=docker run a\n"
	)
	for _, test := range []struct {
		name, text string
		want       lint.Kind
	}{
		{"Makefile", "a:\n\tb\n", lint.Script},
		{"src/GNUmakefile", "", lint.Script},
		{"build/docker.mk", "", lint.Script},
		{".github/workflows/a.yml", workflow, lint.CI},
		{".github/workflows/a.yml", "a: 1\n", ""},
		{".gitea/workflows/a.yaml", workflow, lint.CI},
		{"templates/a.yml", workflow, lint.CI},
		{"action.yml", action, lint.CI},
		{"action.yml", "runs: {using: node20, main: a.js}\n", ""},
		{".gitlab-ci.yml", pipeline, lint.CI},
		{"ci/a.gitlab-ci.yml", pipeline, lint.CI},
		{"ci/a.yml", pipeline, ""},
		{".devcontainer/devcontainer.json", "{}", lint.Script},
		{".devcontainer.json", "{}", lint.Script},
		{"a.service", unit, lint.Script},
		{"a.service", "[Service]\nExecStart=b\n", ""},
		{"a.service.d/b.conf", unit, lint.Script},
		{"a/b.conf", unit, ""},
		{"a.container", "[Container]\nImage=a\n", lint.Script},
	} {
		var got lint.Kind
		if units := File(lint.NewFile(test.name, []byte(test.text)), nil); len(units) > 0 {
			got = units[0].Kind
		}
		if got != test.want {
			t.Errorf("%s with %q: %q", test.name, test.text, got)
		}
	}
}

// TestOddTexts holds that what is not as it should be costs no more than itself: what is found, and how many problems are told.
func TestOddTexts(t *testing.T) {
	const guilty = "docker run --privileged a:1"
	here := "cat <<'A' <<-B\n" + guilty + "\nA\n\t" + guilty + "\n\tB\n" + guilty + "\n"
	step := func(run string) string {
		return "jobs: {a: {runs-on: x, steps: [{run: " + run + "}, {run: " + guilty + "}]}}\n"
	}
	for _, test := range []struct {
		what, name, text string
		found, problems  int
	}{
		{"no YAML", ".github/workflows/a.yml", "jobs: {a: [}\n", 0, 1},
		{"a template of a workflow", ".github/workflows/a.yml", "{{ if x }}\njobs: {a: [}\n", 0, 0},
		{"no YAML", ".gitlab-ci.yml", "a: b: c\n", 0, 1},
		{"no JSON", "devcontainer.json", "{\"a\": \n", 0, 1},
		{"a binary as a script", "a.sh", "\x7fELF\x00\x01" + guilty, 0, 1},
		{"a binary as a Makefile", "Makefile", "a:\n\t" + guilty + "\n\xff\xfe", 0, 1},
		{"a binary as a unit", "a.service", "[Service]\nExecStart=" + guilty + "\x00", 0, 1},
		{"here-documents", "a.sh", here, 1, 0},
		{"here-documents in a step", ".github/workflows/a.yml", "jobs:\n  a:\n    runs-on: x\n    steps:\n    - run: |\n        " + strings.ReplaceAll(here, "\n", "\n        ") + "\n", 1, 0},
		{"a mapping for a script", ".github/workflows/a.yml", step("{b: c}"), 1, 0},
		{"a list for a script", ".github/workflows/a.yml", step("[b]"), 1, 0},
		{"a script that does not parse", ".github/workflows/a.yml", step("\"b '\""), 1, 0},
		{"another language", ".github/workflows/a.yml", step("|-\n  x\n, shell: python"), 0, 1},
		{"spaces for a tab", "Makefile", "a:\n        " + guilty + "\n\t" + guilty + "\n", 1, 0},
		{"a large script", "a.sh", strings.Repeat("echo a b c d e f\n", 5<<20/17), 0, 0},
		{"a large recipe", "Makefile", "a:\n" + strings.Repeat("\techo $(A) $$b c d\n", 20_000), 0, 0},
		{"a long recipe's line", "Makefile", "a:\n\techo " + strings.Repeat("b \\\n\t", 1<<18), 0, 0},
		{"a large step", ".github/workflows/a.yml", "jobs:\n  a:\n    runs-on: x\n    steps:\n    - run: |\n" + strings.Repeat("        echo ${{ a }} b\n", 50_000), 0, 0},
	} {
		t.Run(test.name+", "+test.what, func(t *testing.T) {
			found, problems := 0, 0
			for _, u := range File(lint.NewFile(test.name, []byte(test.text)), nil) {
				parsetest.Check(t, u)
				problems += len(u.Problems)
				for _, c := range u.Containers() {
					if c.Privileged.Is(true) {
						found++
					}
				}
			}
			if found != test.found || problems != test.problems {
				t.Errorf("%d found, %d problems", found, problems)
			}
		})
	}
}
