package yamltree

import (
	"strings"
	"testing"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/parsetest"
)

func BenchmarkParse(b *testing.B) {
	for _, bench := range []struct{ name, text string }{
		{"parsetest.Deployment", parsetest.Deployment},
		{"documents", strings.Repeat("---\n"+parsetest.Deployment, 500)},
		{"list", "apiVersion: v1\nkind: List\nitems:\n" + strings.Repeat("- "+strings.ReplaceAll(strings.TrimSpace(parsetest.Deployment), "\n", "\n  ")+"\n", 500)},
	} {
		b.Run(bench.name, func(b *testing.B) {
			text := []byte(bench.text)
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				if doc := Parse(lint.NewFile("parsetest.Deployment.yaml", text))[0]; doc.Root == nil {
					b.Fatal("no tree")
				}
			}
		})
	}
}

func BenchmarkLibrary(b *testing.B) {
	b.SetBytes(int64(len(parsetest.Deployment)))
	b.ReportAllocs()
	for b.Loop() {
		if n, err := load([]byte(parsetest.Deployment)); err != nil || n == nil {
			b.Fatal(err)
		}
	}
}
