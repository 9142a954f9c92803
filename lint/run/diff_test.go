package run

import (
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse"
)

// readingOf is a text as it is read.
func readingOf(path, text string) reading {
	file := lint.NewFile(path, []byte(text))
	return reading{file: file, focus: file, units: parse.File(file, nil)}
}

const (
	numbers = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n11\n12\n"

	podWithToken = "apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n    - name: a\n      env:\n        - name: API_TOKEN\n" +
		"          value: |\n            hunter2\n            hunter3\n      stdin: true\n"
)

func TestUnified(t *testing.T) {
	tests := []struct{ name, path, before, after, want string }{
		{"replaced", "a/b", numbers, strings.Replace(numbers, "5\n", "five\n", 1),
			"--- a/a/b\n+++ b/a/b\n@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n"},
		{"deleted at the start", "f", numbers, numbers[2:], "--- a/f\n+++ b/f\n@@ -1,4 +1,3 @@\n-1\n 2\n 3\n 4\n"},
		{"added at the end", "f", "1\n", "1\n2\n3\n", "--- a/f\n+++ b/f\n@@ -1,1 +1,3 @@\n 1\n+2\n+3\n"},
		{"all is new", "f", "", "1\n", "--- a/f\n+++ b/f\n@@ -0,0 +1,1 @@\n+1\n"},
		{"all is gone", "f", "1\n", "", "--- a/f\n+++ b/f\n@@ -1,1 +0,0 @@\n-1\n"},
		{"two near changes", "f", numbers, "1\nx\n2\n3\n4\n5\n6\n7\n9\n10\n11\n12\n",
			"--- a/f\n+++ b/f\n@@ -1,11 +1,11 @@\n 1\n+x\n 2\n 3\n 4\n 5\n 6\n 7\n-8\n 9\n 10\n 11\n"},
		{"two far changes", "f", numbers, "x\n" + strings.TrimSuffix(numbers, "12\n"),
			"--- a/f\n+++ b/f\n@@ -1,3 +1,4 @@\n+x\n 1\n 2\n 3\n@@ -9,4 +10,3 @@\n 9\n 10\n 11\n-12\n"},
		{"no line break at the end", "f", "1\n2", "1\n3", "--- a/f\n+++ b/f\n@@ -1,2 +1,2 @@\n 1\n-2\n\\ No newline at end of file\n+3\n\\ No newline at end of file\n"},
		{"carriage returns", "f", "1\r\n2\r\n", "1\r\n3\n", "--- a/f\n+++ b/f\n@@ -1,2 +1,2 @@\n 1\r\n-2\r\n+3\n"},
		{"blank in the name", "/a b", "1\n", "2\n", "--- a/a b\t\n+++ b/a b\t\n@@ -1,1 +1,1 @@\n-1\n+2\n"},
		{"line break in the name", "a\nb", "1\n", "2\n", "--- \"a/a\\nb\"\n+++ \"b/a\\nb\"\n@@ -1,1 +1,1 @@\n-1\n+2\n"},
		{"escape sequence", "f", "\x1b[2J\n1\n", "\x1b[2J\n2\n", "--- a/f\n+++ b/f\n@@ -1,2 +1,2 @@\n \ufffd[2J\n-1\n+2\n"},
		{"secrets", "Dockerfile", "FROM a\nENV DB_PASSWORD hunter2\nENV DB_TOKEN=hunter3\n", "FROM a\nENV DB_PASSWORD=hunter2\nENV DB_TOKEN=hunter3\n",
			"--- a/Dockerfile\n+++ b/Dockerfile\n@@ -1,3 +1,3 @@\n FROM a\n-ENV DB_PASSWORD ********\n+ENV DB_PASSWORD=********\n ENV DB_TOKEN=********\n"},
		{"secret of several lines", "pod.yaml", podWithToken, strings.Replace(podWithToken, "true", "false", 1),
			"--- a/pod.yaml\n+++ b/pod.yaml\n@@ -9,4 +9,4 @@\n           value: ********\n ********\n ********\n-      stdin: true\n+      stdin: false\n"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := unified(readingOf(test.path, test.before), readingOf(test.path, test.after))
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestChanges makes random texts of each other, of few different lines, so that there is much to mistake.
func TestChanges(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 1000 {
		var a, b []string
		for range r.IntN(200) {
			a = append(a, fmt.Sprint(r.IntN(9)))
		}
		for _, line := range a {
			switch r.IntN(30) {
			case 0:
				b = append(b, "x", line)
			case 1:
				b = append(b, "x")
			case 2:
			case 3:
				b = append(b, slices.Repeat([]string{"y"}, r.IntN(2*diffWindow))...)
			default:
				b = append(b, line)
			}
		}
		var made []string
		at := 0
		for i, c := range changes(a, b) {
			if c.a < at || i > 0 && c.a == at || c.a == c.aEnd && c.b == c.bEnd {
				t.Fatalf("change %d, %v, is empty or touches the one before, which ends at %d", i, c, at)
			}
			made = append(append(made, a[at:c.a]...), b[c.b:c.bEnd]...)
			at = c.aEnd
		}
		if made = append(made, a[at:]...); !slices.Equal(made, b) {
			t.Fatalf("%q became %q, not %q", a, made, b)
		}
	}
}

// TestChangesAreFew holds that lines which stay are not taken out and put in again, wherever the texts are cut for comparing.
func TestChangesAreFew(t *testing.T) {
	var a []string
	for i := range 3 * diffWindow {
		a = append(a, fmt.Sprint(i))
	}
	for at := 1; at < 2*diffWindow; at++ {
		b := slices.Insert(slices.Clone(a), at, "v", "w", "x", "y", "z")
		b[0] = "first"
		want := []change{{0, 1, 0, 1}, {at, at, at, at + 5}}
		if at == 1 {
			want = []change{{0, 1, 0, 6}}
		}
		if got := changes(a, b); !slices.Equal(got, want) {
			t.Errorf("got %v, want %v", got, want)
		}
	}
}

// TestPatch holds that patch makes of a file what the diff says.
func TestPatch(t *testing.T) {
	program, err := exec.LookPath("patch")
	if err != nil {
		t.Skip("patch is not installed")
	}
	for name, texts := range map[string][2]string{
		"many":      {strings.Repeat(numbers, 9), strings.Repeat(strings.Replace(numbers, "5\n", "a\nb\n", 1), 9)},
		"no ending": {numbers + "13", numbers[2:] + "14"},
		"returns":   {"1\r\n2\r\n3\r\n", "1\r\n3\r\n4\r\n"},
		"grown":     {"1\n", "1\n" + strings.Repeat("2\n", 3*diffWindow)},
	} {
		folder := t.TempDir()
		write(t, folder, map[string]string{"a b": texts[0]})
		cmd := exec.Command(program, "-p1", "--binary", "-d", folder)
		cmd.Stdin = strings.NewReader(unified(readingOf("a b", texts[0]), readingOf("a b", texts[1])))
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v\n%s", name, err, out)
		}
		if got, err := os.ReadFile(filepath.Join(folder, "a b")); string(got) != texts[1] {
			t.Errorf("%s: patch made %q, %v; want %q", name, got, err, texts[1])
		}
	}
}
