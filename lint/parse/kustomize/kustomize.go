// Package kustomize reads which patches a kustomization names. It is read for what it says of manifests; no rule judges it.
package kustomize

import (
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// Names is what kustomize calls its files: https://kubectl.docs.kubernetes.io/references/kustomize/glossary/#kustomization
var Names = [...]string{"kustomization.yaml", "kustomization.yml", "Kustomization"}

// Patches is the files that a kustomization lays over its resources, relative to its own folder.
func Patches(root *lint.Node) []string {
	file := lint.Root(root)
	var patches []string
	for _, key := range [...]string{"patches", "patchesStrategicMerge"} {
		for _, item := range file.Get(key).Items() {
			if item.Exists() && item.Node.Kind == lint.Mapping {
				item = item.Get("path")
			}
			if item.Exists() && item.Node.Kind == lint.Scalar && !strings.Contains(item.Node.Value, "\n") {
				patches = append(patches, item.Node.Value)
			}
		}
	}
	// What is a resource too is judged as one.
	for _, resource := range file.Get("resources").Items() {
		if resource.Exists() && resource.Node.Kind == lint.Scalar {
			patches = slices.DeleteFunc(patches, func(patch string) bool { return patch == resource.Node.Value })
		}
	}
	return patches
}
