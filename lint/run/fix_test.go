package run

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/stridelint/stridelint/lint"
)

// content is what stands in a folder's files, by their names.
func content(t *testing.T, folder string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(folder, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		text, err := os.ReadFile(name)
		name, _ = filepath.Rel(folder, name)
		all[filepath.ToSlash(name)] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// fixing is rules with a safe and an unsafe fix, one with both, and one with none.
func fixing() []*lint.Rule {
	replacing := func(id, word string, fixes ...lint.Fix) *lint.Rule {
		return &lint.Rule{ID: id, Severity: lint.Medium, Check: lint.Containers(func(p *lint.Pass, c *lint.Container) {
			if c.Image.V.Repository != word {
				return
			}
			f := p.Report(c.Image, "%s has %s", c, word)
			for _, fix := range fixes {
				f.Fix(lint.Safety(fix.Safe), "replace it", []lint.Edit{{Span: c.Image.Value, Text: fix.Title}})
			}
		})}
	}
	return []*lint.Rule{
		replacing("safe", "one", lint.Fix{Title: "uno", Safe: true}),
		replacing("unsafe", "two", lint.Fix{Title: "due"}),
		replacing("both", "three", lint.Fix{Title: "tre?"}, lint.Fix{Title: "tre", Safe: true}),
		replacing("none", "four"),
	}
}

const counting = "services:\n  a: {image: one}\n  b: {image: two}\n  c: {image: three}\n  d: {image: four}\n"

func TestFix(t *testing.T) {
	safely := strings.NewReplacer("one", "uno", "three", "tre").Replace(counting)
	wholly := strings.NewReplacer("one", "uno", "two", "due", "three", "tre?").Replace(counting)
	tests := []struct {
		name    string
		options Options
		mode    FixMode
		want    string
		summary FixSummary
		left    int
	}{
		{"safe", Options{}, FixMode{}, safely, FixSummary{Fixed: 4, Files: 2, Unsafe: 2}, 4},
		{"all", Options{}, FixMode{Unsafe: true}, wholly, FixSummary{Fixed: 6, Files: 2}, 2},
		{"not shown", Options{MinSeverity: lint.High}, FixMode{Unsafe: true}, counting, FixSummary{}, 0},
		{"diff", Options{}, FixMode{Diff: true}, counting, FixSummary{Fixed: 4, Files: 2, Unsafe: 2,
			Diff: "--- a/compose.a.yaml\n+++ b/compose.a.yaml\n@@ -1,5 +1,5 @@\n services:\n-  a: {image: one}\n+  a: {image: uno}\n   b: {image: two}\n" +
				"-  c: {image: three}\n+  c: {image: tre}\n   d: {image: four}\n" +
				"--- a/compose.b.yaml\n+++ b/compose.b.yaml\n@@ -1,5 +1,5 @@\n services:\n-  a: {image: one}\n+  a: {image: uno}\n   b: {image: two}\n" +
				"-  c: {image: three}\n+  c: {image: tre}\n   d: {image: four}\n"}, 8},
	}
	for _, test := range tests {
		for _, workers := range []int{1, 8} {
			t.Run(test.name, func(t *testing.T) {
				folder := t.TempDir()
				write(t, folder, map[string]string{"compose.a.yaml": counting, "compose.b.yaml": counting, "compose.c.yaml": "services: {e: {image: five}}\n"})
				t.Chdir(folder)
				test.options.Rules, test.options.Workers = fixing(), workers
				report, summary := Fix(Discover([]string{"."}, nil), test.options, test.mode)
				if diff := cmp.Diff(test.summary, summary); diff != "" {
					t.Error(diff)
				}
				if report.Judged() != 3 || report.Findings() != test.left || len(report.Failures) > 0 {
					t.Errorf("%d files judged, %d findings, failures %q; want 3, %d, none", report.Judged(), report.Findings(), report.Failures, test.left)
				}
				want := map[string]string{"compose.a.yaml": test.want, "compose.b.yaml": test.want, "compose.c.yaml": "services: {e: {image: five}}\n"}
				if diff := cmp.Diff(want, content(t, folder)); diff != "" {
					t.Error(diff)
				}
			})
		}
	}
}

func TestFixOfStdin(t *testing.T) {
	for _, text := range []string{counting, "notes\n", ""} {
		in, err := Stdin(strings.NewReader(text), "compose.yaml")
		if err != nil {
			t.Fatal(err)
		}
		_, summary := Fix([]Input{in}, Options{Rules: fixing()}, FixMode{Unsafe: true})
		if want := strings.NewReplacer("one", "uno", "two", "due", "three", "tre?").Replace(text); string(summary.Text) != want {
			t.Errorf("got %q, want %q", summary.Text, want)
		}
	}
}

// TestFixStaysInTheFile holds that a fix with an edit in another file is passed over.
func TestFixStaysInTheFile(t *testing.T) {
	elsewhere := lint.NewFile("elsewhere.yaml", []byte(counting))
	rule := &lint.Rule{ID: "r", Check: lint.Containers(func(p *lint.Pass, c *lint.Container) {
		here := lint.Edit{Span: c.Image.Value, Text: "uno"}
		there := lint.Edit{Span: lint.Span{File: elsewhere, Start: 0, End: 1}}
		p.Report(c.Image, "is bad").Fix(lint.Safe, "fix both", []lint.Edit{here, there})
	})}
	in := Input{Path: "compose.yaml", Text: []byte(counting)}
	if _, summary := Fix([]Input{in}, Options{Rules: []*lint.Rule{rule}}, FixMode{}); string(summary.Text) != counting || summary.Fixed+len(summary.Notes) > 0 {
		t.Errorf("got %+v", summary)
	}
}

// TestFixNotes tells what was left out, once for all fixes of a rule that fail for one reason.
func TestFixNotes(t *testing.T) {
	rules := []*lint.Rule{flag("r", "image", "x"), flag("s", "x"), flag("t", "s0", "s0s0")}
	in := Input{Path: "compose.yaml", Text: []byte("services:\n  s0: {image: s0}\n" + services(3))}
	in.Text = []byte(strings.Replace(string(in.Text), "  s0: {image: image0}\n", "", 1))
	_, summary := Fix([]Input{in}, Options{Rules: rules}, FixMode{})
	want := []string{"compose.yaml: 2 fixes of r were not made: s would find more", "compose.yaml: a fix of t was not made: t would still find it"}
	slices.Sort(summary.Notes)
	if diff := cmp.Diff(want, summary.Notes); diff != "" {
		t.Error(diff)
	}
}

// TestFixPanic holds that a file stays as it is if a rule panics on what the fixes make of it.
func TestFixPanic(t *testing.T) {
	fragile := &lint.Rule{ID: "fragile", Check: lint.Containers(func(_ *lint.Pass, c *lint.Container) {
		if c.Image.V.Repository == "uno" {
			panic("no Italian")
		}
	})}
	folder := t.TempDir()
	write(t, folder, map[string]string{"compose.yaml": counting})
	report, _ := Fix(Discover([]string{folder}, nil), Options{Rules: append(fixing(), fragile)}, FixMode{})
	if len(report.Failures) != 1 || !strings.Contains(report.Failures[0], "no Italian") {
		t.Errorf("failures %q", report.Failures)
	}
	if got := content(t, folder); len(got) != 1 || got["compose.yaml"] != counting {
		t.Errorf("got %q", got)
	}
}

// TestReplaceFile holds what of a file stays: its mode, a link that leads to it, and what stands beside it.
func TestReplaceFile(t *testing.T) {
	folder := t.TempDir()
	write(t, folder, map[string]string{"real/compose.yaml": counting, "other": ""})
	name := filepath.Join(folder, "real", "compose.yaml")
	if err := errors.Join(os.Symlink("real/compose.yaml", filepath.Join(folder, "compose.yaml")), os.Chmod(name, 0o754)); err != nil {
		t.Fatal(err)
	}
	before, err := os.Stat(name)
	if err != nil {
		t.Fatal(err)
	}
	report, summary := Fix(Discover([]string{filepath.Join(folder, "compose.yaml")}, nil), Options{Rules: fixing()}, FixMode{})
	if len(report.Failures) > 0 || summary.Files != 1 {
		t.Fatalf("failures %q, %+v", report.Failures, summary)
	}
	after, err := os.Lstat(name)
	if err != nil || after.Mode() != before.Mode() {
		t.Errorf("mode %v, %v; want %v", after.Mode(), err, before.Mode())
	}
	if target, err := os.Readlink(filepath.Join(folder, "compose.yaml")); target != "real/compose.yaml" {
		t.Errorf("the link leads to %q, %v", target, err)
	}
	if got := content(t, folder); len(got) != 3 || got["real/compose.yaml"] == counting {
		t.Errorf("got %q", got)
	}
}

// TestReadOnly holds that what may not be written stays as it is and is told, while everything else is fixed.
func TestReadOnly(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("folders have no modes")
	}
	folder := t.TempDir()
	files := map[string]string{"compose.yaml": counting, "file/compose.yaml": counting, "folder/compose.yaml": counting, "last.compose.yaml": counting}
	write(t, folder, files)
	chmod := func(name string, mode fs.FileMode) {
		t.Helper()
		if err := os.Chmod(filepath.Join(folder, name), mode); err != nil {
			t.Fatal(err)
		}
	}
	chmod("file/compose.yaml", 0o444)
	chmod("folder", 0o555)
	t.Cleanup(func() { chmod("folder", 0o755) })
	t.Chdir(folder)
	report, summary := Fix(Discover([]string{"."}, nil), Options{Rules: fixing()}, FixMode{})
	want := []string{
		"file/compose.yaml: fixes cannot be written: permission denied",
		"folder/compose.yaml: fixes cannot be written: permission denied",
	}
	if diff := cmp.Diff(want, report.Failures); diff != "" {
		t.Error(diff)
	}
	if summary.Files != 2 || summary.Fixed != 4 || report.Judged() != 4 || report.Findings() != 2+4+4+2 {
		t.Errorf("%d findings in %d files fixed, %d findings left in %d files", summary.Fixed, summary.Files, report.Findings(), report.Judged())
	}
	fixed := strings.NewReplacer("one", "uno", "three", "tre").Replace(counting)
	files["compose.yaml"], files["last.compose.yaml"] = fixed, fixed
	if diff := cmp.Diff(files, content(t, folder)); diff != "" {
		t.Error(diff)
	}
}
