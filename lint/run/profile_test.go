package run

import (
	"strings"
	"testing"

	"github.com/stridelint/stridelint/lint"
)

// A finding of a stricter profile than its rule's is shown in that profile, and an ignore of it is in use in any.
func TestStricterFindings(t *testing.T) {
	rule := &lint.Rule{ID: "a-rule", Group: "command", Stricter: map[lint.Kind]lint.Profile{lint.Script: lint.Strict},
		Check: lint.Commands(func(p *lint.Pass, c *lint.Command) { p.Report(c.Span, "is bad") }, "bad")}
	strict := &lint.Rule{ID: "strict-rule", Group: "command", Profile: lint.Strict, Check: lint.Commands(func(p *lint.Pass, c *lint.Command) { p.Report(c.Span, "is bad") }, "bad")}
	unused := &lint.Rule{ID: "unused", Group: "meta", Check: lint.Ignores(func(p *lint.Pass, i *lint.Ignore) {
		if i.Outcome == lint.Unmatched {
			p.Report(i.Name, "is unused")
		}
	})}
	const script, dockerfile = "bad\nbad # stridelint:ignore a-rule -- because\n", "FROM a:1\nRUN bad\n"
	for _, c := range []struct {
		name, file, text string
		profile          lint.Profile
		want             string
	}{
		{"script", "x.sh", script, lint.Default, "strict-rule strict-rule"},
		{"script, strict", "x.sh", script, lint.Strict, "a-rule strict-rule strict-rule"},
		{"Dockerfile", "Dockerfile", dockerfile, lint.Default, "a-rule strict-rule"},
	} {
		var got []string
		for _, f := range Judge(lint.NewFile(c.file, []byte(c.text)), Options{Rules: []*lint.Rule{rule, strict, unused}, Profile: c.profile}) {
			if f.Suppressed == nil {
				got = append(got, f.Rule.ID)
			}
		}
		if got := strings.Join(got, " "); got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
	for _, c := range []struct {
		selection Selection
		want      lint.Profile
	}{
		{Selection{}, lint.Default}, {Selection{Profile: "strict"}, lint.Strict}, {Selection{Profile: "all"}, lint.Pedantic},
		{Selection{Select: []string{"a-rule"}}, lint.Pedantic},
	} {
		if got := c.selection.Findings(); got != c.want {
			t.Errorf("%+v wants findings of %s, not %s", c.selection, got, c.want)
		}
	}
}
