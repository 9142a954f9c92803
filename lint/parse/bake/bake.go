// Package bake reads which builds a docker-bake.json describes. It is read for what it says of Dockerfiles; no rule judges it.
package bake

import (
	"path"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// Looks tells whether a file is a bake file, by its name: https://docs.docker.com/build/bake/reference/#file-format
func Looks(filename string) bool {
	switch strings.ToLower(path.Base(filename)) {
	case "docker-bake.json", "docker-bake.override.json":
		return true
	}
	return false
}

// Builds reads the targets of a bake file.
func Builds(root *lint.Node) []*lint.Build {
	var builds []*lint.Build
	for _, target := range lint.Root(root).Get("target").Entries() {
		builds = append(builds, &lint.Build{
			Folder:     lint.Read(target.Get("context"), text),
			Dockerfile: lint.Read(target.Get("dockerfile"), text),
			Target:     lint.Read(target.Get("target"), text),
		})
	}
	return builds
}

// text reads a string; one with a variable in it is not known.
func text(n *lint.Node) (string, lint.State) {
	switch {
	case n.Kind != lint.Scalar:
		return "", lint.Invalid
	case strings.Contains(n.Value, "${"):
		return n.Value, lint.Unknown
	}
	return n.Value, lint.Set
}
