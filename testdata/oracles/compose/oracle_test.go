package compose

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/compose-spec/compose-go/v2/cli"
	"github.com/compose-spec/compose-go/v2/types"
	"github.com/sirupsen/logrus"
	"golang.org/x/tools/txtar"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/compose"
	"github.com/stridelint/stridelint/lint/parse/yamltree"
)

func init() { logrus.SetOutput(io.Discard) }

// TestProjects compares projects written for it, each an archive in testdata. Those whose comment begins with "refused" must be
// refused by compose-go, and hold a problem for us.
func TestProjects(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(names) < 60 {
		t.Fatalf("%d projects, %v", len(names), err)
	}
	var total count
	for _, name := range names {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txt"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			dir := t.TempDir()
			for _, f := range archive.Files {
				write(t, filepath.Join(dir, "project", f.Name), f.Data)
			}
			main := filepath.Join(dir, "project", archive.Files[0].Name)
			t.Chdir(filepath.Dir(main)) // where COMPOSE_FILE's paths start
			theirs, err := load(main)
			ours := read(t, dir, main)
			if strings.HasPrefix(string(archive.Comment), "refused") {
				total.refused++
				if err == nil || len(ours.Problems) == 0 {
					t.Errorf("compose-go says %v, we %d problems", err, len(ours.Problems))
				}
				return
			}
			if err != nil {
				t.Fatal(err)
			}
			for _, problem := range ours.Problems {
				t.Errorf("problem: %s %q", problem.Message, problem.Span.Text())
			}
			total.compare(t, dir, ours, theirs)
		})
	}
	total.log(t)
}

// TestCorpus compares the projects of a collection, as far as compose-go takes them.
func TestCorpus(t *testing.T) {
	shared := os.Getenv("STRIDELINT_SHARED")
	root := filepath.Join(shared, "corpus", "awesome-compose")
	if _, err := os.Stat(root); shared == "" || err != nil {
		t.Skip("STRIDELINT_SHARED does not name the folder that holds corpus/awesome-compose")
	}
	var total count
	err := filepath.WalkDir(root, func(path string, d os.DirEntry, err error) error {
		if err != nil || d.IsDir() || !isComposeFile(d.Name()) {
			return err
		}
		t.Run(strings.TrimPrefix(path, root+"/"), func(t *testing.T) {
			theirs, err := load(path)
			if err != nil {
				total.refused++
				t.Logf("compose-go refuses it: %v", err)
				return
			}
			total.compare(t, root, read(t, root, path), theirs)
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	total.log(t)
}

func isComposeFile(name string) bool {
	ext := filepath.Ext(name)
	return (ext == ".yaml" || ext == ".yml") && (strings.HasPrefix(name, "compose") || strings.HasPrefix(name, "docker-compose"))
}

func write(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// load reads a project as docker compose does in the file's folder, with nothing in the environment and every profile. A file that
// compose would not find by itself is named.
func load(main string) (*types.Project, error) {
	dir := filepath.Dir(main)
	options := []cli.ProjectOptionsFn{
		cli.WithWorkingDirectory(dir), cli.WithName("project"), cli.WithEnvFiles(), cli.WithDotEnv, cli.WithConfigFileEnv,
		cli.WithDefaultConfigPath, cli.WithProfiles([]string{"*"}), cli.WithConsistency(false),
	}
	found, err := cli.NewProjectOptions(nil, options...)
	if err != nil {
		return nil, err
	}
	if len(found.ConfigPaths) == 0 || found.ConfigPaths[0] != main {
		if found, err = cli.NewProjectOptions([]string{main}, options...); err != nil {
			return nil, err
		}
	}
	return found.LoadProject(context.Background())
}

// read reads a project as stridelint does, with every file below a folder at hand.
func read(t *testing.T, root, main string) *lint.Unit {
	t.Helper()
	opened := map[string]*lint.File{}
	open := func(path string) *lint.File {
		if f, known := opened[path]; known {
			return f
		}
		if !strings.HasPrefix(path, root+"/") {
			return nil
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return nil
		}
		opened[path] = lint.NewFile(path, data)
		return opened[path]
	}
	file := open(main)
	documents := yamltree.Parse(file)
	if len(documents) == 0 || documents[0].Root == nil {
		t.Fatalf("cannot be read: %v", documents)
	}
	return compose.Unit(file, documents[0].Root, open)
}
