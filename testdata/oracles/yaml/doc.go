// Package yaml holds the trees of yamltree against sigs.k8s.io/yaml, which kubectl reads manifests with.
// It is a module of its own, so that what proves stridelint is not part of it.
package yaml
