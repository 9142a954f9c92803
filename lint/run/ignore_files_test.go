package run

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// write makes files below a folder, and the folders they need.
func write(t testing.TB, root string, files map[string]string) {
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

// git runs git in a folder, without anyone's settings.
func git(t *testing.T, folder string, args ...string) string {
	t.Helper()
	program, err := exec.LookPath("git")
	if err != nil {
		t.Skip("git is not installed")
	}
	cmd := exec.Command(program, append([]string{"-C", folder}, args...)...)
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_SYSTEM="+os.DevNull, "XDG_CONFIG_HOME="+folder)
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("git %v: %v", args, err)
	}
	return string(out)
}

// ignoreFiles is .gitignore files, each for its own copy of gitTree.
var ignoreFiles = []string{
	"",
	"a.yaml\n",
	"/a.yaml",
	"*.yaml\n!a.yaml\n",
	"*.yaml\n!src/*.yaml\n",
	"build/\n",
	"/build/\n",
	"build\n!build/a.yaml\n",
	"build/*\n!build/a.yaml\n",
	"build/**\n!build/a.yaml\n",
	"/build/**/\n",
	"src/build\n",
	"src/build/\n!src/build/\n",
	"*\n!*/\n!a.yaml\n",
	"/*\n!/src\n/src/*\n!/src/deep\n",
	"**/build\n",
	"**/build/a.yaml\n",
	"src/**\n",
	"src/**/b.yaml\n",
	"src/**/deep/**/b.yaml\n",
	"src/**/x/../b.yaml\n",
	"**/deep/build/*.yaml\n",
	"**\n!**/\n!**/b.yaml\n",
	"a**.yaml\n",
	"src/**deep/\n",
	"foo**/bar\n",
	"foo/**bar\n",
	"foo/***/bar\n",
	"***/bar\n",
	"src/*/b.yaml\n",
	"s*/*/b*/\n",
	"*/build\n",
	"/*.yaml\n",
	"?.yaml\n",
	"src?build\n",
	"src[/]build\n",
	"[ab].yaml\n",
	"[!ab].yaml\n",
	"[^ab].yaml\n",
	"[a-cx].yaml\n",
	"[]-]*.yaml\n",
	"[-a].yaml\n",
	"[a-]-b.yaml\n",
	"a[+--]b.yaml\n",
	"[[:digit:]].yaml\n[[:upper:]].yaml\n",
	"[^[:alpha:]]*\n",
	"[[:nonsense:]].yaml\n",
	"[[:a].yaml\n",
	"[[.a.]].yaml\n",
	"[\\a].yaml\n",
	"[a\\-z].yaml\n",
	"[a.yaml\nb.yaml",
	"\\[x\\].yaml\n",
	"[[]x].yaml\n",
	"# a.yaml\nb.yaml\n",
	"\\#hash.yaml\n",
	"#hash.yaml\n",
	"\\!bang.yaml\n",
	"!bang.yaml\n",
	"*bang*\n!!bang.yaml\n",
	"back\\\\slash.yaml\n",
	"back\\slash.yaml\n",
	"a\\.yaml\n\\b.yaml\n",
	"a.yaml\\\n",
	"a.yaml  \nb.yaml\t\n",
	"trail\\ \n",
	"trail\\  \n",
	"trail \n",
	"trail\\\n",
	"a\\ b.yaml\n",
	"a b.yaml   \n",
	" a.yaml\n",
	"a.yaml\r\nbuild/\r\n!x.yaml\r\n",
	"a.yaml\r\r\nb.yaml\r",
	"\xef\xbb\xbfa.yaml\nb.yaml\n",
	"\n\n\r\n   \n!\n/\n//\n!/\n",
	"build//\n//build\n",
	"./a.yaml\n",
	"é.yaml\n",
	"??.yaml\n",
	"*é*\n",
	"A.YAML\n",
	"*.log\n!*.log\n*.log/a.yaml\n",
	"*.log/\n",
	"{a,b}.yaml\n",
	"*a*a*m*\n",
	"*/*/*/*\n",
	"link\n",
	"link/\n",
	"**/link-to-folder/\n",
	"build\\/\n",
	"src\\/build\n",
	"*\n!.gitignore\n",
}

var gitTree = strings.Fields(`a.yaml b.yaml x.yaml 1.yaml A.yaml c-b.yaml a-b.yaml a.b.yaml ]x.yaml -x.yaml [x].yaml {a,b}.yaml #hash.yaml
	!bang.yaml back\slash.yaml backslash.yaml é.yaml aXa.yaml build/a.yaml build/b.yaml build/sub/a.yaml src/a.yaml src/b.yaml
	src/build/a.yaml src/build/b.yaml src/deep/b.yaml src/deep/build/a.yaml src/deep/x/y/b.yaml src/very-deep/build src-build
	foo/bar/a.yaml foo/x/bar/a.yaml foo/xbar foobar/a.yaml foox/bar/a.yaml bar/a.yaml x.log/a.yaml x.log/b.yaml x.log/.x/a.yaml .x/a.yaml trail trail\`)

// TestIgnoresAsGitDoes holds what is found against what git lists in a repository of odd .gitignore files.
func TestIgnoresAsGitDoes(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the file names are not all possible here")
	}
	root := t.TempDir()
	git(t, root, "init", "-q")
	files := map[string]string{
		".gitignore":                      "/top/ignored/\n*.out.yaml\n!/top/kept.out.yaml\nnested/*.yaml\n!nested/b.yaml\n",
		".git/info/exclude":               "/excluded.yaml\nz.yaml\n",
		"excluded.yaml":                   "",
		"top/excluded.yaml":               "",
		"top/z.yaml":                      "",
		"top/brought-back/.gitignore":     "!z.yaml\n",
		"top/brought-back/z.yaml":         "",
		"top/ignored/a.yaml":              "",
		"top/ignored/.gitignore":          "!a.yaml\n",
		"top/kept.out.yaml":               "",
		"top/gone.out.yaml":               "",
		"top/sub/kept.out.yaml":           "",
		"nested/a.yaml":                   "",
		"nested/b.yaml":                   "",
		"nested/.gitignore":               "b.yaml\n!a.yaml\n/deeper/one\n",
		"nested/deeper/one/a.yaml":        "",
		"nested/deeper/two/.gitignore":    "*\n!c.yaml\n",
		"nested/deeper/two/c.yaml":        "",
		"nested/deeper/two/d.yaml":        "",
		"nested/deeper/two/three/c.yaml":  "",
		"nested/deeper/nested/a.yaml":     "",
		"nested/deeper/deeper/one/b.yaml": "",
	}
	for i, text := range ignoreFiles {
		folder := fmt.Sprintf("case-%02d/", i)
		files[folder+".gitignore"] = text
		for _, name := range gitTree {
			files[folder+name] = ""
		}
		for _, name := range []string{"a b.yaml", " a.yaml", "trail ", "a.yaml\r", "src/ "} {
			files[folder+name] = ""
		}
	}
	write(t, root, files)
	for i := range ignoreFiles {
		folder := filepath.Join(root, fmt.Sprintf("case-%02d", i))
		if err := os.Symlink("a.yaml", filepath.Join(folder, "link")); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink("src", filepath.Join(folder, "link-to-folder")); err != nil {
			t.Fatal(err)
		}
	}

	for _, folder := range []string{".", "nested", "nested/deeper", "case-04/src"} {
		t.Run(folder, func(t *testing.T) {
			given := filepath.Join(root, filepath.FromSlash(folder))
			var want []string
			for name := range strings.SplitSeq(strings.TrimSuffix(git(t, given, "ls-files", "-co", "--exclude-standard", "-z"), "\x00"), "\x00") {
				// Links to folders are not entered, links to files that are found are not found twice.
				if info, err := os.Lstat(filepath.Join(given, name)); err == nil && info.Mode().IsRegular() && candidate(filepath.Dir(name), filepath.Base(name)) {
					want = append(want, name)
				}
			}
			slices.Sort(want)
			if len(want) < 2 {
				t.Fatalf("git lists only %q", want)
			}
			var got []string
			for _, in := range Discover([]string{given}, nil) {
				name, _ := filepath.Rel(given, filepath.FromSlash(in.Path))
				if filepath.Base(name) == "link" { // where a.yaml is ignored
					continue
				}
				got = append(got, filepath.ToSlash(name))
			}
			slices.Sort(got)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("git (-) and Discover (+) differ:\n%s", diff)
				for i, text := range ignoreFiles {
					if strings.Contains(diff, fmt.Sprintf("case-%02d/", i)) {
						t.Logf("case-%02d is %q", i, text)
					}
				}
			}
		})
	}
}

// TestIgnoreLinks holds what git ignores of symbolic links, which it takes for files.
func TestIgnoreLinks(t *testing.T) {
	root := t.TempDir()
	git(t, root, "init", "-q")
	write(t, root, map[string]string{".gitignore": "one/\ntwo\ntarget\n", "target": "#!/bin/sh\n"})
	for _, name := range []string{"one", "two"} {
		if err := os.Symlink("target", filepath.Join(root, name)); err != nil {
			t.Skip("symbolic links are not possible here")
		}
	}
	var got []string
	for _, in := range Discover([]string{root}, nil) {
		got = append(got, filepath.Base(in.Path))
	}
	if diff := cmp.Diff([]string{"one"}, got); diff != "" {
		t.Error(diff)
	}
}

// TestNestedRepository: the patterns of a repository end where another begins.
func TestNestedRepository(t *testing.T) {
	root := t.TempDir()
	write(t, root, map[string]string{
		".git/HEAD":               "",
		".gitignore":              "*.yaml\nvendor/\n",
		"a.yaml":                  "",
		"module/.git":             "gitdir: ../.git/modules/module\n", // a submodule
		"module/a.yaml":           "",
		"module/b.yaml":           "",
		"module/.gitignore":       "b.yaml\n",
		"module/sub/a.yaml":       "",
		"clone/.git/HEAD":         "",
		"clone/.git/info/exclude": "x.yaml\n",
		"clone/x.yaml":            "",
		"clone/y.yaml":            "",
		"vendor/.git/HEAD":        "",
		"vendor/a.yaml":           "",
	})
	for given, want := range map[string][]string{
		".":          {"clone/y.yaml", "module/a.yaml", "module/sub/a.yaml"},
		"module/sub": {"a.yaml"},
		"clone":      {"y.yaml"},
		"vendor":     {"a.yaml"},
	} {
		if diff := cmp.Diff(want, found(t, filepath.Join(root, given))); diff != "" {
			t.Errorf("%s: %s", given, diff)
		}
	}
}

// TestWildmatchIsBounded holds patterns that make a naive matcher try for years.
func TestWildmatchIsBounded(t *testing.T) {
	path := strings.Repeat("aaaaaaaaaa/", 300) + "a"
	for _, pattern := range []string{
		strings.Repeat("*a", 400) + "b",
		strings.Repeat("**/", 400) + "b",
		strings.Repeat("**/*a*/", 40) + "b",
		strings.Repeat("[[:alpha:]]*", 400) + "b",
	} {
		if wildmatch(pattern, path) {
			t.Errorf("%.20s… matches", pattern)
		}
	}
}
