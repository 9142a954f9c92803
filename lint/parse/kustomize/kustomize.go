// Package kustomize reads what kustomizations say of manifests: the patches that they lay over them, and the images that they put
// in the place of others.
package kustomize

import (
	"path"
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/snippet"
	"github.com/stridelint/stridelint/lint/parse/yamltree"
)

// Names is what kustomize calls its files: https://kubectl.docs.kubernetes.io/references/kustomize/glossary/#kustomization
var Names = [...]string{"kustomization.yaml", "kustomization.yml", "Kustomization"}

// Looks tells whether a file is a kustomization by its name. It need not say its kind.
func Looks(filename string) bool { return slices.Contains(Names[:], path.Base(filename)) }

// Find is what holds the fields of a kustomization in a document of a file: the document itself, or a part of an object that has others
// apply one. https://fluxcd.io/flux/components/kustomize/kustomizations/#patches,
// https://fluxcd.io/flux/components/helm/helmreleases/#post-renderers,
// https://argo-cd.readthedocs.io/en/stable/user-guide/kustomize/#patches
func Find(filename string, root *lint.Node) []lint.Field {
	document := lint.Root(root)
	group, _, _ := strings.Cut(document.Get("apiVersion").Scalar(), "/")
	spec := document.Get("spec")
	switch {
	case group == "" && Looks(filename), group == "kustomize.config.k8s.io":
		return []lint.Field{document}
	case group == "kustomize.toolkit.fluxcd.io":
		return []lint.Field{spec}
	case group == "helm.toolkit.fluxcd.io":
		return each(spec.Get("postRenderers"), "kustomize")
	case group == "argoproj.io":
		return append(each(spec.Get("sources"), "kustomize"), spec.Get("source").Get("kustomize"))
	}
	return nil
}

// each is a field of each item of a list.
func each(list lint.Field, key string) []lint.Field {
	var fields []lint.Field
	for _, item := range list.Items() {
		fields = append(fields, item.Get(key))
	}
	return fields
}

// Kustomization is what a kustomization says of other files, by their paths from its own folder.
type Kustomization struct {
	Resources  []string // the files whose objects it takes, and the folders of kustomizations
	Components []string // the folders of those that work on its resources, before it does so itself
	Patches    []string // the files that it lays over its resources
	Images     []Replacement
}

// Read reads what a kustomization says of other files.
func Read(kustomization lint.Field) Kustomization {
	k := Kustomization{
		Resources:  slices.Concat(words(kustomization.Get("resources")), words(kustomization.Get("bases"))),
		Components: words(kustomization.Get("components")),
		Images:     replacements(kustomization),
	}
	for _, p := range patchesOf(kustomization) {
		// What is a resource too is judged as one.
		if name := p.file.Scalar(); name != "" && !strings.Contains(name, "\n") && !slices.Contains(k.Resources, name) {
			k.Patches = append(k.Patches, name)
		}
	}
	return k
}

// words is what the scalars of a list say.
func words(list lint.Field) []string {
	var words []string
	for _, item := range list.Items() {
		if item.Scalar() != "" {
			words = append(words, item.Scalar())
		}
	}
	return words
}

// patch is one that a kustomization names or holds.
type patch struct {
	file   lint.Field // the name of its file
	text   lint.Field // what it says, if it stands in the kustomization itself
	target lint.Field // the mapping that says what it is laid over, if any
}

// patchesOf is every patch of a kustomization (https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/patches/).
// An item of patchesStrategicMerge is the name of a file or the patch itself.
func patchesOf(kustomization lint.Field) []patch {
	var patches []patch
	for _, key := range [...]string{"patches", "patchesStrategicMerge", "patchesJson6902"} {
		for _, item := range kustomization.Get(key).Items() {
			p := patch{file: item, text: item}
			if item.Exists() && item.Node.Kind == lint.Mapping {
				p = patch{file: item.Get("path"), text: item.Get("patch"), target: item.Get("target")}
			}
			patches = append(patches, p)
		}
	}
	return patches
}

// Overlay is an object as far as a patch says what is in it.
type Overlay struct {
	Root     *lint.Node // nil if the text cannot be read
	Problems []*lint.Problem
	// File is the one that the patch stands in, if it is not the kustomization's.
	File *lint.File
	// Exact tells that the object stands in the file as it is, indented by blanks.
	Exact bool
}

// Overlays is what the patches of a kustomization say that stand in it as text, and those that only it can tell the object of: JSON
// patches in files of their own.
func Overlays(filename string, kustomization lint.Field, open lint.Open) []Overlay {
	var overlays []Overlay
	for _, p := range patchesOf(kustomization) {
		overlays = append(overlays, p.inline()...)
		if name := p.file.Scalar(); name != "" && p.target.Exists() && open != nil {
			overlays = append(overlays, p.operations(open(path.Join(path.Dir(filename), name)))...)
		}
	}
	return overlays
}

// inline is what the patch says in the kustomization itself: nothing if its text is the name of a file, or stands in quotes or folded
// lines in such a way that its places cannot be told.
func (p patch) inline() []Overlay {
	var overlays []Overlay
	for _, doc := range snippet.Documents(p.text.Node) {
		o := Overlay{Root: doc.Root, Problems: doc.Problems, Exact: p.text.Node.Style == lint.Literal}
		if isList(doc.Root) {
			o.Root, o.Exact = operated(p.target, lint.Root(doc.Root)), false
		}
		if len(doc.Problems) > 0 || o.Root != nil && o.Root.Kind == lint.Mapping {
			overlays = append(overlays, o)
		}
	}
	return overlays
}

// operations is what the patch says if it is a JSON patch in a file. Another one is an object, and judged as that.
func (p patch) operations(file *lint.File) []Overlay {
	if file == nil {
		return nil
	}
	list := yamltree.Parse(file)[0].Root
	if !isList(list) {
		return nil
	}
	object := operated(p.target, lint.Root(list))
	if object == nil {
		return nil
	}
	return []Overlay{{Root: object, File: file}}
}

func isList(n *lint.Node) bool { return n != nil && n.Kind == lint.Sequence }
