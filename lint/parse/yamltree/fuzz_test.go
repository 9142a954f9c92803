package yamltree

import (
	"testing"

	"github.com/stridelint/stridelint/lint"
)

// FuzzParse asks of any bytes what TestSpans asks of chosen ones: no panic, documents in order, problems and trees within them,
// spans that hold their nodes.
func FuzzParse(f *testing.F) {
	for _, text := range inputs {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		file := lint.NewFile("fuzz.yaml", text)
		at := 0
		for _, doc := range Parse(file) {
			if doc.Span.Start < at || doc.Span.End < doc.Span.Start || doc.Span.End > len(text) {
				t.Fatalf("the document at %d to %d starts before %d or ends behind the file", doc.Span.Start, doc.Span.End, at)
			}
			at = doc.Span.End
			for _, p := range doc.Problems {
				if p.Message == "the document cannot be read" {
					t.Errorf("a panic was caught")
				}
				if !doc.Span.Contains(p.Span) || p.Span.End < p.Span.Start {
					t.Errorf("the problem at %d to %d is outside of its document: %s", p.Span.Start, p.Span.End, p.Message)
				}
			}
		}
		checkFile(t, file)
	})
}
