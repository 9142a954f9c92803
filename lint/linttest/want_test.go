package linttest

import (
	"strings"
	"testing"

	"github.com/stridelint/stridelint/lint"
)

func TestParseWants(t *testing.T) {
	wants, err := parseWants([]byte("a: b # want `is b` at `b`\n" +
		"# want@+1 \"x\\\\.y\" at \"two\\nlines\"  low `z` at `z`\n" +
		"c: d # nothing is wanted\n" +
		"# want@-2 `up` at ``\n"))
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, w := range wants {
		got = append(got, w.String())
	}
	want := "line 1: is b at \"b\"|line 3: x\\.y at \"two\\nlines\"|line 3: low z at \"z\"|line 2: up at \"\""
	if strings.Join(got, "|") != want {
		t.Errorf("got %q, want %q", got, want)
	}
	for _, bad := range []string{
		"# want", "# want is b", "# want `a`", "# want `a` at", "# want `a` at `b` c", "# want@1x `a` at `b`", "# want@ `a` at `b`",
		"# want@0 `a` at `b`", "# want bad `a` at `b`", "# want `(` at `b`", "# want `a at `b`", "# wanted",
	} {
		if wants, err := parseWants([]byte(bad)); err == nil {
			t.Errorf("%s: read as %v", bad, wants)
		}
	}
}

func TestCompare(t *testing.T) {
	f := lint.NewFile("f", []byte("one two\nthree\n"))
	rule := &lint.Rule{Severity: lint.High}
	finding := func(message string, start, end int) *lint.Finding {
		return &lint.Finding{Rule: rule, Severity: lint.High, Message: message, Span: lint.Span{File: f, Start: start, End: end}}
	}
	wants, err := parseWants([]byte("# want `small` at `one` `small` at `two`\n# want `big` at `three`"))
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name     string
		findings []*lint.Finding
		want     string
	}{
		{"all", []*lint.Finding{finding("is small", 4, 7), finding("is small", 0, 3), finding("is big", 8, 13)}, ""},
		{"one missing", []*lint.Finding{finding("is small", 4, 7), finding("is small", 0, 3)}, `line 2: big at "three": missing`},
		{"one too many", []*lint.Finding{finding("is small", 4, 7), finding("is small", 0, 3), finding("is big", 8, 13), finding("is big", 8, 13)},
			`line 2: unexpected: is big at "three"`},
		{"other text", []*lint.Finding{finding("is small", 4, 7), finding("is small", 0, 3), finding("is big", 8, 11)},
			`line 2: unexpected: is big at "thr"|line 2: big at "three": missing`},
		{"other message", []*lint.Finding{finding("is small", 4, 7), finding("is small", 0, 3), finding("is wide", 8, 13)},
			`line 2: unexpected: is wide at "three"|line 2: big at "three": missing`},
		{"other severity", []*lint.Finding{finding("is small", 4, 7), finding("is small", 0, 3), finding("is big", 8, 13).As(lint.Low)},
			`line 2: unexpected: low is big at "three"|line 2: big at "three": missing`},
		{"other line", []*lint.Finding{finding("is small", 4, 7), finding("is small", 0, 3), finding("is big", 4, 13)},
			`line 1: unexpected: is big at "two\nthree"|line 2: big at "three": missing`},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := strings.Join(compare(wants, test.findings), "|"); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}
