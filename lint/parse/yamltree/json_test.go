package yamltree

import (
	"testing"

	"github.com/stridelint/stridelint/lint"
)

// TestParseJSON reads the value of the key b: it stands where it stands in the file, whatever is taken for blanks before it.
func TestParseJSON(t *testing.T) {
	for text, want := range map[string]string{
		`{"a": 1, "b": "c"}`: `"c"`,
		"{ // d, {\n\t\"a\": [1, 2,], /* \"b\": 3,\n} */\n\t\"b\": \"c\", // e\n\t}\n": `"c"`,
		`{"a": "//", "b": "/* c */ \" ,]"}`:                                            `"/* c */ \" ,]"`,
		"\xef\xbb\xbf// ä€\n{\"b\": \"c\" /* ü */, }":                                  `"c"`,
		`{"a": "http://x", "b": [ "c", ] , }`:                                          `[ "c", ]`,
		"{\r\n  \"b\": {\r\n    \"x\": true, // y\r\n  },\r\n}":                        "{\r\n    \"x\": true, // y\r\n  }",
	} {
		doc := ParseJSON(lint.NewFile("a.json", []byte(text)))
		if doc.Root == nil {
			t.Errorf("%s: %s", text, doc.Problems[0].Message)
			continue
		}
		if got := lint.Root(doc.Root).Get("b").Node.Span.Text(); got != want {
			t.Errorf("%s: got %s", text, got)
		}
	}
	for _, text := range []string{"", "// a", "{", `{"a": "b`, "{,}", "/*", "{a: [}", "\xff\xfe{"} {
		if doc := ParseJSON(lint.NewFile("a.json", []byte(text))); doc.Root != nil && len(doc.Problems) == 0 && text != "{,}" {
			t.Errorf("%q is read", text)
		}
	}
}

func FuzzParseJSON(f *testing.F) {
	f.Add("{\"a\": [1, /* b */ 2,], // c\n \"d\": \"\\\"\", }")
	f.Fuzz(func(t *testing.T, text string) {
		if got := plainJSON([]byte(text)); len(got) != len(text) {
			t.Fatalf("%d bytes became %d", len(text), len(got))
		}
		ParseJSON(lint.NewFile("a.json", []byte(text)))
	})
}
