package run_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/run"
)

// What a patch or a chart's template lacks proves nothing, however the file is named on the command line.
func TestParts(t *testing.T) {
	const pod = "apiVersion: v1\nkind: Pod\nspec: {containers: [{name: app}]}\n"
	root := t.TempDir()
	write(t, root, map[string]string{
		"overlay/kustomization.yaml": "resources: [whole.yaml, both.yaml]\npatches: [{path: sub/a.yaml}, {path: both.yaml}]\npatchesStrategicMerge: [./b.yaml]\n",
		"overlay/sub/a.yaml":         pod,
		"overlay/b.yaml":             pod,
		"overlay/both.yaml":          pod,
		"overlay/whole.yaml":         pod,
		"other/kustomization.yml":    "patches: [x.yaml",
		"other/b.yaml":               pod,
		"chart/Chart.yaml":           "apiVersion: v2\n",
		"chart/values-prod.yaml":     pod,
		"chart/ci/test-values.yaml":  pod,
		"chart/crds/crd.yaml":        pod,
		"chart/templates/sub/x.yaml": pod,
		"templates/values.yaml":      pod,
	})
	t.Chdir(root)
	rule := &lint.Rule{ID: "absent", Check: lint.Pods(func(p *lint.Pass, pod *lint.Pod) { p.Missing(pod.HostPID, "absent") })}
	want := []string{"chart/crds/crd.yaml", "other/b.yaml", "overlay/both.yaml", "overlay/whole.yaml", "templates/values.yaml"}

	inputs := run.Discover([]string{"."}, nil)
	if got := found(inputs, rule); !slices.Equal(got, want) {
		t.Errorf("in the folder: %q, want %q", got, want)
	}
	var alone []string
	for _, in := range inputs {
		alone = append(alone, found(run.Discover([]string{in.Path}, nil), rule)...)
	}
	if !slices.Equal(alone, want) {
		t.Errorf("one by one: %q, want %q", alone, want)
	}
	if got := found([]run.Input{{Path: "overlay/b.yaml", Explicit: true, Text: []byte(pod)}}, rule); got != nil {
		t.Errorf("on standard input: %q", got)
	}
}

// found is the paths of the files in which a rule finds something.
func found(inputs []run.Input, rule *lint.Rule) []string {
	var paths []string
	for _, result := range run.Lint(inputs, run.Options{Rules: []*lint.Rule{rule}}).Results {
		paths = append(paths, result.Place.Path)
	}
	return paths
}

// write makes files below a folder, and the folders they need.
func write(t *testing.T, root string, files map[string]string) {
	t.Helper()
	for name, text := range files {
		file := filepath.Join(root, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
