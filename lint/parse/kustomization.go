package parse

import (
	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/kubernetes"
	"github.com/stridelint/stridelint/lint/parse/kustomize"
)

// inlinePatches reads the patches that stand in a kustomization as text: parts of the objects that they are laid over.
func inlinePatches(f *lint.File, root *lint.Node) []*lint.Unit {
	if root == nil {
		return nil
	}
	var units []*lint.Unit
	for _, patch := range kustomize.InlinePatches(kustomize.Find(f.Path, root)) {
		unit := kubernetes.Unit(f, patch.Root)
		unit.Part, unit.ReadOnly, unit.Problems = true, !patch.Exact, append(unit.Problems, patch.Problems...)
		units = append(units, unit)
	}
	return units
}
