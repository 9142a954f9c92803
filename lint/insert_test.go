package lint

import (
	"strings"
	"testing"
)

func TestInsertAndReplaceWord(t *testing.T) {
	tests := []struct {
		name, text, word, inserted, replaced string
		json                                 bool
		known                                Word
	}{
		{"plain", "apt install curl", "apt", "apt -y install curl", "dpkg install curl", false, Word{Text: "apt", State: Set}},
		{"before a continuation", "apt install \\\n  curl", "install", "apt install -y \\\n  curl", "apt dpkg \\\n  curl", false, Word{Text: "install", State: Set}},
		{"quoted", "apt 'install' curl", "'install'", "apt 'install' -y curl", "apt 'dpkg' curl", false, Word{Text: "install", State: Set}},
		{"json", `["apt", "install"]`, `"install"`, `["apt", "install", "-y"]`, `["apt", "dpkg"]`, true, Word{Text: "install", State: Set}},
		{"any number of words", "apt $WHAT curl", "$WHAT", "", "", false, Word{Text: "$WHAT", State: Unknown, Many: true}},
		{"unknown", "apt \"$WHAT\" curl", `"$WHAT"`, "apt \"$WHAT\" -y curl", "", false, Word{Text: "$WHAT", State: Unknown}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			f := NewFile("x", []byte(test.text))
			at := strings.Index(test.text, test.word)
			word := test.known
			word.Span = Span{f, at, at + len(test.word)}
			c := &Command{JSON: test.json}
			for what, x := range map[string]struct {
				edits []Edit
				want  string
			}{
				"inserted": {c.InsertWord(word, "-y"), test.inserted},
				"replaced": {c.ReplaceWord(word, "dpkg"), test.replaced},
			} {
				got, err := Apply(f.Text, x.edits)
				if err != nil {
					t.Fatal(err)
				}
				if x.want == "" {
					x.want = test.text
				}
				if string(got) != x.want {
					t.Errorf("%s: got %s, want %s", what, got, x.want)
				}
			}
			word.Origin = word.Span
			if edits := append(c.InsertWord(word, "-y"), c.ReplaceWord(word, "dpkg")...); edits != nil {
				t.Errorf("of a variable: %v", edits)
			}
		})
	}
}
