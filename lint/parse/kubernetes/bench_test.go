package kubernetes_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse"
	"github.com/stridelint/stridelint/lint/parse/kubernetes"
	"github.com/stridelint/stridelint/lint/parse/parsetest"
	"github.com/stridelint/stridelint/lint/parse/yamltree"
)

func BenchmarkUnit(b *testing.B) {
	f := lint.NewFile("deployment.yaml", []byte(parsetest.Deployment))
	root := yamltree.Parse(f)[0].Root
	b.ReportAllocs()
	for b.Loop() {
		if u := kubernetes.Unit(f, root); len(u.Pods) != 1 {
			b.Fatal("no pod")
		}
	}
}

// A pod is read in a time that grows with its containers and volumes, not with their product.
func BenchmarkContainers(b *testing.B) {
	for _, n := range []int{100, 1000, 10000} {
		var text strings.Builder
		text.WriteString("apiVersion: v1\nkind: Pod\nspec:\n  volumes:\n")
		for i := range n {
			fmt.Fprintf(&text, "  - {name: v%d, hostPath: {path: /x}}\n", i)
		}
		text.WriteString("  containers:\n")
		for i := range n {
			fmt.Fprintf(&text, "  - {name: c%d, image: x, volumeMounts: [{name: v%d, mountPath: /x}]}\n", i, i)
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				parse.File(lint.NewFile("x.yaml", []byte(text.String())), nil)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N*n), "ns/container")
		})
	}
}
