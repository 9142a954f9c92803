package run

import (
	"fmt"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// found is the paths that are found in a folder, relative to it, errors behind them.
func found(t *testing.T, folder string, exclude ...string) []string {
	t.Helper()
	t.Chdir(folder)
	return reported(Discover([]string{"."}, exclude))
}

func reported(inputs []Input) []string {
	var all []string
	for _, in := range inputs {
		line := in.Path
		if in.Explicit {
			line += " (explicit)"
		}
		if in.Err != nil {
			line += ": " + in.Err.Error()
		}
		all = append(all, line)
	}
	return all
}

func TestCandidate(t *testing.T) {
	for name, want := range map[string]nameKind{
		"Dockerfile": byContent, "dockerfile": byContent, "DOCKERFILE": byContent, "Containerfile": byContent, "Containerfile.dev": byContent,
		"Dockerfile.alpine-3.20": byContent, "Dockerfile-alpine": byContent, "Dockerfile_gpu": byContent, "api.Dockerfile": byContent,
		"api.dockerfile": byContent, "prod-Dockerfile": byContent, "test.Dockerfile.arm64": byContent,
		"Dockerfile.py": byContent, "Dockerfile.go": byContent, "dockerfile.py": notOurs, "dockerfile.go": notOurs, "Dockerfile.yaml": byContent,
		".dockerignore": notOurs, "Dockerfile.dockerignore": notOurs, "api.dockerignore": notOurs, "Dockerfile.md": notOurs,
		"Dockerfile.j2": notOurs, "Dockerfile.tmpl": notOurs, "mydockerfile.txt": notOurs, "dockerfiles.txt": notOurs,
		"compose.yaml": byContent, "docker-compose.override.yml": byContent, "COMPOSE.YML": byContent, "compose.yaml.j2": notOurs,
		"web.yaml": byContent, "web.json": byContent, "devcontainer.json": byContent, "values.yaml.gotmpl": notOurs,
		"package.json": notOurs, "package-lock.json": notOurs, "tsconfig.build.json": notOurs, "pnpm-lock.yaml": notOurs,
		"run.sh": byContent, "run.bash": byContent, "pre-commit": perhapsScript, "Makefile": byContent, "GNUmakefile": byContent, "makefile": byContent, "docker.mk": byContent, "app.service": byContent, "app.container": byContent, "app.service.in": notOurs, "override.conf": notOurs, "Makefile.am": notOurs, "Kustomization": byContent, "kustomization": perhapsScript,
		".env": notOurs, ".git": notOurs, "main.go": notOurs, "picture.png": notOurs, "install-1.2": notOurs, "": notOurs,
	} {
		if got := kindOfName(name); got != want {
			t.Errorf("%q: got %d, want %d", name, got, want)
		}
		if got := candidate("", name); got != (want != notOurs) {
			t.Errorf("candidate(%q) = %t", name, got)
		}
	}
	for folder, want := range map[string]bool{"etc/docker.service.d": true, "etc/conf.d": false, "service.d": false} {
		if got := candidate(folder, "override.conf"); got != want {
			t.Errorf("in %s: %t", folder, got)
		}
	}
}

var tree = map[string]string{
	"Dockerfile":                      "FROM scratch\n",
	"docs/readme.md":                  "",
	".devcontainer/devcontainer.json": "{}",
	".github/workflows/ci.yaml":       "",
	"a/compose.yaml":                  "",
	"a/deep/web.yml":                  "",
	"a-b/x.json":                      "",
	"tools/run":                       "#!/bin/sh\n",
	".git/hooks/pre-commit":           "#!/bin/sh\n",
	"notes.txt":                       "",
	".gitignore":                      "ignored.yaml\n",
	"ignored.yaml":                    "",
}

func TestDiscover(t *testing.T) {
	root := t.TempDir()
	write(t, root, tree)
	t.Chdir(root)
	all := []string{".devcontainer/devcontainer.json", ".github/workflows/ci.yaml", "Dockerfile", "a-b/x.json", "a/compose.yaml", "a/deep/web.yml", "tools/run"}
	for _, c := range []struct {
		name           string
		paths, exclude []string
		want           []string
	}{
		{"folder", []string{"."}, nil, all},
		{"written oddly", []string{".//a/../"}, nil, all},
		{"sub-folder", []string{"./a/"}, nil, []string{"a/compose.yaml", "a/deep/web.yml"}},
		{"twice", []string{".", "a", root, "a/compose.yaml"}, nil, strings.Split(strings.Replace(strings.Join(all, "\n"), "compose.yaml", "compose.yaml (explicit)", 1), "\n")},
		{"files as they are", []string{"notes.txt", "ignored.yaml", "Dockerfile"}, []string{"**"},
			[]string{"Dockerfile (explicit)", "ignored.yaml (explicit)", "notes.txt (explicit)"}},
		{"missing", []string{"none.yaml", "a", ""}, nil, []string{". (explicit): does not exist", "a/compose.yaml", "a/deep/web.yml", "none.yaml (explicit): does not exist"}},
		{"above", []string{"a/../../" + filepath.Base(root) + "/a"}, nil, []string{"../" + filepath.Base(root) + "/a/compose.yaml", "../" + filepath.Base(root) + "/a/deep/web.yml"}},
		{"exclude files", []string{"."}, []string{"**/*.{json,yml}", "tools/*"}, []string{".github/workflows/ci.yaml", "Dockerfile", "a/compose.yaml"}},
		{"exclude folders", []string{"."}, []string{"a", ".*", "./tools/"}, []string{"Dockerfile", "a-b/x.json"}},
		{"exclude what is in a folder", []string{".", "a/deep"}, []string{"a/**", ".*/**", "[", "tools"}, []string{"Dockerfile", "a-b/x.json"}},
		{"a folder in an excluded one", []string{"a/deep"}, []string{"a"}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			if diff := cmp.Diff(c.want, reported(Discover(c.paths, c.exclude))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// TestAbsolutePaths: what is given absolute is reported so, and everything that is found can be opened from anywhere.
func TestAbsolutePaths(t *testing.T) {
	root := t.TempDir()
	write(t, root, tree)
	inputs := Discover([]string{filepath.Join(root, "a")}, nil)
	want := []string{filepath.ToSlash(root) + "/a/compose.yaml", filepath.ToSlash(root) + "/a/deep/web.yml"}
	if diff := cmp.Diff(want, reported(inputs)); diff != "" {
		t.Error(diff)
	}
	t.Chdir(root)
	inputs = Discover([]string{"a"}, nil)
	t.Chdir(t.TempDir())
	for _, in := range inputs {
		if _, err := in.read(); err != nil {
			t.Errorf("%s: %v", in.Path, err)
		}
	}
}

func TestSymbolicLinks(t *testing.T) {
	root := t.TempDir()
	write(t, root, map[string]string{
		"outside.yaml":                "",
		"outside/a.yaml":              "",
		"given-too/a.yaml":            "",
		"given/real.yaml":             "",
		"given/images/base.txt":       "FROM scratch\n",
		"given/images/sub/Dockerfile": "FROM scratch\n",
	})
	for link, target := range map[string]string{
		"given/same.yaml":      "real.yaml",       // found as real.yaml
		"given/Dockerfile":     "images/base.txt", // found under this name alone
		"given/Containerfile":  "./images/../images/base.txt",
		"given/out.yaml":       "../outside.yaml",
		"given/absolute.yaml":  filepath.Join(root, "outside.yaml"),
		"given/beside.yaml":    "../given-too/a.yaml",
		"given/hop.yaml":       "out.yaml",
		"given/through.yaml":   "folder-out/a.yaml",
		"given/folder-out":     "../outside",
		"given/folder":         "images",
		"given/up.yaml":        "..",
		"given/around":         ".",
		"given/dangling.yaml":  "gone.yaml",
		"given/loop.yaml":      "pool.yaml",
		"given/pool.yaml":      "loop.yaml",
		"link-to-given":        "given",
		"link-to-outside.yaml": "outside.yaml",
	} {
		if err := os.Symlink(filepath.FromSlash(target), filepath.Join(root, filepath.FromSlash(link))); err != nil {
			t.Skip("symbolic links are not possible here")
		}
	}
	t.Chdir(root)
	loop := "cannot be read: too many levels of symbolic links"
	for given, want := range map[string][]string{
		"given":                {"given/Containerfile", "given/images/sub/Dockerfile", "given/loop.yaml: " + loop, "given/pool.yaml: " + loop, "given/real.yaml"},
		"link-to-given/images": {"link-to-given/images/sub/Dockerfile"},
		"link-to-given":        {"link-to-given/Containerfile", "link-to-given/images/sub/Dockerfile", "link-to-given/loop.yaml: " + loop, "link-to-given/pool.yaml: " + loop, "link-to-given/real.yaml"},
		"link-to-outside.yaml": {"link-to-outside.yaml (explicit)"},
		"given/folder-out":     {"given/folder-out/a.yaml"},
		"given/dangling.yaml":  {"given/dangling.yaml (explicit): does not exist"},
		"given/loop.yaml":      {"given/loop.yaml (explicit): " + loop},
	} {
		if diff := cmp.Diff(want, reported(Discover([]string{given}, nil))); diff != "" {
			t.Errorf("%s: %s", given, diff)
		}
	}
	if text, err := Discover([]string{"given"}, nil)[0].read(); err != nil || string(text) != "FROM scratch\n" {
		t.Errorf("through a link: %q, %v", text, err)
	}
}

func TestUnreadable(t *testing.T) {
	if os.Geteuid() == 0 || runtime.GOOS == "windows" {
		t.Skip("permissions do not bite here")
	}
	root := t.TempDir()
	write(t, root, map[string]string{"a/web.yaml": "", "closed/web.yaml": "", "z.yaml": ""})
	for _, name := range []string{"closed", "z.yaml"} {
		name = filepath.Join(root, name)
		if err := os.Chmod(name, 0); err != nil {
			t.Fatal(err)
		}
		defer os.Chmod(name, 0o700)
	}
	t.Chdir(root)
	inputs := Discover([]string{".", "closed/web.yaml"}, nil)
	denied := "cannot be read: permission denied"
	want := []string{"a/web.yaml", "closed: " + denied, "closed/web.yaml (explicit): " + denied, "z.yaml"}
	if diff := cmp.Diff(want, reported(inputs)); diff != "" {
		t.Error(diff)
	}
	if _, err := inputs[len(inputs)-1].read(); err == nil || err.Error() != denied {
		t.Errorf("z.yaml: %v", err)
	}
}

// TestIrregularFiles: what is no file is told of where its name promises one of ours, and is never waited for.
func TestIrregularFiles(t *testing.T) {
	root := t.TempDir()
	write(t, root, map[string]string{"web.yaml": ""})
	t.Chdir(root)
	listener, err := net.Listen("unix", "Dockerfile")
	if err != nil {
		t.Skip("sockets in folders are not possible here")
	}
	defer listener.Close()
	makePipe(t, "compose.yaml")
	makePipe(t, "control")
	if err := os.Symlink("compose.yaml", "Dockerfile.dev"); err != nil {
		t.Fatal(err)
	}
	done := make(chan bool)
	go func() {
		defer close(done)
		irregular := "cannot be read: it is not a regular file"
		want := []string{"Dockerfile: " + irregular, "Dockerfile.dev: " + irregular, "compose.yaml: " + irregular, "web.yaml"}
		if diff := cmp.Diff(want, reported(Discover([]string{"."}, nil))); diff != "" {
			t.Error(diff)
		}
		for _, name := range []string{"compose.yaml", "control", "Dockerfile", os.DevNull} {
			if diff := cmp.Diff([]string{name + " (explicit): " + irregular}, reported(Discover([]string{name}, nil))); diff != "" {
				t.Error(diff)
			}
			// It may have become so after it was found.
			if _, err := (Input{Path: name, Disk: name}).read(); err == nil {
				t.Errorf("%s is read", name)
			}
		}
	}()
	select {
	case <-done:
	case <-time.After(20 * time.Second):
		t.Fatal("waits for the other end of a pipe")
	}
}

func TestRead(t *testing.T) {
	root := t.TempDir()
	t.Chdir(root)
	write(t, root, map[string]string{
		"a.yaml": "a: 1\n", "empty.yaml": "", "script": "#!/bin/sh\ndocker ps\n", "text": "no script", "x": "#",
		"full.yaml": strings.Repeat("#", maxFileSize), "over.yaml": strings.Repeat("#", maxFileSize+1), "over": strings.Repeat("#", maxFileSize+1),
	})
	for _, c := range []struct {
		in   Input
		want string
		err  string
	}{
		{in: Input{Path: "a.yaml", Disk: "a.yaml"}, want: "a: 1\n"},
		{in: Input{Path: "-", Text: []byte("b: 2\n")}, want: "b: 2\n"},
		{in: Input{Path: "empty.yaml", Disk: "empty.yaml"}},
		{in: Input{Path: "script", Disk: "script"}, want: "#!/bin/sh\ndocker ps\n"},
		{in: Input{Path: "text", Disk: "text"}},
		{in: Input{Path: "x", Disk: "x"}},
		{in: Input{Path: "text", Disk: "text", Explicit: true}, want: "no script"},
		{in: Input{Path: "full.yaml", Disk: "full.yaml"}, want: strings.Repeat("#", maxFileSize)},
		{in: Input{Path: "over.yaml", Disk: "over.yaml"}, err: "is larger than 10 MiB"},
		{in: Input{Path: "over", Disk: "over"}},
		{in: Input{Path: "gone.yaml", Disk: "gone.yaml"}, err: "does not exist"},
		{in: Input{Path: "gone", Err: os.ErrInvalid}, err: "invalid argument"},
	} {
		text, err := c.in.read()
		if string(text) != c.want {
			t.Errorf("%s: %d bytes, %.20q", c.in.Path, len(text), text)
		}
		if got := fmt.Sprint(err); c.err != "" && got != c.err || c.err == "" && err != nil {
			t.Errorf("%s: error %v, want %q", c.in.Path, err, c.err)
		}
	}
}

// BenchmarkDiscover walks trees of which a third is ours, with two .gitignore files in effect everywhere.
func BenchmarkDiscover(b *testing.B) {
	for _, n := range []int{1000, 10000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			root := b.TempDir()
			files := map[string]string{
				".git/info/exclude": "*.swp\n",
				".gitignore":        "node_modules/\n*.log\n/build/\n**/target/\n.env\n!keep.log\n*.py[cod]\nvendor/bundle\n.terraform/\ndist\n",
			}
			for i := range n {
				name := [...]string{"Dockerfile", "deployment.yaml", "main.go", "README.md", "service.yaml", "index.js", "logo.png", "a_test.go", "style.css"}[i%9]
				files[fmt.Sprintf("team-%d/service-%d/%d-%s", i/500, i/20, i, name)] = ""
				if i%500 == 0 {
					files[fmt.Sprintf("team-%d/.gitignore", i/500)] = "/local.yaml\n*.tmp.yaml\n"
				}
			}
			write(b, root, files)
			b.ReportAllocs()
			for b.Loop() {
				if got := len(Discover([]string{root}, nil)); got < n/4 {
					b.Fatalf("%d found", got)
				}
			}
		})
	}
}
