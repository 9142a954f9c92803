package compose

import (
	"bytes"
	"path"
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/yamltree"
)

// loader reads a compose file with the files that it names into one tree.
type loader struct {
	*reader
	open lint.Open
	// partial is the services of which something stands in what could not be read.
	partial map[string]bool
	// incomplete tells that services of any name may stand in what could not be read.
	incomplete bool
	extended   map[*lint.Node]lint.Field            // services with all that they extend, by how they are written
	volumes    map[*lint.Node]lint.List[lint.Mount] // what other services take of one, by the service
	containers map[string]lint.Field                // services by the names of their containers; nil before one is looked for
	taking     int                                  // how many services take each other's volumes in a row, where one is read
	opened     int                                  // how often a file was opened
	read       int                                  // how many bytes were read
	merged     int                                  // how many entries and items were merged
	deepest    int                                  // how many services extend each other in a row
	resets     bool                                 // something is taken away in one of the files
}

// Bounds of what one project makes us do: how often it opens files, how much it reads and merges, and how deep its files include
// and extend each other.
const (
	maxOpened   = 300
	maxRead     = 4 << 20
	maxMerged   = 100_000
	maxIncludes = 32
	maxExtends  = 500
)

// isExhausted tells whether a bound is reached. What the rest of the files says is not known then.
func (l *loader) isExhausted() bool {
	exhausted := l.opened >= maxOpened || l.read >= maxRead || l.merged >= maxMerged || l.deepest >= maxExtends
	l.incomplete = l.incomplete || exhausted
	return exhausted
}

// project is where the files of one project, or of an included one, are read: their paths start at a folder, and their variables are
// those of its environment.
type project struct {
	*loader
	dir         string
	environment environment
	files       map[string]lint.Field // the roots of the files that were read, by path
	including   []string              // the files that include it, with its own
}

// effective is the tree of a file with all that compose puts into it, beginning with what the files that lie over it say.
func (l *loader) effective(root *lint.Node) lint.Field {
	f := l.unit.File
	p := &project{loader: l, dir: path.Dir(f.Path), files: map[string]lint.Field{}, including: []string{f.Path}}
	if l.open != nil {
		p.environment = p.environmentOf([]string{path.Join(p.dir, ".env")}, nil)
	}
	base := p.whole(p.adopt(f, root, p.dir), 0)
	for _, name := range p.overlays(f.Path) {
		if over := p.file(name, p.dir); over.Exists() {
			base = lint.Root(p.merger(true).mapping("", base, p.whole(over, 0)))
		}
	}
	if l.resets {
		return lint.Root(withoutResets(base))
	}
	return base
}

// adopt makes a file's tree one of the project. Relative paths in it start at dir.
func (p *project) adopt(f *lint.File, root *lint.Node, dir string) lint.Field {
	p.documents[root] = document{dir: dir, environment: p.environment}
	field := lint.Root(root)
	p.resets = p.resets || bytes.Contains(f.Text, []byte("!reset"))
	p.files[f.Path] = field
	return field
}

// file is the root of another file; nil if it cannot be read as a mapping.
func (p *project) file(name, dir string) lint.Field {
	if field, known := p.files[name]; known {
		return field
	}
	p.files[name] = lint.Field{}
	f := p.use(name)
	if f == nil {
		return lint.Field{}
	}
	for _, doc := range yamltree.Parse(f) {
		p.unit.Problems = append(p.unit.Problems, doc.Problems...)
		p.incomplete = p.incomplete || doc.Root == nil && len(doc.Problems) > 0
		if doc.Root != nil && doc.Root.Kind == lint.Mapping {
			return p.adopt(f, doc.Root, dir)
		}
	}
	return lint.Field{}
}

// use opens a file and notes that it was.
func (l *loader) use(name string) *lint.File {
	if l.open == nil || l.isExhausted() {
		return nil
	}
	l.opened++
	f := l.open(name)
	if f == nil {
		return nil
	}
	if l.read += len(f.Text); f != l.unit.File && !slices.Contains(l.unit.Files, f) {
		l.unit.Files = append(l.unit.Files, f)
	}
	return f
}

// relative is a path of the project's as it is opened.
func relative(dir, name string) string {
	if path.IsAbs(name) {
		return path.Clean(name)
	}
	return path.Join(dir, name)
}

// isRemote tells whether a name is that of something elsewhere: a repository, an artifact of a registry.
func isRemote(name string) bool {
	return strings.Contains(name, "://") || strings.HasPrefix(name, "git@") || strings.HasPrefix(name, "oci:") || strings.HasPrefix(name, "github.com/")
}

// baseNames is the files in the order in which compose looks for one, overrideNames those of which it lays the first over that.
// https://docs.docker.com/compose/intro/compose-application-model/#the-compose-file
var (
	baseNames     = []string{"compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml"}
	overrideNames = []string{"compose.override.yml", "compose.override.yaml", "docker-compose.override.yml", "docker-compose.override.yaml"}
)

// overlays is the files that compose lays over the one it was started with: those that COMPOSE_FILE names behind it or else,
// over the one that it finds by itself, the first override file.
func (p *project) overlays(name string) []string {
	if p.open == nil {
		return nil
	}
	if listed, ok := p.environment["COMPOSE_FILE"]; ok {
		separator := p.environment["COMPOSE_PATH_SEPARATOR"].value
		if separator == "" {
			separator = ":"
		}
		var files []string
		for file := range strings.SplitSeq(listed.value, separator) {
			files = append(files, relative(p.dir, file))
		}
		if i := slices.Index(files, name); i == 0 {
			return files[1:]
		} else if i > 0 {
			p.unit.Part = true
		}
		return nil
	}
	for _, base := range baseNames {
		if path.Base(name) == base {
			return p.firstOf(overrideNames)
		}
		if p.open(path.Join(p.dir, base)) != nil {
			break // compose takes that one
		}
	}
	return nil
}

// firstOf is the first of the names of which there is a file in the project's folder.
func (p *project) firstOf(names []string) []string {
	for _, name := range names {
		if name = path.Join(p.dir, name); p.open(name) != nil {
			return []string{name}
		}
	}
	return nil
}

// environmentOf is what the env files say, each over those before it, and an outer environment over them all.
func (p *project) environmentOf(files []string, outer environment) environment {
	all := environment{}.under(outer)
	for _, name := range files {
		f := p.use(name)
		if f == nil {
			continue
		}
		for _, line := range parseEnv(f, all) {
			if _, given := outer[line.name]; !given && line.state == lint.Set {
				all[line.name] = line.value
			}
		}
	}
	return all
}

// whole is a file with the services of those that it includes, and with what services extend.
func (p *project) whole(file lint.Field, depth int) lint.Field {
	include := file.Get("include")
	if include.Exists() && include.Node.Kind != lint.Sequence {
		p.incomplete = true
	}
	for _, item := range include.Items() {
		if p.isExhausted() {
			break
		}
		at := item
		if item.Exists() && item.Node.Kind == lint.Mapping {
			at = item.Get("path")
		}
		imported := p.include(item, at, depth)
		if !imported.Exists() {
			p.incomplete = true
			continue
		}
		imported.Via = append(slices.Clip(imported.Via), hop(at))
		file = lint.Root(p.merger(false).mapping("", imported, file))
	}
	return p.extend(file)
}

// hop is where a field takes effect from.
func hop(f lint.Field) lint.Span { return firstLine(f.Node.Span) }

// include reads one of the included projects, whose files are named at a field of the item or in it.
// https://github.com/compose-spec/compose-spec/blob/main/14-include.md
func (p *project) include(item, at lint.Field, depth int) lint.Field {
	files, known := p.names(at)
	if !known || len(files) == 0 || isRemote(files[0]) {
		return lint.Field{}
	}
	main := relative(p.dir, files[0])
	if slices.Contains(p.including, main) || depth >= maxIncludes {
		p.refuse(at.Node, "the file includes itself")
		return lint.Field{}
	}
	in := &project{loader: p.loader, dir: path.Dir(main), files: map[string]lint.Field{}, including: append(slices.Clip(p.including), main)}
	if folder, known := p.names(item.Get("project_directory")); known && len(folder) > 0 {
		in.dir = relative(p.dir, folder[0])
	}
	envFiles := []string{path.Join(in.dir, ".env")}
	if named, known := p.names(item.Get("env_file")); known && len(named) > 0 {
		envFiles = named
		for i := range envFiles {
			envFiles[i] = relative(p.dir, envFiles[i])
		}
	}
	in.environment = in.environmentOf(envFiles, p.environment)
	base := in.file(main, in.dir)
	if !base.Exists() {
		p.missing(at, main)
		return lint.Field{}
	}
	base = in.whole(base, depth+1)
	for _, name := range files[1:] {
		if over := in.file(relative(p.dir, name), in.dir); over.Exists() {
			base = lint.Root(p.merger(true).mapping("", base, in.whole(over, depth+1)))
		}
	}
	return base
}

// names reads a name, or a list of them; not known if one of them is not.
func (p *project) names(f lint.Field) ([]string, bool) {
	var names []string
	known := true
	add := func(item lint.Field) {
		v := get(p.reader, item, p.text)
		known = known && v.Known()
		names = append(names, v.V)
	}
	switch {
	case !f.Exists():
	case f.Node.Kind == lint.Scalar:
		add(f)
	default:
		for _, item := range f.Items() {
			add(item)
		}
	}
	return names, known
}

// missing notes that there is no file of a name, where that is sure: it lies below the file that names it, and that one can be opened.
func (p *project) missing(at lint.Field, name string) {
	naming := at.Node.Span.File.Path
	dir := path.Dir(naming)
	isBelow := strings.HasPrefix(name, dir+"/") || dir == "." && !path.IsAbs(name) && !strings.HasPrefix(name, "../")
	if p.open != nil && isBelow && p.open(naming) != nil && p.open(name) == nil {
		p.refuse(at.Node, "there is no such file")
	}
}
