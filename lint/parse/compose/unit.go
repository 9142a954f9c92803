// Package compose projects compose files onto the views that rules judge: every service is a pod of one container.
// It reads positioned trees as compose itself does, variables' defaults put in their place, and keeps every value's place.
package compose

import (
	"path"
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

// Looks tells whether a document is a compose file, by its file's name or else by services that say how to get an image.
func Looks(filename string, root *lint.Node) bool {
	if root == nil {
		return false
	}
	f := lint.Root(root)
	if f.Get("apiVersion").Node != nil {
		return false
	}
	if isName(filename) {
		return true
	}
	for _, service := range f.Get("services").Entries() {
		for _, key := range []string{"image", "build", "extends", "container_name", "env_file", "network_mode", "cap_add", "privileged"} {
			if service.Get(key).Node != nil {
				return true
			}
		}
	}
	return false
}

// isName tells whether a file is a compose file by its name, as compose and its users name them.
func isName(filename string) bool {
	name := strings.ToLower(path.Base(filename))
	ext := path.Ext(name)
	return (ext == ".yml" || ext == ".yaml") && (strings.HasPrefix(name, "compose") || strings.HasPrefix(name, "docker-compose"))
}

// isOverride tells whether a file is by its name one that compose lays over another.
func isOverride(filename string) bool {
	return strings.Contains(strings.ToLower(path.Base(filename)), ".override.")
}

// Unit reads one document with the files that it names; none if open is nil.
func Unit(f *lint.File, root *lint.Node, open lint.Open) *lint.Unit {
	unit := &lint.Unit{File: f, Kind: lint.Compose, Part: isOverride(f.Path)}
	if root == nil {
		return unit
	}
	written := lint.Root(root)
	if !expectMapping(unit, written, "a compose file must be a mapping") {
		return unit
	}
	unit.Project = &lint.Project{Root: written}
	l := &loader{
		reader: &reader{documents: map[*lint.Node]document{}, unit: unit, refused: map[*lint.Node]bool{}, sections: map[*lint.Node]map[string]lint.Field{}},
		open:   open, partial: map[string]bool{}, extended: map[*lint.Node]lint.Field{}, volumes: map[*lint.Node]lint.List[lint.Mount]{},
	}
	file := l.effective(root)
	services := file.Get("services")
	expectMapping(unit, services, "services must be a mapping")
	for _, field := range services.Entries() {
		name := "service " + lint.Label(field.Key.Value)
		if field.Exists() && !expectMapping(unit, field, name+" must be a mapping") {
			continue
		}
		s := l.service(file, field)
		s.project(name)
	}
	return unit
}

// service is a service of the file, on its way to be read.
func (l *loader) service(file, field lint.Field) service {
	partial := l.incomplete || l.partial[field.Key.Value] || !field.Get("image").Exists() && !field.Get("build").Exists()
	return service{loader: l, file: file, Field: field.Ordered(knowledge.CompareComposeServiceKeys), partial: partial}
}

// expectMapping tells whether a field is a mapping. Any other value than null is a problem.
func expectMapping(unit *lint.Unit, f lint.Field, problem string) bool {
	if f.Exists() && f.Node.Kind != lint.Mapping {
		unit.Problems = append(unit.Problems, &lint.Problem{Span: firstLine(f.Head()), Message: problem})
	}
	return f.Exists() && f.Node.Kind == lint.Mapping
}

// firstLine is the part of a span that stands on its first line.
func firstLine(span lint.Span) lint.Span {
	if i := strings.IndexAny(span.Text(), "\r\n"); i >= 0 {
		span.End = span.Start + i
	}
	return span
}
