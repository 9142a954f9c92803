package editors

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"testing"
)

// matcher is a problem matcher, as Visual Studio Code and GitHub's runner have it. A key that they do not know is refused here.
type matcher struct {
	Owner, Source, Severity string
	FileLocation            []string
	Pattern                 []pattern
}

type pattern struct {
	Regexp                            string
	File, Line, Column, Message, Code int
}

// TestProblemMatchers reads the compact format as those do who have our matchers: GitHub's runner and Visual Studio Code.
func TestProblemMatchers(t *testing.T) {
	p := newProject(t)
	lines := append(p.compact(), "a/Dockerfile:1:2: high: somebody accepted this: it says [so] [host-pid] (ignored)", "stridelint: high: ")
	for name, level := range map[string]string{"GitHub": "notice", "Visual Studio Code": "info"} {
		matchers := map[string]func(*testing.T) []matcher{"GitHub": gitHubMatchers, "Visual Studio Code": codeMatchers}[name](t)
		var got []string
		for _, line := range lines {
			for _, m := range matchers {
				pattern := m.Pattern[0]
				groups := regexp.MustCompile(pattern.Regexp).FindStringSubmatch(line)
				if groups == nil {
					continue
				}
				got = append(got, fmt.Sprint(m.Severity, " ", groups[pattern.File], ":", groups[pattern.Line], ":", groups[pattern.Column], " ", groups[pattern.Code], " ", beginning(groups[pattern.Message], findings)))
			}
		}
		t.Log(name)
		same(t, got, each(findings, func(f finding) string {
			severity := map[string]string{"critical": "error", "high": "error", "medium": "warning", "low": level}[f.severity]
			return fmt.Sprint(severity, " ", f.file, ":", f.line, ":", len([]rune(f.before()))+1, " ", f.rule, " ", f.messageStart)
		}))
	}
}

// gitHubMatchers is the matchers of the file for GitHub, held to what the runner asks of them.
func gitHubMatchers(t *testing.T) []matcher {
	text, err := os.ReadFile(filepath.Join(root, ".github", "problem-matchers", "stridelint.json"))
	if err != nil {
		t.Fatal(err)
	}
	var file struct{ ProblemMatcher []matcher }
	decode(t, text, &file)
	owners := map[string]bool{}
	for _, m := range file.ProblemMatcher {
		if owners[m.Owner] || m.Owner == "" {
			t.Errorf("the owner %q is not the only one: the runner refuses the file", m.Owner)
		}
		owners[m.Owner] = true
	}
	return file.ProblemMatcher
}

// codeMatchers is the matchers of the task for Visual Studio Code.
func codeMatchers(t *testing.T) []matcher {
	var file struct {
		Version string
		Tasks   []struct {
			Label, Type, Command, Group string
			Args                        []string
			Options                     struct{ Cwd string }
			Presentation                struct{ Reveal string }
			ProblemMatcher              []struct {
				Owner, Source, Severity string
				FileLocation            []string
				Pattern                 pattern
			}
		}
	}
	decode(t, jsonRecipe(t, ".vscode/tasks.json"), &file)
	var matchers []matcher
	for _, m := range file.Tasks[0].ProblemMatcher {
		matchers = append(matchers, matcher{m.Owner, m.Source, m.Severity, m.FileLocation, []pattern{m.Pattern}})
	}
	return matchers
}

// TestZedTask holds that the task is JSON with the keys that Zed knows.
func TestZedTask(t *testing.T) {
	var tasks []struct {
		Label, Command, Cwd string
		Args                []string
	}
	decode(t, jsonRecipe(t, ".zed/tasks.json"), &tasks)
}

// decode reads JSON and refuses keys that the value has no place for.
func decode(t *testing.T, text []byte, v any) {
	t.Helper()
	d := json.NewDecoder(bytes.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		t.Fatal(err)
	}
}
