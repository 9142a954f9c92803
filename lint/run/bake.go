package run

import (
	"path"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse"
)

// bake notes what a build takes of bake files that it names. Those that bake finds by itself are inputs like others. Of a command of
// which it is not known where it runs, the files have to be in the folder of its script or in the root, and not in both.
func (s *survey) bake(in Input, b *lint.Build) {
	starts := []string{b.Start}
	if b.Start == "" {
		starts = []string{path.Dir(in.Path)}
		if root, ok := in.reported(in.Root); ok && in.Root != "" && root != starts[0] {
			starts = append(starts, root)
		}
	}
	var builds []*lint.Build
	for _, start := range starts {
		made := parse.Baked(b.Bake, start, in.open())
		if len(made) > 0 && len(builds) > 0 {
			return
		}
		builds = append(builds, made...)
	}
	for _, made := range builds {
		s.add(in, made)
	}
	if len(builds) == 0 {
		return
	}
	for _, file := range b.Bake.Files {
		name := path.Join(builds[0].Start, file.V)
		if disk, ok := in.onDisk(name); ok && path.Dir(name) != path.Clean(builds[0].Start) {
			s.baked[disk] = true
		}
	}
}
