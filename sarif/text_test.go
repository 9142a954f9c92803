package sarif

import (
	"fmt"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/stridelint/stridelint/lint"
)

func TestReference(t *testing.T) {
	for path, want := range map[string]string{
		"Dockerfile":            "Dockerfile",
		"../up/Dockerfile":      "../up/Dockerfile",
		"a b/100%/c.yaml":       "a%20b/100%25/c.yaml",
		"c:ompose/x:y.yaml":     "c%3Aompose/x%3Ay.yaml",
		"what?/#1/[x].yaml":     "what%3F/%231/%5Bx%5D.yaml",
		"größe/图.yaml":          "gr%C3%B6%C3%9Fe/%E5%9B%BE.yaml",
		"back\\slash\"\n\xff":   "back%5Cslash%22%0A%FF",
		"@scope/a+b=c,d;(e)'!$": "@scope/a+b=c,d;(e)'!$",
		"<stdin>":               "%3Cstdin%3E",
		"/srv/a b.yaml":         "file:///srv/a%20b.yaml",
		"C:/a b/x.yaml":         "file:///C:/a%20b/x.yaml",
	} {
		got := reference(path)
		if got != want {
			t.Errorf("%q became %q, want %q", path, got, want)
		}
		if back, err := url.PathUnescape(strings.TrimPrefix(got, "file://")); err != nil || !strings.HasSuffix(back, path) {
			t.Errorf("%q is read back from %q as %q, error %v", path, got, back, err)
		}
	}
}

func TestSemanticVersion(t *testing.T) {
	for version, want := range map[string]string{
		"1.2.3": "1.2.3", "v0.10.0": "0.10.0", "1.0.0-rc.1": "1.0.0-rc.1",
		"v0.0.0-20310102030405-0a1b2c3d4e5f+dirty": "0.0.0-20310102030405-0a1b2c3d4e5f+dirty",
		"devel": unreleased, "": unreleased, "1.2": unreleased, "1.2.x": unreleased, "01.2.3": unreleased,
		"1.2.3-": unreleased, "1.2.3+a b": unreleased, "1.2.3-a..b": unreleased,
	} {
		if got := semanticVersion(version); got != want {
			t.Errorf("%q became %q, want %q", version, got, want)
		}
	}
}

func TestLinked(t *testing.T) {
	related := func(messages ...string) (places []lint.RelatedPlace) {
		for i, m := range messages {
			places = append(places, lint.RelatedPlace{Place: place("a.yaml", int32(i+3), 1, 2), Message: m})
		}
		return places
	}
	for _, c := range []struct {
		message string
		related []lint.RelatedPlace
		want    string
	}{
		{"service db is open", nil, "service db is open."},
		{"it ends by itself.", nil, "it ends by itself."},
		{"x", related("through here"), "x. Related: [through here](1)."},
		{"x", related("a", "", "[c]"), `x. Related: [a](1), [line 4](2), [\[c\]](3).`},
		{`runs ["sh", "-c"]`, nil, `runs ["sh", "-c"].`},
		{"is [called](9) so", nil, `is \[called\](9) so.`},
	} {
		if got := linked(c.message, c.related); got != c.want {
			t.Errorf("%q became %q, want %q", c.message, got, c.want)
		}
	}
}

func TestManyRelated(t *testing.T) {
	r := sample()
	r.Results[0].Related = slices.Repeat([]lint.RelatedPlace{{Place: place("a.yaml", 1, 1, 2), Message: "here"}}, 500)
	for _, got := range decode(t, encode(t, r, Options{})).Runs[0].Results {
		if got.RuleID == "parse-error" && (len(got.RelatedLocations) != 100 || strings.Count(got.Message.Text, "](") != 10) {
			t.Errorf("%d related locations, message %q", len(got.RelatedLocations), got.Message.Text)
		}
	}
}

func TestTags(t *testing.T) {
	rule := *exposed
	for i := range 30 {
		rule.Refs = append(rule.Refs, lint.Ref(fmt.Sprintf("CWE-%d", i+1)))
	}
	if got := tags(&rule); len(got) != 20 || got[0] != "security" || got[1] != "stride/information-disclosure" || got[2] != "external/cwe/cwe-250" {
		t.Errorf("tags %q", got)
	}
	if got := tags(unreadable); len(got) != 0 {
		t.Errorf("a rule without a threat has the tags %q", got)
	}
}

func TestPlain(t *testing.T) {
	const markdown = "# a-rule\n\nIt is `so`.\n\n## Bad\n\n```yaml\n# kept: as it `is`\nx: 1\n```\n"
	const want = "a-rule\n\nIt is so.\n\nBad\n\n# kept: as it `is`\nx: 1"
	if got := plain(markdown); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
