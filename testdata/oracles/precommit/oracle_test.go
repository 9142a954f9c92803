package precommit

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// root is the folder of this repository.
const root = "../../.."

const (
	good = "FROM debian:12.11\nUSER 10001\n"
	bad  = "services:\n  db:\n    image: postgres:17.5\n    privileged: true\n"
	// said is how the finding in bad begins.
	said = "compose.yaml:4:17: critical: service db runs privileged"
)

// TestSystemHook commits with the hook that runs an installed stridelint.
func TestSystemHook(t *testing.T) {
	commits(t, newRepository(t, "stridelint-system", installed(t)))
}

// TestGoHook commits with the hook that pre-commit builds by itself.
func TestGoHook(t *testing.T) {
	// pre-commit moves GOPATH; the modules need not be fetched again for that.
	modules, err := exec.Command("go", "env", "GOMODCACHE").Output()
	if err != nil {
		t.Skipf("go env: %v", err)
	}
	commits(t, newRepository(t, "stridelint", "GOMODCACHE="+strings.TrimSpace(string(modules))))
}

// commits makes a commit that must pass, one with nothing to judge, and one that must fail.
func commits(t *testing.T, r *repository) {
	for _, commit := range []struct {
		name   string
		files  map[string]string
		passes bool
		says   string
	}{
		{"good", map[string]string{"Dockerfile": good, "README.md": bad, "data.json": `{"services": 3}`}, true, "Passed"},
		{"nothing of ours", map[string]string{"README.md": good}, true, "Skipped"},
		{"bad", map[string]string{"compose.yaml": bad, "Dockerfile": good + "\n"}, false, said},
	} {
		before := r.git("rev-list", "--all", "--count")
		r.write(commit.files)
		r.git("add", "--all")
		out, err := r.command("git", "commit", "--quiet", "--message", commit.name).CombinedOutput()
		t.Logf("%s:\n%s", commit.name, out)
		if passed := err == nil; passed != commit.passes || passed == (r.git("rev-list", "--all", "--count") == before) {
			t.Errorf("%s: git commit ended with %v", commit.name, err)
		}
		if !bytes.Contains(out, []byte(commit.says)) {
			t.Errorf("%s: the output lacks %q", commit.name, commit.says)
		}
		// What comes from the tool itself, such as a summary, is noise in a hook.
		if commit.passes && bytes.Contains(out, []byte("judged")) {
			t.Errorf("%s: a hook that passes is not quiet", commit.name)
		}
	}
}

// TestNames compares the files that the hook is given with those that stridelint finds by itself. Each file would be guilty if
// it were judged.
func TestNames(t *testing.T) {
	const (
		manifest = "{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {hostPID: true}}\n"
		object   = `{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "a"}, "spec": {"hostPID": true}}` + "\n"
		script   = "#!/bin/sh\ndocker run --privileged registry.example.com/a:1\n"
		makefile = "a:\n\tdocker run --privileged registry.example.com/a:1\n"
		unit     = "[Service]\nExecStart=docker run --privileged registry.example.com/a:1\n"
		quadlet  = "[Container]\nImage=registry.example.com/a:1\nPodmanArgs=--privileged\n"
		editor   = "{\"image\": \"registry.example.com/a:1\", \"privileged\": true, }\n"
		workflow = "jobs:\n  a:\n    runs-on: x\n    steps:\n      - run: docker run --privileged registry.example.com/a:1\n"
		pipeline = "a:\n  script: docker run --privileged registry.example.com/a:1\n"
		image    = "FROM debian:12.11\nUSER root\n"
	)
	files := map[string]string{}
	for text, names := range map[string][]string{
		manifest: {"pod.yaml", "Pod.YML", "a b/ü%.yml", ".hidden/pod.yml", "pnpm-lock.yaml", "pod.yaml.bak", "pod.yamlx"},
		bad:      {"compose.yaml", "docker-compose.override.yml", "Compose.YAML"},
		object: {"pod.json", "POD.JSON", "package.json", "package-lock.json", "npm-shrinkwrap.json", "composer.json", "sub/tsconfig.json",
			"tsconfig.base.json", "Package.json", "my-package.json", "pod.jsonc"},
		makefile: {"Makefile", "sub/GNUmakefile", "makefile", "build.mk", "Makefile.in"},
		unit:     {"app.service", "docker.service.d/override.conf", "conf.d/override.conf", "app.service.in", "app.timer"},
		quadlet:  {"app.container", "app.container.d/more.conf"},
		editor:   {".devcontainer/devcontainer.json", ".devcontainer.json"},
		workflow: {".github/workflows/ci.yml", "templates/ci.yaml"},
		pipeline: {".gitlab-ci.yml", "ci/build.gitlab-ci.yml"},
		script:   {"run.sh", "run.bash", "RUN.SH", "bin/deploy", "run.zsh", ".profile", "run.sh.txt"},
		image: {"Dockerfile", "sub/dockerfile", "DOCKERFILE", "Containerfile", "Dockerfile.dev", "api.Dockerfile", "Dockerfile-alpine", "prod_dockerfile",
			"a.Containerfile.b", "Dockerfile.py", "Containerfile.go", "dockerfile.py", "DOCKERFILE.py", "my.Dockerfile.rs", "Dockerfile.md",
			".dockerignore", "Dockerfile.dockerignore", "Containerfile.containerignore", "Dockerfile.j2", "Dockerfile.jinja2", "Dockerfile.tmpl", "Dockerfile.TPL",
			"Dockerfile.template", "Dockerfile.erb", "mydockerfile.txt", "dockerfiles.txt", "image.txt", "Makefile.am"},
	} {
		for _, name := range names {
			files[name] = text
		}
	}
	r := newRepository(t, "stridelint-system", installed(t))
	r.write(map[string]string{".pre-commit-config.yaml": r.config("args: [--format=compact]")})
	r.write(files)
	r.git("add", "--all")
	given, err := r.command("pre-commit", "run", "--all-files").CombinedOutput()
	if err == nil {
		t.Fatalf("nothing was found:\n%s", given)
	}
	found, err := r.command("stridelint", "--format=compact", "--quiet", ".").Output()
	if err == nil {
		t.Fatalf("nothing was found:\n%s", found)
	}
	ours, theirs := paths(found), paths(given)
	if !slices.Equal(ours, theirs) {
		t.Errorf("stridelint takes\n%q\nthe hook takes\n%q", ours, theirs)
	}
	if len(ours) < 20 || slices.Contains(ours, "Dockerfile.tmpl") {
		t.Errorf("stridelint takes\n%q", ours)
	}
}

// paths is the paths in compact lines, sorted.
func paths(compact []byte) []string {
	set := map[string]bool{}
	for line := range bytes.Lines(compact) {
		if path, _, found := bytes.Cut(line, []byte(":")); found && bytes.HasSuffix(line, []byte("]\n")) {
			set[string(path)] = true
		}
	}
	return slices.Sorted(maps.Keys(set))
}

// repository is a git repository whose commits go through one of our hooks.
type repository struct {
	t           *testing.T
	folder      string
	environment []string
	hooks, hook string
}

func newRepository(t *testing.T, hook string, environment ...string) *repository {
	t.Helper()
	need(t)
	r := &repository{t: t, folder: t.TempDir(), hook: hook}
	for _, variable := range os.Environ() {
		if !strings.HasPrefix(variable, "GIT_") && !strings.HasPrefix(variable, "PRE_COMMIT") {
			r.environment = append(r.environment, variable)
		}
	}
	r.environment = append(r.environment, "PRE_COMMIT_HOME="+t.TempDir(), "PRE_COMMIT_COLOR=never", "GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL="+os.DevNull,
		"GIT_AUTHOR_NAME=a", "GIT_AUTHOR_EMAIL=a@example.com", "GIT_COMMITTER_NAME=a", "GIT_COMMITTER_EMAIL=a@example.com")
	r.environment = append(r.environment, environment...)
	r.hooks = r.published()
	r.git("init", "--quiet")
	r.write(map[string]string{".pre-commit-config.yaml": r.config("")})
	if out, err := r.command("pre-commit", "install").CombinedOutput(); err != nil {
		t.Fatalf("pre-commit install: %v\n%s", err, out)
	}
	return r
}

// published is a repository whose tag v0.0.0 is this repository as it lies here, with what is not committed yet.
func (r *repository) published() string {
	r.t.Helper()
	list := exec.Command("git", "-C", root, "ls-files", "--cached", "--others", "--exclude-standard", "-z")
	names, err := list.Output()
	if err != nil {
		r.t.Skipf("this is not a git repository: %v", err)
	}
	copied := &repository{t: r.t, folder: r.t.TempDir(), environment: r.environment}
	for name := range strings.SplitSeq(strings.TrimSuffix(string(names), "\x00"), "\x00") {
		text, err := os.ReadFile(filepath.Join(root, name))
		if os.IsNotExist(err) {
			continue // deleted, and not committed yet
		}
		if err != nil {
			r.t.Fatal(err)
		}
		copied.write(map[string]string{name: string(text)})
	}
	copied.git("init", "--quiet")
	copied.git("add", "--all")
	copied.git("commit", "--quiet", "--message", "all")
	copied.git("tag", "v0.0.0")
	return copied.folder
}

// config is a .pre-commit-config.yaml with our hook, and a line more of it.
func (r *repository) config(more string) string {
	return fmt.Sprintf("repos:\n  - repo: %s\n    rev: v0.0.0\n    hooks:\n      - id: %s\n        %s\n", r.hooks, r.hook, more)
}

func (r *repository) write(files map[string]string) {
	r.t.Helper()
	for name, text := range files {
		path := filepath.Join(r.folder, filepath.FromSlash(name))
		err := os.MkdirAll(filepath.Dir(path), 0o755)
		if err == nil {
			err = os.WriteFile(path, []byte(text), 0o644)
		}
		if err != nil {
			r.t.Fatal(err)
		}
	}
}

// command is a program in the repository. It is looked up where the repository's own PATH says.
func (r *repository) command(name string, arguments ...string) *exec.Cmd {
	c := exec.Command("env", append([]string{name}, arguments...)...)
	c.Dir, c.Env = r.folder, r.environment
	return c
}

func (r *repository) git(arguments ...string) string {
	r.t.Helper()
	out, err := r.command("git", arguments...).CombinedOutput()
	if err != nil {
		r.t.Fatalf("git %v: %v\n%s", arguments, err, out)
	}
	return string(out)
}

// need skips a test where what it runs is missing.
func need(t *testing.T) {
	t.Helper()
	for _, tool := range []string{"pre-commit", "git", "go"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skipf("%s is not installed", tool)
		}
	}
}

// installed is the variable PATH with a stridelint of now in front.
func installed(t *testing.T) string {
	t.Helper()
	need(t)
	folder := t.TempDir()
	if out, err := exec.Command("go", "build", "-C", root, "-o", filepath.Join(folder, "stridelint"), "./cmd/stridelint").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	return "PATH=" + folder + string(os.PathListSeparator) + os.Getenv("PATH")
}
