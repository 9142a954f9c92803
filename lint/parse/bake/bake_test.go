package bake_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/bake"
	"github.com/stridelint/stridelint/lint/parse/yamltree"
)

// roots is the trees of some files.
func roots(t testing.TB, texts ...string) []*lint.Node {
	t.Helper()
	var all []*lint.Node
	for _, text := range texts {
		doc := yamltree.Parse(lint.NewFile("docker-bake.json", []byte(text)))[0]
		if doc.Root == nil {
			t.Fatalf("%s: %s", text, doc.Problems[0].Message)
		}
		all = append(all, doc.Root)
	}
	return all
}

// describe is builds as text: folder, Dockerfile, stage and names, behind ? where they are not known, and behind ! where they are none.
func describe(builds []*lint.Build) string {
	mark := func(s lint.State, text string) string {
		return [...]string{"-", text, "?", "!"}[s]
	}
	var lines []string
	for _, b := range builds {
		line := fmt.Sprintf("%s %s %s", mark(b.Folder.State, b.Folder.V), mark(b.Dockerfile.State, b.Dockerfile.V), mark(b.Target.State, b.Target.V))
		if !b.Inline.Absent() {
			line += " inline"
		}
		for _, context := range b.Contexts {
			line += " +" + context
		}
		for _, image := range b.Images {
			line += " " + mark(image.State, image.V.Familiar())
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, ", ")
}

func TestBuilds(t *testing.T) {
	tests := []struct {
		name  string
		texts []string
		want  string
	}{
		{"attributes", []string{`{"group": {"default": {"targets": ["a"]}}, "target": {
			"a": {"context": "x", "dockerfile": "y", "target": "z", "tags": ["shop/a:1", "shop/a:${TAG}", "no name"]},
			"b": {"target": "${Z}"}, "c": {"context": ["x"]}, "d": {"dockerfile-inline": "FROM scratch"}, "e": {"target": "%{ if a }b%{ endif }"}}}`},
			"x y z shop/a:1 ? ?, - - ?, ! - -, - - - inline, - - ?"},
		{"inherited", []string{`{"target": {"base": {"context": "x", "dockerfile": "y"}, "over": {"dockerfile": "z", "target": "t"},
			"a": {"inherits": ["base", "over"], "contexts": {"assets": "../assets", "base": "target:base"}}, "b": {"inherits": ["a"], "context": "w"}}}`},
			"x y -, - z t, x z t +assets +base, w z t +assets +base"},
		{"not known", []string{`{"target": {"a": {"inherits": ["${X}"]}, "b": {"inherits": ["gone"]}, "c": {"inherits": ["c"]}, "d": {"inherits": ["e"]},
			"e": {"inherits": ["d"]}, "f": {"inherits": ["a"]}, "g": {}}}`}, "- - -"},
		{"files", []string{`{"target": {"a": {"context": "x", "tags": ["a:1"]}, "b": {}}}`, `{"target": {"a": {"tags": ["a:2"], "target": "t"}, "c": {}}}`},
			"x - t a:2, - - -, - - -"},
		{"nothing", []string{`{"group": {}}`, `{"target": ["a"]}`}, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := describe(bake.Builds(roots(t, test.texts...))); got != test.want {
				t.Errorf("\ngot  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestBaked(t *testing.T) {
	const text = `{"group": {"default": {"targets": ["all", "tool"]}, "all": {"targets": ["app", "default", "${X}"]}},
		"target": {"app": {"target": "app", "tags": ["app:1"]}, "tool": {"target": "tool"}, "test": {"target": "test"}}}`
	set := func(texts ...string) []lint.Val[string] {
		var all []lint.Val[string]
		for _, text := range texts {
			v := lint.Val[string]{V: text, State: lint.Set}
			if strings.Contains(text, "$") {
				v.State = lint.Unknown
			}
			all = append(all, v)
		}
		return all
	}
	tests := []struct {
		name               string
		targets, overrides []lint.Val[string]
		want               string
	}{
		{"by default", nil, nil, "- - tool, - - app app:1"},
		{"target", set("test"), nil, "- - test"},
		{"group and target", set("all", "app", "test"), nil, "- - app app:1, - - test, - - tool"},
		{"none", set("gone"), nil, ""},
		{"not known", set("app", "$TARGET"), nil, ""},
		{"overrides", set("app", "test"), set("*.target=x", "app.tags=a:2", "app.tags=a:3", "te*.context=y", "other.target=z", "app.args.A=b"), "- - x a:2 a:3, y - x"},
		{"added", set("app"), set("app.tags+=a:2", "app.dockerfile=D"), "- D app app:1 a:2"},
		{"value that is not known", set("app"), set("app.target=$X"), "- - ? app:1"},
		{"target of it that is not known", set("app"), set("$X.target=x"), ""},
		{"no override", set("app"), set("app"), ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := describe(bake.Baked(roots(t, text), &lint.Bake{Targets: test.targets, Overrides: test.overrides})); got != test.want {
				t.Errorf("\ngot  %s\nwant %s", got, test.want)
			}
		})
	}
}

func TestLooks(t *testing.T) {
	for name, want := range map[string]bool{"a/docker-bake.json": true, "docker-bake.override.json": true, "docker-bake.hcl": false, "x.json": false} {
		if got := bake.Looks(name); got != want {
			t.Errorf("%s: %t", name, got)
		}
	}
}
