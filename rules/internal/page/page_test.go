package page

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestParse(t *testing.T) {
	got := Parse("# a-rule\n\n## Why\n\nBecause of `x: 1` and `y`.\n\n## Bad\n\n```yaml compose\n# no title\na: 1\n```\n\nAnd\n\n```sh\n## none\n```\n")
	want := Page{Title: "a-rule", Sections: []Section{
		{Title: "Why", Text: "\nBecause of `x: 1` and `y`.\n\n"},
		{Title: "Bad", Text: "\n```yaml compose\n# no title\na: 1\n```\n\nAnd\n\n```sh\n## none\n```\n", Examples: []Example{
			{Info: "yaml compose", Text: "# no title\na: 1\n"}, {Info: "sh", Text: "## none\n"},
		}},
	}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(- wanted, + got)\n%s", diff)
	}
	if diff := cmp.Diff([]string{"x: 1", "y"}, CodeSpans(got.Section("Why").Text)); diff != "" {
		t.Errorf("(- wanted, + got)\n%s", diff)
	}
	if spans := CodeSpans(got.Section("Bad").Text); spans != nil {
		t.Errorf("code spans in examples: %q", spans)
	}
}

// What a build is given is shown before a Dockerfile, and belongs to it alone.
func TestParseContext(t *testing.T) {
	bad := Parse("# a\n\n## Bad\n\n```dockerignore\n*.md\n!a\n```\n\nwith\n\n```text context\n.env\nkeys/id_rsa\n```\n\n```dockerfile\nFROM a\n```\n\n```dockerfile\nFROM b\n```\n").Section("Bad")
	want := []Example{
		{Info: "dockerfile", Text: "FROM a\n", Context: map[string]string{".dockerignore": "*.md\n!a\n", ".env": "", "keys/id_rsa": ""}},
		{Info: "dockerfile", Text: "FROM b\n"},
	}
	if diff := cmp.Diff(want, bad.Examples); diff != "" {
		t.Errorf("(- wanted, + got)\n%s", diff)
	}
}
