package snippet

import (
	"strings"
	"testing"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/yamltree"
)

var actions = Template{Open: "${{", Close: "}}"}

// scalar is the value of the key a in a text.
func scalar(t *testing.T, text string) *lint.Node {
	t.Helper()
	documents := yamltree.Parse(lint.NewFile("a.yaml", []byte(text)))
	if documents[0].Root == nil {
		t.Fatalf("%q: %s", text, documents[0].Problems[0].Message)
	}
	return lint.Root(documents[0].Root).Get("a").Node
}

// TestPlaces reads words out of every kind of scalar: each stands where the file has it.
func TestPlaces(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"plain", "a: x --yy z\n", "x «x», --yy «--yy», z «z»"},
		{"plain of two lines", "a: x\n  --yy\n  z # c\n", "x «x», --yy «--yy», z «z»"},
		{"single quotes", "a: 'x ''y  z'''\n", "x «x», y  z «''y  z''»"},
		{"double quotes", `a: "x\ty \"z\" \u00e9 w"` + "\n", "x «x», y «y», z «\\\"z\\\"», é «\\u00e9», w «w»"},
		{"double quotes of two lines", "a: \"x\n  y\\\n  z\n\n  w\"\n", "x «x», yz «y\\\n  z», w «w»"},
		{"literal", "a: |\n  x y\n\n    z\n   w\nb: 1\n", "x «x», y «y», z «z», w «w»"},
		{"literal with carriage returns", "a: |-\r\n  x y\r\n  z\r\n", "x «x», y «y», z «z»"},
		{"literal with an indentation", "a: |2+\n   x\n  y\n\n", "x «x», y «y»"},
		{"folded", "a: >-\n  x y\n  z\n\n  w\n", "x «x», y «y», z «z», w «w»"},
		{"folded with further lines", "a: >\n\n  x\n    y\n   z\n  w\n", "x «x», y «y», z «z», w «w»"},
		{"action", "a: x --y=${{ a.b }}/c ${{d}} ${{ e\n", "x «x», --y=${{ a.b }}/c? «--y=${{ a.b }}/c», ${{d}}?… «${{d}}», ${{ e?… «${{ e»"},
		{"in a block", "a: |\n  x \\\n    --y 'z w'\n", "x «x», --y «--y», z w «'z w'»"},
		{"empty", "a: ''\n", ""},
		{"anchor", "b: &b x  y\na: *b\n", "x «x», y «y»"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var got []string
			for _, w := range actions.Words(scalar(t, test.text)) {
				text := w.Text
				if w.State != lint.Set {
					text += "?"
				}
				if w.Many {
					text += "…"
				}
				got = append(got, text+" «"+w.Span.Text()+"»")
			}
			if got := strings.Join(got, ", "); got != test.want {
				t.Errorf("got  %s\nwant %s", got, test.want)
			}
		})
	}
}

// FuzzPlaces holds that each byte of a scalar has its place, in their order, wherever one can be told.
func FuzzPlaces(f *testing.F) {
	for _, seed := range []string{"a: 'x''\n\n y'\n", "a: \"\\x41 \\\n b\\u00e9\\n\"", "a: >+\n\n  x\n   y\n\n  z\n\n", "a: |1-\n  x\r\n\r\n y\n", "a: ${{ x }}y${{"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		documents := yamltree.Parse(lint.NewFile("a.yaml", []byte(text)))
		if documents[0].Root == nil {
			return
		}
		n := lint.Root(documents[0].Root).Get("a").Node
		source, ok := actions.Source(n)
		if !ok {
			return
		}
		if len(source.Text) != len(source.Places) {
			t.Fatalf("%d bytes have %d places", len(source.Text), len(source.Places))
		}
		last := n.Span.Start
		for _, p := range source.Places {
			if p.Start < last || p.End < p.Start || p.End > n.Span.End {
				t.Fatalf("place %d..%d behind %d in %d..%d", p.Start, p.End, last, n.Span.Start, n.Span.End)
			}
			last = p.Start
		}
	})
}
