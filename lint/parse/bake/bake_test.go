package bake_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/bake"
	"github.com/stridelint/stridelint/lint/parse/yamltree"
)

func TestBuilds(t *testing.T) {
	file := lint.NewFile("docker-bake.json", []byte(`{"group": {"default": {"targets": ["a"]}},
		"target": {"a": {"context": "x", "dockerfile": "y", "target": "z"}, "b": {"target": "${Z}"}, "c": {"context": ["x"]}}}`))
	var got []string
	for _, b := range bake.Builds(yamltree.Parse(file)[0].Root) {
		for _, v := range []lint.Val[string]{b.Folder, b.Dockerfile, b.Target} {
			got = append(got, v.State.String()+" "+v.V)
		}
	}
	want := []string{"set x", "set y", "set z", "unset ", "unset ", "unknown ${Z}", "invalid ", "unset ", "unset "}
	if difference := cmp.Diff(want, got); difference != "" {
		t.Error(difference)
	}
}

func TestLooks(t *testing.T) {
	for name, want := range map[string]bool{"a/docker-bake.json": true, "docker-bake.override.json": true, "docker-bake.hcl": false, "x.json": false} {
		if got := bake.Looks(name); got != want {
			t.Errorf("%s: %t", name, got)
		}
	}
}
