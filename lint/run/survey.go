package run

import (
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse"
)

// survey is what is known of a run's inputs together before any is judged: what they build, and which of them belong to another.
type survey struct {
	// targets is the stages, besides the last, that a build names, by the place of their Dockerfile on disk.
	targets map[string][]string
	// contexts is the names of further contexts that builds are given, by the place of their Dockerfile on disk.
	contexts map[string][]string
	// builds is the Dockerfiles on disk from which something is built.
	builds map[string]bool
	// images is which stage makes an image of a name; a zero one where several do.
	images map[lint.Image]origin
	// baked is the bake files, by their place on disk, that a command reads from another folder than theirs, where paths in them start.
	baked map[string]bool
	// readers is how many of the inputs are read with a file, by its place on disk: those that it overrides, that extend or
	// include it.
	readers map[string]int
	// runs is the containers that run what is built, in the order of the inputs. They are known once everything but the
	// Dockerfiles was judged.
	runs map[origin][]*lint.Container
	// overlays is which kustomizations lay something over a file.
	overlays overlays

	// beside is files that no input is, but that describe what the Dockerfiles among the inputs are built for.
	beside []Input

	mu          sync.Mutex
	dockerfiles map[string]*dockerfile // by the path under which they are reported
}

// origin is where an image is built: a Dockerfile on disk and one of its stages, in lower case; the last one if it is empty.
type origin struct{ dockerfile, target string }

// dockerfile is a Dockerfile that is read because a container runs what it builds.
type dockerfile struct {
	once   sync.Once
	stages []*lint.Stage
}

// surveyOf reads the inputs that describe builds.
func surveyOf(inputs []Input) *survey {
	s := &survey{
		targets: map[string][]string{}, contexts: map[string][]string{}, builds: map[string]bool{}, images: map[lint.Image]origin{}, baked: map[string]bool{}, readers: map[string]int{},
		runs: map[origin][]*lint.Container{}, dockerfiles: map[string]*dockerfile{},
		overlays: overlaysOf(inputs),
	}
	for _, bakeFiles := range []bool{false, true} { // those after what names them
		for _, in := range inputs {
			if parse.IsBake(in.Path) != bakeFiles {
				continue
			}
			for _, file := range s.read(in) {
				if disk, ok := in.onDisk(file.Path); ok {
					s.readers[disk]++
				}
			}
		}
	}
	s.beside = besides(inputs)
	for _, in := range s.beside {
		s.read(in)
	}
	return s
}

// read notes the builds that an input describes, and returns the other files that it is read with.
func (s *survey) read(in Input) []*lint.File {
	if in.place() == "" || !parse.DescribesBuilds(in.Path) || s.baked[in.place()] {
		return nil
	}
	text, err := in.read()
	if err != nil {
		return nil // told when it is judged
	}
	var files []*lint.File
	unlessPanic(func() {
		var builds []*lint.Build
		builds, files = parse.Builds(lint.NewFile(in.Path, text), in.open())
		for _, build := range builds {
			if build.Bake != nil {
				s.bake(in, build)
			} else {
				s.add(in, build)
			}
		}
	})
	return files
}

// unlessPanic does something that is given up where a parser panics: of a file that is judged, that is told then.
func unlessPanic(do func()) {
	defer func() { _ = recover() }()
	do()
}

// besides is, for each Dockerfile that was named alone, the files by which docker builds and runs it without being told: those in its
// folder and in the root. So it is judged alike, whether it is named or found in a folder.
func besides(inputs []Input) []Input {
	known := map[string]bool{}
	for _, in := range inputs {
		known[in.place()] = true
	}
	var found []Input
	for _, in := range inputs {
		if !in.Explicit || in.Linked || in.Root == "" || parse.Name(in.Path) != lint.Dockerfile {
			continue
		}
		for _, folder := range []string{filepath.Dir(in.place()), in.Root} {
			for _, name := range parse.BuildFiles {
				disk := filepath.Join(folder, name)
				info, err := os.Lstat(disk)
				if known[disk] || err != nil || !info.Mode().IsRegular() {
					continue
				}
				known[disk] = true
				if reported, ok := in.reported(disk); ok {
					found = append(found, Input{Path: reported, Disk: disk, Root: in.Root})
				}
			}
		}
	}
	return found
}

// add notes what a build makes.
func (s *survey) add(in Input, b *lint.Build) {
	from, ok := in.builtFrom(b)
	if !ok {
		return
	}
	s.builds[from.dockerfile] = true
	if from.target != "" {
		s.targets[from.dockerfile] = append(s.targets[from.dockerfile], from.target)
	}
	s.contexts[from.dockerfile] = append(s.contexts[from.dockerfile], b.Contexts...)
	names := b.Images
	if b.Container != nil {
		names = append(names[:len(names):len(names)], b.Container.Image)
	}
	for _, name := range names {
		if !name.Known() {
			continue
		}
		image := name.V.Tagged()
		if one, known := s.images[image]; known && one != from {
			s.images[image] = origin{} // it is not sure which
		} else {
			s.images[image] = from
		}
	}
}

// builtFrom is where a build takes its Dockerfile from, if that is known.
func (in Input) builtFrom(b *lint.Build) (origin, bool) {
	if !b.Inline.Absent() || !saysWhere(b.Folder) || !saysWhere(b.Dockerfile) || b.Target.State == lint.Unknown || b.Target.State == lint.Invalid || isRemote(b.Folder.V) {
		return origin{}, false
	}
	name := b.Dockerfile.V
	if name == "" {
		name = "Dockerfile"
	}
	folder, kind := filepath.Dir(in.place()), parse.Name(in.Path)
	if b.Start == "" && (kind == lint.Script || kind == lint.CI) {
		return in.builtByCommand(below(b.Folder.V, name), b.Target.V)
	}
	if b.Start != "" && b.Start != path.Dir(in.Path) {
		disk, ok := in.onDisk(path.Join(b.Start, "Dockerfile")) // what is extended or included starts elsewhere
		if !ok {
			return origin{}, false
		}
		folder = filepath.Dir(disk)
	}
	return origin{below(below(folder, b.Folder.V), name), strings.ToLower(b.Target.V)}, true
}

// builtByCommand is builtFrom for a command, which has its paths from the folder where it runs: that of its script, or the root. It is
// known only if there is a Dockerfile in one of them, and not in both.
func (in Input) builtByCommand(dockerfile, target string) (origin, bool) {
	var found []string
	for _, folder := range []string{filepath.Dir(in.place()), in.Root} {
		name := below(folder, dockerfile)
		if info, err := os.Stat(name); err == nil && info.Mode().IsRegular() && !slices.Contains(found, name) {
			found = append(found, name)
		}
	}
	if in.Root == "" || len(found) != 1 {
		return origin{}, false
	}
	return origin{found[0], strings.ToLower(target)}, true
}

// below is a path as a file in a folder has it.
func below(folder, path string) string {
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(folder, path)
}

// saysWhere tells whether the file says the value, or leaves it at its default.
func saysWhere(v lint.Val[string]) bool { return v.Known() || v.Absent() }

// ship marks the stages of a Dockerfile that the builds name, and the contexts that they are given.
func (s *survey) ship(in Input, u *lint.Unit) {
	u.Contexts = s.contexts[in.place()]
	for _, name := range s.targets[in.place()] {
		for _, stage := range u.Stages {
			if stage.Name.V == name {
				stage.Ship()
			}
		}
	}
}

// sharesWith tells whether a file that an input is read with may be judged without it too, or read with others: what it finds there may
// not be all that there is.
func (s *survey) sharesWith(in Input, file *lint.File) bool {
	disk, ok := in.onDisk(file.Path)
	return s == nil || !ok || !parse.DescribesBuilds(in.Path) || s.readers[disk] > 1 || parse.IsProject(file.Path)
}

// each does something for every input of a run that is judged by itself, some of them at once: first for what runs images, then,
// when it is known what runs theirs, for the Dockerfiles from which they are built.
func (s *survey) each(inputs []Input, workers int, judge func(i int) []link) {
	links := make([][]link, len(inputs))
	var images, shared, others []int
	for i, in := range inputs {
		switch {
		case s.readers[in.place()] > 0 && parse.IsProject(in.Path):
			shared = append(shared, i)
		case s.readers[in.place()] > 0:
			// It is judged as a part of those that read it.
		case s.builds[in.place()]:
			images = append(images, i)
		default:
			others = append(others, i)
		}
	}
	others = slices.Concat(shared, others) // so that others read what was fixed
	each(len(others), workers, func(n int) { links[others[n]] = judge(others[n]) })
	for _, in := range s.beside {
		if text, err := in.read(); err == nil {
			unlessPanic(func() { links = append(links, s.link(in, parse.File(lint.NewFile(in.Path, text), in.open()))) })
		}
	}
	for _, of := range links {
		for _, l := range of {
			s.runs[l.from] = append(s.runs[l.from], l.container)
		}
	}
	each(len(images), workers, func(n int) { judge(images[n]) })
}
