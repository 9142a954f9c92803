package kustomize_test

import (
	"slices"
	"testing"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/kustomize"
	"github.com/stridelint/stridelint/lint/parse/yamltree"
)

func TestPatches(t *testing.T) {
	for text, want := range map[string][]string{
		"patches:\n- path: a.yaml\n- target: {kind: Deployment}\n  path: ./sub/b.yaml\n- patch: |-\n    spec: {}\n": {"a.yaml", "./sub/b.yaml"},
		"patchesStrategicMerge:\n- a.yaml\n- |-\n  kind: Deployment\n  spec: {}\n":                                  {"a.yaml"},
		"patches: [a.yaml]\n": {"a.yaml"},
		"patches: [{path: a.yaml}, {path: b.yaml}]\nresources: [a.yaml, ../base]\n": {"b.yaml"},
		"patches: a.yaml\nresources: {}\n":                                          nil,
		"patches: [~, {path: }, {path: [x]}, [x]]":                                  nil,
		"[patches]": nil,
		"resources: [a.yaml]\npatchesJson6902: [{}]": nil,
	} {
		if got := kustomize.Read(lint.Root(yamltree.Parse(lint.NewFile("kustomization.yaml", []byte(text)))[0].Root)).Patches; !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
