package editors

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// root is the folder of this repository.
const root = "../../.."

// The files of the project that is edited. Findings lie behind characters of more than one byte, code point and UTF-16 unit. A
// path would be a command if it came before a shell unquoted, in quotes or in double quotes.
const (
	dockerfile  = "it's $(touch pwned) here/Dockerfile"
	composeFile = "compose.yaml"
	cleanFile   = "clean/Dockerfile"
)

var texts = map[string]string{
	dockerfile:  "FROM debian:12.11\nENV PASSWORD=hunter2\nUSER root\n",
	composeFile: "services:\n  web:\n    image: nginx:latest\n  \"ha\u0308ß😀\": {image: nginx:1.29.0, privileged: true}\n",
	cleanFile:   "FROM debian:12.11\nUSER 10001\n",
}

// finding is what an editor should show.
type finding struct {
	file         string
	line         int
	marked       string // the text from its first column to its last
	severity     string
	rule         string
	messageStart string
}

// findings is in the order in which stridelint has them.
var findings = []finding{
	{composeFile, 3, "nginx:latest", "low", "latest-tag", "image nginx:latest has the tag latest"},
	{composeFile, 4, "true", "critical", "privileged-container", "service ha\u0308ß😀 runs privileged"},
	{dockerfile, 2, "hunter2", "high", "secret-in-env", "PASSWORD is written out"},
	{dockerfile, 3, "root", "medium", "root-user", "final stage runs as root"},
}

// of is the findings of one file.
func of(file string) []finding {
	return slices.DeleteFunc(slices.Clone(findings), func(f finding) bool { return f.file != file })
}

// before is the text of the finding's line in front of it.
func (f finding) before() string {
	text, _, _ := strings.Cut(strings.Split(texts[f.file], "\n")[f.line-1], f.marked)
	return text
}

// bin is the folder with the stridelint that is tried.
var bin string

func TestMain(m *testing.M) {
	var err error
	if bin, err = os.MkdirTemp("", "stridelint"); err != nil {
		panic(err)
	}
	build := exec.Command("go", "build", "-C", root, "-o", filepath.Join(bin, "stridelint"), "./cmd/stridelint")
	build.Stderr = os.Stderr
	status := 1
	if build.Run() == nil {
		status = m.Run()
	}
	os.RemoveAll(bin)
	os.Exit(status)
}

// project is a folder with the files, and with a stridelint that is first on the PATH of the environment.
type project struct {
	t           *testing.T
	folder      string
	environment []string
}

func newProject(t *testing.T) *project {
	t.Helper()
	folder, err := filepath.EvalSymlinks(t.TempDir()) // editors ask the system where they are
	if err != nil {
		t.Fatal(err)
	}
	p := &project{t: t, folder: folder}
	home := t.TempDir()
	p.environment = append(os.Environ(), "PATH="+bin+string(os.PathListSeparator)+os.Getenv("PATH"), "HOME="+home, "XDG_CONFIG_HOME="+home, "XDG_DATA_HOME="+home,
		"XDG_STATE_HOME="+home, "XDG_CACHE_HOME="+home, "LC_ALL=C.UTF-8", "GIT_CEILING_DIRECTORIES="+folder)
	p.write(".git/HEAD", "ref: refs/heads/main\n") // the root of a repository, for what looks for one
	for name, text := range texts {
		p.write(name, text)
	}
	t.Cleanup(func() {
		filepath.WalkDir(folder, func(path string, _ fs.DirEntry, _ error) error {
			if filepath.Base(path) == "pwned" {
				t.Error("the name of a file was run as a command")
			}
			return nil
		})
	})
	return p
}

// path is where a file of the project is.
func (p *project) path(name string) string { return filepath.Join(p.folder, filepath.FromSlash(name)) }

// write puts a file into the project and returns its path.
func (p *project) write(name, text string) string {
	p.t.Helper()
	err := os.MkdirAll(filepath.Dir(p.path(name)), 0o755)
	if err == nil {
		err = os.WriteFile(p.path(name), []byte(text), 0o644)
	}
	if err != nil {
		p.t.Fatal(err)
	}
	return p.path(name)
}

// run runs an editor in the project, and reads the JSON that its script leaves in the file shown.json.
func (p *project) run(shown any, name string, arguments ...string) {
	p.t.Helper()
	c := exec.Command(name, arguments...)
	c.Dir, c.Env = p.folder, p.environment
	out, err := c.CombinedOutput()
	if err != nil {
		p.t.Fatalf("%s: %v\n%s", name, err, out)
	}
	text, err := os.ReadFile(p.path("shown.json"))
	if err == nil {
		err = json.Unmarshal(text, shown)
	}
	if err != nil {
		p.t.Fatalf("%s left no list of findings: %v\n%s%s", name, err, text, out)
	}
}

// compact is the compact format's lines for the whole project.
func (p *project) compact() []string {
	p.t.Helper()
	c := exec.Command(filepath.Join(bin, "stridelint"), "--quiet", "--format=compact", ".")
	c.Dir = p.folder
	out, err := c.Output()
	if c.ProcessState.ExitCode() != 1 {
		p.t.Fatalf("stridelint: %v\n%s", err, out)
	}
	return strings.Split(strings.TrimSuffix(string(out), "\n"), "\n")
}

// need skips a test whose programs are not installed.
func need(t *testing.T, programs ...string) {
	t.Helper()
	for _, program := range programs {
		if _, err := exec.LookPath(program); err != nil {
			t.Skipf("%s is not installed", program)
		}
	}
}

// same compares what is shown with what should be, as text.
func same(t *testing.T, shown, want []string) {
	t.Helper()
	if !slices.Equal(shown, want) {
		t.Errorf("shown are\n\t%s\nit should be\n\t%s", strings.Join(shown, "\n\t"), strings.Join(want, "\n\t"))
	}
}

// each is the images of a list's items.
func each[T any](items []T, image func(T) string) []string {
	images := make([]string, len(items))
	for i, item := range items {
		images[i] = image(item)
	}
	return images
}

// beginning cuts a message to the length of the one that it should begin with.
func beginning(message string, wanted []finding) string {
	for _, f := range wanted {
		if strings.HasPrefix(message, f.messageStart) {
			return f.messageStart
		}
	}
	return fmt.Sprintf("%.60s…", message)
}
