package yamltree

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/stridelint/stridelint/lint"
)

// TestBounds reads what is written to hurt. Each must end soon, with a tree or with a problem that says why there is none.
func TestBounds(t *testing.T) {
	const mega = 1 << 20
	repeat := strings.Repeat
	for _, test := range []struct{ name, text, message string }{
		{"brackets", repeat("[", 100_000), "too deep"},
		{"braces", repeat("{a: ", 100_000), "too deep"},
		{"dashes", repeat("- ", 100_000), "too deep"},
		{"question marks", repeat("? ", 100_000), "too deep"},
		{"indentation", staircase(1_000), "too deep"},
		{"deep, but not too deep", repeat("[", maxDepth) + repeat("]", maxDepth), ""},
		{"scalar", "a: " + repeat("x", 2*mega), ""},
		{"words", "a: " + repeat("x ", 2*mega), ""},
		{"quoted", "a: \"" + repeat("x\\n", mega) + "\"", ""},
		{"block scalar", "a: |\n" + repeat("  some text, and more text\n  without a comma\n", mega/8), ""},
		{"quote never closed", "a: '" + repeat("x\n", 2*mega), "quote is not closed"},
		{"comments", repeat("# comment\n", mega), ""},
		{"blank lines", "a:" + repeat("\n", 2*mega) + " b", ""},
		{"keys", repeat("a: b\n", 50_000), `duplicate key "a"`},
		{"items", "[" + repeat("a,", mega) + "]", "too large"},
		{"pairs", repeat("a: b\n", mega/2), "the document is too large"},
		{"pairs of many documents", repeat("---\n"+repeat("a: b\n", 5000), 105), "the file is too large"},
		{"alias bomb", bomb(12), "aliases make the document larger"},
		{"merge bomb", mergeBomb(30), "aliases make the document larger"},
		{"aliases", "- &a b\n" + repeat("- *a\n", 50_000), ""},
		{"documents", repeat("---\na\n", 20_000), "more than 10000 documents"},
		{"one line", `{"ä":[` + repeat(`{"x":"é"},`, 50_000) + "{}]}", ""},
		{"anchor", "&" + repeat("a", 2*mega) + " b", ""},
		{"unknown alias", "*" + repeat("a", 2*mega), "names no anchor"},
		{"tag", "!" + repeat("a", 2*mega) + " b", ""},
	} {
		var messages []string
		for _, doc := range Parse(lint.NewFile("", []byte(test.text))) {
			for _, p := range doc.Problems {
				messages = append(messages, p.Message)
			}
		}
		messages = slices.DeleteFunc(messages, func(m string) bool { return m == `duplicate key "a"` && m != test.message })
		switch {
		case test.message == "" && len(messages) > 0:
			t.Errorf("%s: %.200s", test.name, messages[0])
		case test.message != "" && len(messages) == 0:
			t.Errorf("%s: no problem, want %q", test.name, test.message)
		case test.message != "" && (!strings.Contains(messages[0], test.message) || len(messages[0]) > 200):
			t.Errorf("%s: %.200s, want %q", test.name, messages[0], test.message)
		}
	}
}

// staircase is mappings in each other, each deeper by a space.
func staircase(steps int) string {
	var b strings.Builder
	for i := range steps {
		b.WriteString(strings.Repeat(" ", i) + "a:\n")
	}
	return b.String()
}

// bomb is lists of ten times the list before.
func bomb(steps int) string {
	var b strings.Builder
	b.WriteString("- &a0 x\n")
	for i := range steps {
		fmt.Fprintf(&b, "- &a%d [%s]\n", i+1, strings.TrimSuffix(strings.Repeat(fmt.Sprintf("*a%d, ", i), 10), ", "))
	}
	return b.String()
}

// mergeBomb is mappings that each merge the one before twice.
func mergeBomb(steps int) string {
	var b strings.Builder
	b.WriteString("- &a0 {k: x}\n")
	for i := range steps {
		fmt.Fprintf(&b, "- &a%d {<<: [*a%d, *a%d]}\n", i+1, i, i)
	}
	return b.String()
}
