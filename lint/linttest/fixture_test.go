package linttest

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stridelint/stridelint/lint"
)

// flags makes a rule that judges a service's image by its name.
func flags(group string, report func(p *lint.Pass, c *lint.Container)) *lint.Rule {
	return &lint.Rule{ID: "an-image", Group: group, Severity: lint.High, Check: lint.Containers(func(p *lint.Pass, c *lint.Container) {
		if strings.HasPrefix(c.Image.V.Repository, "bad") {
			report(p, c)
		}
	})}
}

// replace is the edits that put another image in the place of a container's.
func replace(c *lint.Container, image string) []lint.Edit {
	return []lint.Edit{{Span: c.Image.Value, Text: image}}
}

const (
	bad  = "services:\n  a:\n    image: bad # want `^is bad$` at `bad`\n"
	good = "services:\n  a:\n    image: good\n"
)

func TestProve(t *testing.T) {
	plain := func(p *lint.Pass, c *lint.Container) { p.Report(c.Image, "is bad") }
	fixing := func(image string) func(*lint.Pass, *lint.Container) {
		return func(p *lint.Pass, c *lint.Container) {
			p.Report(c.Image, "is bad").Fix(lint.Unsafe, "make it good", replace(c, image))
		}
	}
	wrong := "is %d" // of a string; vet need not know
	fixedBad := strings.Replace(bad, "image: bad", "image: good", 1)
	tests := []struct {
		name        string
		rule        *lint.Rule
		text, fixed string // no fixed: there is no such file
		want        string // a part of the complaints; empty: none
	}{
		{"bad", flags("image", plain), bad, "", ""},
		{"good", flags("image", plain), good, "", ""},
		{"fixed", flags("image", fixing("good")), bad, fixedBad, ""},
		{"two in one list", flags("image", fixing("good")), strings.Replace(bad, "  a:", "  b: {image: good}\n  a:", 1), strings.Replace(fixedBad, "  a:", "  b: {image: good}\n  a:", 1), ""},
		{"no kind", flags("image", plain), "apiVersion: v1\n", "", "show no kind"},
		{"found too much", flags("image", plain), strings.Replace(good, "good", "bad", 1), "", "line 3: unexpected: is bad"},
		{"found too little", flags("image", plain), strings.Replace(bad, ": bad", ": good", 1), "", "line 3: ^is bad$ at \"bad\": missing"},
		{"found elsewhere", flags("image", func(p *lint.Pass, c *lint.Container) { p.Report(c.Image.Entry, "is bad") }), bad, "", `unexpected: is bad at "image: bad"`},
		{"unreadable", flags("image", plain), bad + "---\nservices:\n  - [\n", "", "cannot be read"},
		{"full stop", flags("image", func(p *lint.Pass, c *lint.Container) { p.Report(c.Image, "is bad.") }), bad, "", "without a full stop"},
		{"lost value", flags("image", func(p *lint.Pass, c *lint.Container) { p.Report(c.Image, wrong, c.Subject) }), bad, "", "all its verbs have values"},
		{"secret", flags("secret", func(p *lint.Pass, c *lint.Container) { p.Report(c.Image, "is %s", "bad") }), bad, "", "shows the secret"},
		{"secret in key", flags("secret", func(p *lint.Pass, c *lint.Container) { p.Report(c.Image, "is b-d").Identify("bad") }), bad, "", "shows the secret"},
		{"no place", flags("image", func(p *lint.Pass, c *lint.Container) {
			p.Report(lint.Span{File: c.Image.Value.File}, "is bad")
		}), bad, "", "covers no text"},
		{"no title", flags("image", func(p *lint.Pass, c *lint.Container) {
			p.Report(c.Image, "is bad").Fix(lint.Safe, "", replace(c, "good"))
		}), bad, fixedBad, "a fix without title"},
		{"fixed is missing", flags("image", fixing("good")), bad, "", "compose.yaml.fixed is missing"},
		{"fixed is stale", flags("image", fixing("fine")), bad, fixedBad, `line 3 is "    image: fine`},
		{"fixed is too short", flags("image", fixing("good")), bad, strings.TrimSuffix(fixedBad, "\n"), "line 3 is"},
		{"fixed without a fix", flags("image", plain), bad, fixedBad, "no finding has a fix"},
		{"fix without end", flags("image", fixing("bad2")), bad, fixedBad, "an-image would still find it"},
		{"fix without effect", flags("image", fixing("bad")), bad, fixedBad, "an-image would still find it"},
		{"fix breaks the file", flags("image", fixing("[")), bad, strings.Replace(bad, ": bad", ": [", 1), "could no longer be read"},
		{"fix outside", flags("image", func(p *lint.Pass, c *lint.Container) {
			p.Report(c.Image, "is bad").Fix(lint.Safe, "make it good", []lint.Edit{{Span: lint.Span{File: c.Image.Value.File, Start: 5, End: 500}}})
		}), bad, fixedBad, "outside the text"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			dir := t.TempDir()
			files := map[string]string{"compose.yaml": test.text}
			if test.fixed != "" {
				files["compose.yaml.fixed"] = test.fixed
			}
			for name, text := range files {
				if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			fixtures, err := Fixtures(dir)
			if err != nil || len(fixtures) != 1 {
				t.Fatalf("%d fixtures, %v", len(fixtures), err)
			}
			complaints := strings.Join(fixtures[0].prove(test.rule, []*lint.Rule{test.rule}), "\n")
			if test.want == "" && complaints != "" || !strings.Contains(complaints, test.want) {
				t.Errorf("got  %s\nwant %s", complaints, test.want)
			}
		})
	}
}
