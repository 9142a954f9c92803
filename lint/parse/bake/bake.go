// Package bake reads which builds bake files describe. They are read for what they say of Dockerfiles; no rule judges them.
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

// Builds reads every target of files that are laid over each other.
func Builds(roots []*lint.Node) []*lint.Build {
	d := define(roots)
	return d.builds(d.names)
}

// Baked reads the targets that a build names, of files that are laid over each other.
func Baked(roots []*lint.Node, bake *lint.Bake) []*lint.Build {
	d := define(roots)
	names := []string{"default"}
	if len(bake.Targets) > 0 {
		names = nil
	}
	for _, target := range bake.Targets {
		if !target.Known() {
			return nil
		}
		names = append(names, target.V)
	}
	d.overrides = bake.Overrides
	return d.builds(d.expand(names))
}

// definition is what bake files say together.
type definition struct {
	names     []string // of the targets, in their order
	targets   map[string]target
	groups    map[string]lint.Field
	overrides []lint.Val[string]
}

// target is the attributes of a target.
type target map[string]lint.Field

// define reads the targets and groups of files. What a later one says of a target's attribute counts; of those that are read here,
// none is put together (https://docs.docker.com/build/bake/reference/#file-format).
func define(roots []*lint.Node) definition {
	d := definition{targets: map[string]target{}, groups: map[string]lint.Field{}}
	for _, root := range roots {
		for _, written := range lint.Root(root).Get("target").Entries() {
			name := written.Key.Value
			if d.targets[name] == nil {
				d.names, d.targets[name] = append(d.names, name), target{}
			}
			for _, attribute := range written.Entries() {
				d.targets[name][attribute.Key.Value] = attribute
			}
		}
		for _, group := range lint.Root(root).Get("group").Entries() {
			d.groups[group.Key.Value] = group.Get("targets")
		}
	}
	return d
}

// expand is the targets that names of targets and groups stand for.
func (d definition) expand(names []string) []string {
	var targets []string
	seen := map[string]bool{}
	for len(names) > 0 {
		name := names[0]
		names = names[1:]
		if seen[name] {
			continue
		}
		seen[name] = true
		if d.targets[name] != nil {
			targets = append(targets, name)
		}
		for _, member := range d.groups[name].Items() {
			if v := lint.Read(member, text); v.Known() {
				names = append(names, v.V)
			}
		}
	}
	return targets
}

// builds is what targets build. One that inherits of what is not there, or not known, is left out.
func (d definition) builds(names []string) []*lint.Build {
	var builds []*lint.Build
	inherited := map[string]target{}
	for _, name := range names {
		whole := d.whole(name, inherited)
		if whole == nil {
			continue
		}
		b := &lint.Build{
			Folder:     lint.Read(whole["context"], text),
			Dockerfile: lint.Read(whole["dockerfile"], text),
			Target:     lint.Read(whole["target"], text),
			Inline:     lint.Read(whole["dockerfile-inline"], text),
		}
		for _, context := range whole["contexts"].Entries() {
			b.Contexts = append(b.Contexts, context.Key.Value)
		}
		for _, tag := range whole["tags"].Items() {
			b.Images = append(b.Images, image(lint.Read(tag, text)))
		}
		if d.override(name, b) {
			builds = append(builds, b)
		}
	}
	return builds
}

// whole is a target with what it inherits; nil if that is not known.
func (d definition) whole(name string, inherited map[string]target) target {
	if known, read := inherited[name]; read {
		return known
	}
	inherited[name] = nil // of a target that inherits of itself, nothing is known
	own := d.targets[name]
	whole := target{}
	if own == nil {
		return nil
	}
	for _, parent := range own["inherits"].Items() {
		v := lint.Read(parent, text)
		from := d.whole(v.V, inherited)
		if !v.Known() || from == nil {
			return nil
		}
		for key, attribute := range from {
			whole[key] = attribute
		}
	}
	for key, attribute := range own {
		whole[key] = attribute
	}
	inherited[name] = whole
	return whole
}

// override puts in what is said of a target beside its files: TARGET.KEY=VALUE, where the target can be a pattern. It is false if
// that is not known.
func (d definition) override(name string, b *lint.Build) bool {
	var tags []lint.Val[lint.Image]
	for _, o := range d.overrides {
		key, value, found := strings.Cut(o.V, "=")
		pattern, attribute, _ := strings.Cut(key, ".")
		if matches, err := path.Match(pattern, name); !found || err != nil || strings.Contains(key, "$") {
			return false
		} else if !matches {
			continue
		}
		v := lint.Val[string]{V: value, State: o.State, Value: o.Value}
		switch attribute {
		case "context":
			b.Folder = v
		case "dockerfile":
			b.Dockerfile = v
		case "target":
			b.Target = v
		case "dockerfile-inline":
			b.Inline = v
		case "tags":
			tags = append(tags, image(v))
		case "tags+":
			b.Images = append(b.Images, image(v))
		}
	}
	if tags != nil {
		b.Images = tags
	}
	return true
}

// image is a name that a target's image is given.
func image(v lint.Val[string]) lint.Val[lint.Image] {
	name := lint.Val[lint.Image]{V: lint.ParseImage(v.V), State: v.State, Value: v.Value}
	if name.Known() && !name.V.Valid() {
		name.State = lint.Unknown
	}
	return name
}

// text reads a string; one with a variable or a directive in it is not known.
func text(n *lint.Node) (string, lint.State) {
	switch {
	case n.Kind != lint.Scalar:
		return "", lint.Invalid
	case strings.Contains(n.Value, "${"), strings.Contains(n.Value, "%{"):
		return n.Value, lint.Unknown
	}
	return n.Value, lint.Set
}
