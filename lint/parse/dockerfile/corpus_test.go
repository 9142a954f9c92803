package dockerfile

import (
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/moby/buildkit/frontend/dockerfile/shell"

	"github.com/stridelint/stridelint/lint"
)

// corpus calls f for every Dockerfile of real repositories and of other linters' cases.
func corpus(t *testing.T, f func(path string, text []byte)) {
	t.Helper()
	shared := os.Getenv("STRIDELINT_SHARED")
	if shared == "" {
		t.Skip("STRIDELINT_SHARED names no folder of Dockerfiles")
	}
	for _, folder := range []string{"corpus", "eval/files"} {
		err := filepath.WalkDir(filepath.Join(shared, folder), func(path string, d fs.DirEntry, err error) error {
			name := strings.ToLower(filepath.Base(path))
			if err != nil || d.IsDir() || !strings.Contains(name, "dockerfile") || strings.HasSuffix(name, ".dockerignore") {
				return err
			}
			text, err := os.ReadFile(path)
			f(path, text)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
}

// On every Dockerfile there is, the reading is BuildKit's, each word is what its span covers, and docker and this package
// agree on whether something is wrong.
func TestCorpus(t *testing.T) {
	files, trees, accepted := 0, 0, 0
	var words tally
	corpus(t, func(path string, text []byte) {
		files++
		if !Looks(text) {
			t.Errorf("%s does not look like a Dockerfile", path)
		}
		if compare(t, string(text)) {
			trees++
		}
		u := Parse(lint.NewFile(path, text))
		checkPlaces(t, u)
		words.count(t, u)
		err := refused(string(text))
		if err == nil {
			accepted++
		}
		for _, p := range u.Problems {
			// Names of images are looked at once the file is read, and held against docker's own grammar elsewhere.
			if err == nil && !strings.HasPrefix(p.Message, "docker refuses the image's name") {
				t.Errorf("%s:%d: docker accepts it, but: %s", path, u.File.Position(p.Span.Start).Line, p.Message)
			}
		}
		if err != nil && len(u.Problems) == 0 {
			t.Errorf("%s: docker says %v", path, err)
		}
	})
	t.Logf("%d files, %d with a tree of BuildKit's, %d accepted by docker; words and flags: %+v", files, trees, accepted, words)
}

// tally is how many words there were, by how they are written.
type tally struct{ Plain, Quoted, JSON, Expanded, Unknown, Flags, Bodies int }

// count holds that each word of a unit is what its span covers once continuations and quotes are taken off.
func (n *tally) count(t *testing.T, u *lint.Unit) {
	t.Helper()
	for _, s := range u.Stages {
		for _, in := range s.Instructions {
			for _, w := range in.Args {
				n.word(t, in, w)
			}
			for _, flag := range in.Flags {
				n.Flags++
				if want := "--" + flag.Name; !strings.HasPrefix(unwrap(flag.Value.Entry.Text()), want) {
					t.Errorf("flag %s is at %q", flag.Name, flag.Value.Entry.Text())
				}
				if flag.Value.State == lint.Set && !strings.Contains(flag.Value.Value.Text(), "$") && unquote(flag.Value.Value.Text()) != flag.Value.V {
					t.Errorf("flag value %q is at %q", flag.Value.V, flag.Value.Value.Text())
				}
			}
			for _, body := range in.Heredocs {
				n.Bodies++
				if body.Span.Text() != body.Text {
					t.Errorf("here-document %q is at %q", body.Text, body.Span.Text())
				}
			}
		}
	}
}

func (n *tally) word(t *testing.T, in *lint.Instruction, w lint.Word) {
	t.Helper()
	raw := unwrap(w.Span.Text())
	var s string
	switch {
	case w.State == lint.Unknown && w.Text == raw:
		n.Unknown++
	case in.JSON && json.Unmarshal([]byte(raw), &s) == nil && s == w.Text:
		n.JSON++
	case raw == w.Text:
		n.Plain++
	case unquote(raw) == w.Text:
		n.Quoted++
	case strings.Contains(raw, "$") && w.State == lint.Set:
		n.Expanded++
	default:
		t.Errorf("%s: word %q is at %q", in.Name, w.Text, w.Span.Text())
	}
}

// unwrap joins lines that end in a backslash, leaving out comments and empty lines.
func unwrap(s string) string {
	var b strings.Builder
	for i, line := range strings.Split(s, "\n") {
		line = strings.TrimRight(line, "\r")
		if content := strings.TrimSpace(line); i > 0 && (content == "" || content[0] == '#') {
			continue
		}
		if end := strings.TrimRight(line, " \t"); strings.HasSuffix(end, `\`) && i < strings.Count(s, "\n") {
			line = end[:len(end)-1]
		}
		b.WriteString(line)
	}
	return b.String()
}

func unquote(s string) string {
	text, _, _ := shell.NewLex('\\').ProcessWord(unwrap(s), noVariables{})
	return text
}
