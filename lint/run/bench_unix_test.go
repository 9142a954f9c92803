//go:build unix

package run_test

import (
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"syscall"
	"testing"
	"time"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse"
	"github.com/stridelint/stridelint/lint/run"
)

// BenchmarkDockerfiles discovers and lints 1,000 Dockerfiles, each in a folder of its own: those below STRIDELINT_SHARED or, without
// it, below this repository, over and over. It tells what processor time a file takes, which other work on the machine
// disturbs less than the time that passes.
func BenchmarkDockerfiles(b *testing.B) {
	defer debug.SetGCPercent(debug.SetGCPercent(400)) // as the program does
	const files = 1000
	root := b.TempDir()
	originals := dockerfiles(b, cmp.Or(os.Getenv("STRIDELINT_SHARED"), filepath.Join("..", "..")))
	for i := range files {
		from, to := originals[i%len(originals)], filepath.Join(root, fmt.Sprint(i))
		copyContext(b, from, to)
	}
	o := options()
	b.ReportAllocs()
	before := processorTime(b)
	for b.Loop() {
		if report := run.Lint(run.Discover([]string{root}, nil), o); report.Files[lint.Dockerfile] != files {
			b.Fatalf("%d Dockerfiles judged", report.Files[lint.Dockerfile])
		}
	}
	spent := processorTime(b) - before
	b.ReportMetric(float64(spent.Microseconds())/1000/float64(b.N*files), "cpu-ms/file")
}

// dockerfiles is the paths of all Dockerfiles below a folder.
func dockerfiles(b *testing.B, folder string) []string {
	b.Helper()
	var found []string
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		if err == nil && d.Type().IsRegular() && parse.Name(path) == lint.Dockerfile {
			if text, _ := os.ReadFile(path); len(parse.File(lint.NewFile(path, text), nil)) > 0 {
				found = append(found, path)
			}
		}
		return err
	})
	if err != nil || len(found) == 0 {
		b.Fatalf("%d Dockerfiles below %s: %v", len(found), folder, err)
	}
	return found
}

// copyContext makes a folder of a Dockerfile and of the small files that stand beside it and are not judged themselves.
func copyContext(b *testing.B, dockerfile, to string) {
	b.Helper()
	const small = 64 << 10
	if err := os.Mkdir(to, 0o755); err != nil {
		b.Fatal(err)
	}
	entries, err := os.ReadDir(filepath.Dir(dockerfile))
	if err != nil {
		b.Fatal(err)
	}
	for _, e := range entries {
		name := e.Name()
		from := filepath.Join(filepath.Dir(dockerfile), name)
		text, err := os.ReadFile(from)
		if err != nil || len(text) > small || from != dockerfile && len(parse.File(lint.NewFile(name, text), nil)) > 0 {
			continue
		}
		if err := os.WriteFile(filepath.Join(to, name), text, 0o644); err != nil {
			b.Fatal(err)
		}
	}
}

// processorTime is what processor time the process has taken so far.
func processorTime(b *testing.B) time.Duration {
	b.Helper()
	var usage syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &usage); err != nil {
		b.Fatal(err)
	}
	return time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
}
