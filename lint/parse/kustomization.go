package parse

import (
	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/kubernetes"
	"github.com/stridelint/stridelint/lint/parse/kustomize"
	"github.com/stridelint/stridelint/lint/parse/yamltree"
)

// Kustomizations is the names of the files that kustomize reads.
var Kustomizations = kustomize.Names[:]

// IsKustomization tells whether a file is one of kustomize's by its name.
func IsKustomization(filename string) bool { return kustomize.Looks(filename) }

// Kustomization is what a kustomization says of other files.
type Kustomization = kustomize.Kustomization

// Replacement is what a kustomization puts in the place of an image.
type Replacement = kustomize.Replacement

// ReadKustomization reads what a file of kustomize's says of other files.
func ReadKustomization(f *lint.File) Kustomization {
	found := kustomize.Find(f.Path, yamltree.Parse(f)[0].Root)
	if len(found) == 0 {
		return Kustomization{}
	}
	return kustomize.Read(found[0])
}

// overlays is what a document says of resources that it does not hold: parts of the objects that its patches are laid over, each a
// unit, and the images that it puts in the place of others.
func overlays(f *lint.File, root *lint.Node, open lint.Open) []*lint.Unit {
	if root == nil {
		return nil
	}
	if !kustomize.Looks(f.Path) {
		open = nil // it is of a kustomization elsewhere
	}
	var units []*lint.Unit
	for _, kustomization := range kustomize.Find(f.Path, root) {
		for _, o := range kustomize.Overlays(f.Path, kustomization, open) {
			unit := kubernetes.Unit(f, o.Root)
			unit.Part, unit.ReadOnly, unit.Problems = true, !o.Exact, append(unit.Problems, o.Problems...)
			if o.File != nil {
				unit.Files = []*lint.File{o.File}
			}
			units = append(units, unit)
		}
		if images := kustomize.Images(kustomization); len(images) > 0 {
			units = append(units, &lint.Unit{File: f, Kind: lint.Kubernetes, Part: true, Images: images})
		}
	}
	return units
}
