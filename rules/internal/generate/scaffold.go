package generate

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"text/template"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/rules/internal/page"
)

// Todo marks what the author of a rule has still to say. The tests look for it.
const Todo = "TODO"

// Scaffold makes the folder of a new rule, named GROUP/ID, below the folder of all rules. The rule compiles, and fails the tests until it
// is written.
func Scaffold(rules, name string) (Folder, error) {
	group, id, _ := strings.Cut(name, "/")
	folder := Folder{Group: group, ID: id}
	if !isName(group) || !isName(id) {
		return folder, fmt.Errorf("%q is no GROUP/RULE of lower-case words joined by dashes, such as container/host-pid", name)
	}
	existing, err := Folders(rules)
	if err != nil {
		return folder, err
	}
	for _, f := range existing {
		if f.ID == id {
			return folder, fmt.Errorf("the rule %s stands in %s", id, f.Path())
		}
	}
	files, err := scaffolding(folder)
	if err != nil {
		return folder, err
	}
	dir := filepath.Join(rules, folder.Path())
	if err := os.MkdirAll(filepath.Join(dir, "testdata"), 0o755); err != nil {
		return folder, err
	}
	for file, text := range files {
		if err := os.WriteFile(filepath.Join(dir, file), text, 0o644); err != nil {
			return folder, err
		}
	}
	return folder, nil
}

// isName tells whether s is lower-case words and digits, joined by dashes, that begin with a letter.
func isName(s string) bool {
	for i, word := range strings.Split(s, "-") {
		if word == "" || strings.Trim(word, "abcdefghijklmnopqrstuvwxyz0123456789") != "" || i == 0 && word[0] <= '9' {
			return false
		}
	}
	return true
}

// scaffolding is the files of a new rule. It judges containers, so it shows examples of the three kinds that have them.
func scaffolding(f Folder) (map[string][]byte, error) {
	var rule bytes.Buffer
	if err := ruleTemplate.Execute(&rule, f); err != nil {
		return nil, err
	}
	var doc strings.Builder
	fmt.Fprintf(&doc, "# %s\n", f.ID)
	kinds := []lint.Kind{lint.Compose, lint.Kubernetes, lint.Script}
	for _, section := range page.Sections {
		fmt.Fprintf(&doc, "\n## %s\n\n", section)
		if section != "Bad" && section != "Good" {
			doc.WriteString(Todo + "\n")
			continue
		}
		for i, k := range kinds {
			if i > 0 {
				doc.WriteByte('\n')
			}
			fmt.Fprintf(&doc, "```%s\n%s\n```\n", page.Info(k), "# "+Todo)
		}
	}
	files := map[string][]byte{"rule.go": rule.Bytes(), "doc.md": []byte(doc.String())}
	for _, name := range []string{"compose.yaml", "k8s.yaml", "sh"} {
		files["testdata/bad."+name] = []byte("# " + Todo + ", with comments such as\n# want@+1 `what the message says` at `the text that the finding covers`\n")
		files["testdata/good."+name] = []byte("# " + Todo + ", what looks bad and is not\n")
	}
	return files, nil
}

var ruleTemplate = template.Must(template.New("rule.go").Parse("// Package {{.Package}} flags " + Todo + `.
package {{.Package}}

import (
	_ "embed"

	"` + Module + `/lint"
)

//go:embed doc.md
var doc string

// Rule is {{.ID}}.
var Rule = &lint.Rule{
	ID: "{{.ID}}", Group: "{{.Group}}", Since: "` + Todo + `", Doc: doc,
	Summary:   "` + Todo + `: what is wrong, in one sentence.",
	Hint:      "` + Todo + `: what to do, in one line.",
	Severity:  lint.Medium,
	Precision: lint.HighPrecision,
	STRIDE:    []lint.Category{}, // ` + Todo + `: the first is the main one
	Refs:      []lint.Ref{},      // ` + Todo + `: such as "CWE-250", "CIS Docker 1.6.0 5.5", "PSS baseline"
	Check:     lint.Containers(check),
}

func check(p *lint.Pass, c *lint.Container) {
	// ` + Todo + `: p.Report(c.…, "%s …", c)
}
`))
