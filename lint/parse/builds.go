package parse

import (
	"bytes"
	"path"
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/bake"
	"github.com/stridelint/stridelint/lint/parse/yamltree"
)

// Builds is the builds that a file describes, and the other files that it is read with.
func Builds(f *lint.File, open lint.Open) (builds []*lint.Build, files []*lint.File) {
	switch {
	case IsBake(f.Path):
		return found(f, open), nil
	case Name(f.Path) != lint.Compose && !bytes.Contains(f.Text, []byte("build")) && !bytes.Contains(f.Text, []byte("bake")):
		return nil, nil // a script that surely builds nothing need not be read twice
	}
	for _, u := range File(f, open) {
		builds, files = append(builds, u.Builds...), append(files, u.Files...)
	}
	return builds, files
}

// IsBake tells whether bake finds a file by itself, and it is read here.
func IsBake(filename string) bool { return bake.Looks(filename) }

// found is what bake builds of the files that it finds in a folder, as far as one of them says it: the first of them is read with what is
// laid over it. Where one of them is not read here, it can say anything of a target.
func found(f *lint.File, open lint.Open) []*lint.Build {
	roots := rootsOf(f)
	if open == nil {
		return bake.Builds(roots)
	}
	beside := func(name string) *lint.File { return open(path.Join(path.Dir(f.Path), name)) }
	if beside("docker-bake.hcl") != nil || beside("docker-bake.override.hcl") != nil {
		return nil
	}
	base, over := beside("docker-bake.json"), beside("docker-bake.override.json")
	switch {
	case base == nil || over == nil:
	case path.Base(f.Path) == "docker-bake.json":
		roots = append(roots, rootsOf(over)...)
	default:
		return nil // read with the other
	}
	return bake.Builds(roots)
}

// Baked is the builds that one takes of bake files, which it names from the folder where it starts; none if one of them is not read here.
func Baked(b *lint.Bake, start string, open lint.Open) []*lint.Build {
	var roots []*lint.Node
	for _, name := range b.Files {
		if strings.Contains(name.V, ".outputs.bake-file") {
			continue // of docker/metadata-action: it names and labels what others build
		}
		text := strings.TrimPrefix(name.V, "cwd://")
		if !name.Known() || path.IsAbs(text) || path.Ext(text) != ".json" {
			return nil
		}
		f := open(path.Join(start, text))
		if f == nil {
			return nil
		}
		roots = append(roots, rootsOf(f)...)
	}
	builds := bake.Baked(roots, b)
	for _, build := range builds {
		build.Start = start
	}
	return builds
}

// rootsOf is the trees of a file's documents.
func rootsOf(f *lint.File) []*lint.Node {
	var roots []*lint.Node
	for _, doc := range yamltree.Parse(f) {
		if doc.Root != nil {
			roots = append(roots, doc.Root)
		}
	}
	return roots
}
