package lint_test

import (
	"cmp"
	"slices"
	"strings"
	"testing"

	"github.com/stridelint/stridelint/lint"
)

func TestInOrder(t *testing.T) {
	for text, want := range map[string]string{
		"":        "",
		"a":       "a",
		"abc":     "abc",
		"aab":     "aab",
		"cba":     "a",
		"cab":     "ab",
		"bca":     "bc",
		"adbc":    "abc",
		"badc":    "ac",
		"eabdcf":  "abcf",
		"cabcabb": "aabb",
	} {
		letters := strings.Split(text, "")
		got := ""
		for _, i := range lint.InOrder(letters, strings.Compare) {
			got += letters[i]
		}
		if text != "" && got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
	if got := lint.InOrder(nil, cmp.Compare[int]); len(got) > 0 {
		t.Errorf("of nothing: %v", got)
	}
}

// What is missing is put before the key that comes next, with the comments above that.
func TestPutInOrder(t *testing.T) {
	for _, test := range []struct{ name, text, path, want string }{
		{"between", "m:\n  a: 1\n  c: 2\n", "m.b", "m:\n  a: 1\n  b: x\n  c: 2\n"},
		{"first", "m:\n  b: 1\n", "m.a", "m:\n  a: x\n  b: 1\n"},
		{"last", "m:\n  a: 1\n# c\n", "m.b", "m:\n  a: 1\n  b: x\n# c\n"},
		{"lines", "m:\n  a: 1\n  c: 2\n", "m.b.c", "m:\n  a: 1\n  b:\n    c: x\n  c: 2\n"},
		{"CRLF", "m:\r\n  a: 1\r\n  c: 2\r\n", "m.b", "m:\r\n  a: 1\r\n  b: x\r\n  c: 2\r\n"},
		{"no final line break", "m:\n  a: 1\n  c: 2", "m.b", "m:\n  a: 1\n  b: x\n  c: 2"},
		{"comments above", "m:\n  a: 1 # a\n\n  # of c\n  # too\n  c: 2\n", "m.b", "m:\n  a: 1 # a\n\n  b: x\n  # of c\n  # too\n  c: 2\n"},
		{"comments above the first", "m: # m\n  # of b\n  b: 2\n", "m.a", "m: # m\n  a: x\n  # of b\n  b: 2\n"},
		{"comments within the one before", "m:\n  a:\n    - 1\n    # - 2\n  c: 2\n", "m.b", "m:\n  a:\n    - 1\n    # - 2\n  b: x\n  c: 2\n"},
		{"no comment in a text", "m:\n  a: \"1\n  # 2\n  3\"\n  c: 2\n", "m.b", "m:\n  a: \"1\n  # 2\n  3\"\n  b: x\n  c: 2\n"},
		{"behind a kept block scalar", "m:\n  a: |+\n    1\n\n  c: 2\n", "m.b", "m:\n  a: |+\n    1\n\n  b: x\n  c: 2\n"},
		{"beside a merge key", "m: &m {z: 1}\nn:\n  c: 2\n  <<: *m\n", "n.b", "m: &m {z: 1}\nn:\n  b: x\n  c: 2\n  <<: *m\n"},
		{"what a merge key brings has no place", "m: &m {z: 1}\nn:\n  <<: *m\n", "n.b", "m: &m {z: 1}\nn:\n  <<: *m\n  b: x\n"},
		{"where most are in order", "m:\n  z: 1\n  a: 2\n  c: 3\n", "m.b", "m:\n  z: 1\n  a: 2\n  b: x\n  c: 3\n"},
		{"at the end, if it can", "m:\n  z: 1\n  a: 2\n", "m.b", "m:\n  z: 1\n  a: 2\n  b: x\n"},
		{"brackets", "m: {a: 1, c: 2}\n", "m.b", "m: {a: 1, b: x, c: 2}\n"},
		{"brackets, first", "m: {b: 1}\n", "m.a", "m: {a: x, b: 1}\n"},
		{"brackets of lines", "m: {\n  a: 1, # a\n  c: 2\n}\n", "m.b", "m: {\n  a: 1, # a\n  b: x,\n  c: 2\n}\n"},
		{"JSON", "{\"m\": {\n\t\"b\": 1\n}}", "m.a", "{\"m\": {\n\t\"a\": \"x\",\n\t\"b\": 1\n}}"},
		{"null", "m:\n  b:\n", "m.b", "m:\n  b: x\n"},
	} {
		f := lint.NewFile("test.yaml", []byte(test.text))
		mapping, rest, _ := strings.Cut(test.path, ".")
		missing := field(f, mapping).Ordered(strings.Compare)
		for key := range strings.SplitSeq(rest, ".") {
			missing = missing.Get(key)
		}
		checkEdits(t, test.name, f, missing.Slot().Put("x"), test.want)
	}
}

// upTo is an order in which "new" comes before the i-th key of a mapping, and all others as they stand.
func upTo(i int, mapping *lint.Node) lint.Order {
	place := func(key string) int {
		at := func(e lint.Entry) bool { return e.Key.Value == key }
		if key == "new" {
			return 2*i - 1
		}
		return 2 * slices.IndexFunc(mapping.Entries, at)
	}
	return func(a, b string) int { return cmp.Compare(place(a), place(b)) }
}
