package run_test

import (
	"slices"
	"testing"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/run"
)

// retagged is which images of a tree get another tag from a kustomization of the run, by their files.
func retagged(t *testing.T, files map[string]string) []string {
	t.Helper()
	root := t.TempDir()
	write(t, root, files)
	t.Chdir(root)
	rule := &lint.Rule{ID: "retagged", Check: lint.Images(func(p *lint.Pass, u *lint.ImageUse) {
		if u.Retagged {
			p.Report(u.Image, "retagged")
		}
	})}
	return found(run.Discover([]string{"."}, nil), rule)
}

// An image has another tag if every kustomization that is known to reach it gives it one, by the name that it has there.
func TestRetagged(t *testing.T) {
	const (
		web     = "apiVersion: v1\nkind: Pod\nspec: {containers: [{name: web, image: web}]}\n"
		base    = "base/kustomization.yaml"
		pod     = "base/pod.yaml"
		prod    = "prod/kustomization.yaml"
		staging = "staging/kustomization.yaml"
	)
	for _, test := range []struct {
		name  string
		files map[string]string
		want  []string
	}{
		{"its own", map[string]string{pod: web, base: "resources: [pod.yaml]\nimages: [{name: web, newTag: '1'}]\n"}, []string{pod}},
		{"of an overlay", map[string]string{pod: web, base: "resources: [pod.yaml]\n", prod: "resources: [../base]\nimages: [{name: web, digest: x}]\n"}, []string{pod}},
		{"of the old bases", map[string]string{pod: web, base: "resources: [pod.yaml]\n", prod: "bases: [../base/]\nimages: [{name: web, newTag: x}]\n"}, []string{pod}},
		{"of one overlay only", map[string]string{
			pod: web, base: "resources: [pod.yaml]\n",
			prod: "resources: [../base]\nimages: [{name: web, newTag: x}]\n", staging: "resources: [../base]\n",
		}, nil},
		{"of both overlays", map[string]string{
			pod: web, base: "resources: [pod.yaml]\n",
			prod: "resources: [../base]\nimages: [{name: web, newTag: x}]\n", staging: "resources: [../base]\nimages: [{name: web, newTag: latest}]\n",
		}, []string{pod}},
		{"by a new name", map[string]string{
			pod: web, base: "resources: [pod.yaml]\nimages: [{name: web, newName: ghcr.io/a/web}]\n",
			prod: "resources: [../base]\nimages: [{name: ghcr.io/a/web, newTag: x}]\n",
		}, []string{base, pod}},
		{"by the old name", map[string]string{
			pod: web, base: "resources: [pod.yaml]\nimages: [{name: web, newName: ghcr.io/a/web}]\n",
			prod: "resources: [../base]\nimages: [{name: web, newTag: x}]\n",
		}, nil},
		{"a name alone", map[string]string{pod: web, base: "resources: [pod.yaml]\nimages: [{name: web, newName: other}]\n"}, nil},
		{"another image", map[string]string{pod: web, base: "resources: [pod.yaml]\nimages: [{name: docker.io/web, newTag: x}]\n"}, nil},
		{"not taken in", map[string]string{pod: web, base: "images: [{name: web, newTag: x}]\n"}, nil},
		{"a component", map[string]string{
			pod: web, base: "resources: [pod.yaml]\ncomponents: [../pins]\n",
			"pins/kustomization.yaml": "kind: Component\nimages: [{name: web, newTag: x}]\n",
		}, []string{pod}},
		{"a component of a component", map[string]string{
			pod: web, base: "resources: [pod.yaml]\ncomponents: [../more]\n", "more/kustomization.yaml": "components: [../pins]\n",
			"pins/kustomization.yaml": "images: [{name: web, newTag: x}]\n",
		}, []string{pod}},
		{"a patch", map[string]string{pod: web, base: "patches: [{path: pod.yaml}]\nimages: [{name: web, newTag: x}]\n"}, []string{pod}},
		{"an inner tag", map[string]string{
			base: "images: [{name: web, newTag: latest}]\n", prod: "resources: [../base]\nimages: [{name: web, newTag: x}]\n",
		}, []string{base}},
		{"a circle", map[string]string{
			pod: web, base: "resources: [pod.yaml, ../prod, .]\n", prod: "resources: [../base]\nimages: [{name: web, newTag: x}]\n",
		}, nil},
		{"a circle below", map[string]string{
			pod: web, base: "resources: [pod.yaml, ../prod, .]\n", prod: "resources: [../base]\nimages: [{name: web, newTag: x}]\n",
			staging: "resources: [../base]\n",
		}, nil},
		{"elsewhere", map[string]string{pod: web, base: "resources: [pod.yaml, ../../x, https://example.com/web]\n", prod: "a: [\n"}, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := retagged(t, test.files); !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
}
