package dockerfile

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stridelint/stridelint/lint"
)

// corpus calls f for every Dockerfile of the shared repositories and cases.
func corpus(t *testing.T, f func(t *testing.T, path string, text []byte)) {
	shared := os.Getenv("STRIDELINT_SHARED")
	if shared == "" {
		t.Skip("STRIDELINT_SHARED is not set")
	}
	for _, folder := range []string{"corpus", "eval/files"} {
		err := filepath.WalkDir(filepath.Join(shared, folder), func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || !strings.Contains(strings.ToLower(d.Name()), "dockerfile") {
				return err
			}
			text, err := os.ReadFile(path)
			if err == nil {
				f(t, path, text)
			}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

func TestCorpus(t *testing.T) {
	files, trees, accepted := 0, 0, 0
	corpus(t, func(t *testing.T, path string, text []byte) {
		files++
		if !Looks(text) {
			t.Logf("no Dockerfile: %s", path)
			return
		}
		if compare(t, string(text)) {
			trees++
		}
		u := Parse(lint.NewFile(path, text))
		err := refused(string(text))
		if err == nil {
			accepted++
			for _, p := range u.Problems {
				t.Errorf("%s:%d: %s, but docker accepts it", path, u.File.Position(p.Span.Start).Line, p.Message)
			}
		} else {
			if len(u.Problems) == 0 {
				t.Errorf("%s: no problem, but docker says %v", path, err)
			}
			for _, p := range u.Problems {
				t.Logf("%s:%d: %s: %v", path, u.File.Position(p.Span.Start).Line, p.Message, err)
			}
		}
	})
	t.Logf("%d files, %d with a tree, %d accepted by docker", files, trees, accepted)
}
