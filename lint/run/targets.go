package run

import (
	"path/filepath"
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse"
)

// targets is the stages, besides the last, that a build of the run names, by the place of their Dockerfile on disk.
type targets map[string][]string

// targetsOf reads the builds that the inputs describe: what compose and bake files build can be shipped.
func targetsOf(inputs []Input) targets {
	found := targets{}
	for _, in := range inputs {
		if in.Disk == "" || !parse.DescribesBuilds(in.Path) {
			continue
		}
		text, err := in.read()
		if err != nil {
			continue // told when it is judged
		}
		for _, build := range parse.Builds(lint.NewFile(in.Path, text)) {
			found.add(filepath.Dir(in.Disk), build)
		}
	}
	return found
}

// add notes the stage that a build names, if it and its Dockerfile are known. Paths are relative to the folder of the file.
func (t targets) add(folder string, b *lint.Build) {
	if !b.Target.Known() || b.Target.V == "" || !known(b.Folder) || !known(b.Dockerfile) || strings.Contains(b.Folder.V, "://") {
		return
	}
	dockerfile := b.Dockerfile.V
	if dockerfile == "" {
		dockerfile = "Dockerfile"
	}
	dockerfile = below(below(folder, b.Folder.V), dockerfile)
	t[dockerfile] = append(t[dockerfile], strings.ToLower(b.Target.V))
}

// below is a path as a file in a folder has it.
func below(folder, path string) string {
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(folder, path)
}

// known tells whether the file says the value, or leaves it at its default.
func known(v lint.Val[string]) bool { return v.Known() || v.Absent() }

// ship marks the stages of a Dockerfile that the builds name.
func (t targets) ship(in Input, u *lint.Unit) {
	for _, name := range t[in.Disk] {
		for _, stage := range u.Stages {
			if stage.Name.V == name {
				stage.Ship()
			}
		}
	}
}
