package run_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse"
	"github.com/stridelint/stridelint/lint/run"
)

// TestFixCorpus makes all fixes of all rules in copies of many files: each is read as before, none gains a finding, and a second run
// changes nothing.
func TestFixCorpus(t *testing.T) {
	shared := os.Getenv("STRIDELINT_SHARED")
	if shared == "" {
		t.Skip("STRIDELINT_SHARED is not set: there are no files to fix")
	}
	root := t.TempDir()
	for _, folder := range []string{"corpus", filepath.Join("eval", "files")} {
		copyTree(t, filepath.Join(shared, folder), filepath.Join(root, folder))
	}
	o := options()
	inputs := run.Discover([]string{root}, nil)
	before := run.Lint(inputs, o)
	texts := read(t, inputs)
	report, summary := run.Fix(inputs, o, run.FixMode{Unsafe: true})
	if len(report.Failures) > 0 {
		t.Fatalf("failures: %q", report.Failures)
	}
	fixed := read(t, inputs)
	changed := 0
	for path, text := range texts {
		if bytes.Equal(text, fixed[path]) {
			continue
		}
		changed++
		if was, is := shape(path, text), shape(path, fixed[path]); was != is {
			t.Errorf("%s was read as %+v and is read as %+v", path, was, is)
		}
	}
	after := run.Lint(inputs, o)
	expect(t, after, byRule(before))
	// A fix in one file can end a finding in another, which has been judged by then.
	if gone := before.Findings() - after.Findings(); gone < summary.Fixed || changed != summary.Files || changed == 0 {
		t.Errorf("%d findings are gone and %d files changed, but told are %d and %d", gone, changed, summary.Fixed, summary.Files)
	}
	if _, again := run.Fix(inputs, o, run.FixMode{Unsafe: true}); again.Files > 0 {
		t.Errorf("a second run changed %d files", again.Files)
	}
	t.Logf("%d files judged, %d findings; %d findings fixed in %d files", before.Judged(), before.Findings(), summary.Fixed, summary.Files)
	for _, note := range summary.Notes {
		t.Log(note)
	}
}

// voice is one rule in one file.
type voice struct{ path, rule string }

func byRule(r *lint.Report) map[voice]int {
	n := map[voice]int{}
	for i := range r.Results {
		n[voice{r.Results[i].Place.Path, r.Results[i].Rule.ID}]++
	}
	return n
}

// expect holds that no rule finds more in a file than is allowed it.
func expect(t *testing.T, r *lint.Report, allowed map[voice]int) {
	t.Helper()
	for v, n := range byRule(r) {
		if n > allowed[v] {
			t.Errorf("%s finds %d in %s, there were %d", v.rule, n, v.path, allowed[v])
		}
	}
}

// shape is what a text is read as.
func shape(path string, text []byte) (s struct{ units, stages, containers, problems int }) {
	for _, u := range parse.File(lint.NewFile(path, text), nil) {
		s.units++
		s.stages += len(u.Stages)
		s.containers += len(u.Containers())
		s.problems += len(u.Problems)
	}
	return s
}

func read(t *testing.T, inputs []run.Input) map[string][]byte {
	t.Helper()
	texts := map[string][]byte{}
	for _, in := range inputs {
		text, err := os.ReadFile(in.Disk)
		if err != nil {
			t.Fatal(err)
		}
		texts[in.Path] = text
	}
	return texts
}

// copyTree copies files, which may then be written.
func copyTree(t *testing.T, from, to string) {
	t.Helper()
	err := filepath.WalkDir(from, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		below, err := filepath.Rel(from, name)
		if err != nil {
			return err
		}
		switch target := filepath.Join(to, below); {
		case entry.IsDir():
			return os.MkdirAll(target, 0o755)
		case entry.Type().IsRegular():
			text, err := os.ReadFile(name)
			if err != nil {
				return err
			}
			return os.WriteFile(target, text, 0o644)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}
