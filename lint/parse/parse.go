// Package parse tells what a file is and turns it into units through the reader of its format.
// It is the one door between bytes and the model: nothing behind it sees text that it cannot place.
package parse

import (
	"bytes"
	"cmp"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/bake"
	"github.com/stridelint/stridelint/lint/parse/compose"
	"github.com/stridelint/stridelint/lint/parse/devcontainer"
	"github.com/stridelint/stridelint/lint/parse/dockerfile"
	"github.com/stridelint/stridelint/lint/parse/github"
	"github.com/stridelint/stridelint/lint/parse/gitlab"
	"github.com/stridelint/stridelint/lint/parse/kubernetes"
	"github.com/stridelint/stridelint/lint/parse/kustomize"
	"github.com/stridelint/stridelint/lint/parse/makefile"
	"github.com/stridelint/stridelint/lint/parse/shell"
	"github.com/stridelint/stridelint/lint/parse/systemd"
	"github.com/stridelint/stridelint/lint/parse/yamltree"
)

// File reads a file into its units, in their order. A file that is none of our kinds has none.
// The path's last element decides where it is telling; otherwise, and among YAML and JSON, the content does. Other files that it
// names are opened by open, none if that is nil.
func File(f *lint.File, open lint.Open) []*lint.Unit {
	units := read(f, open)
	for _, u := range units {
		units = append(units, inlineDockerfiles(u)...)
		if u.Kind == lint.Kubernetes || u.Kind == lint.Compose {
			if script := commands(u); script != nil {
				units = append(units, script)
			}
		}
	}
	for _, u := range units {
		markBuilt(u)
	}
	return units
}

func read(f *lint.File, open lint.Open) []*lint.Unit {
	switch Name(f.Path) {
	case lint.Dockerfile:
		return dockerfileUnits(f)
	case lint.Script:
		return scriptUnits(f)
	}
	switch {
	case shell.Looks(f.Path, f.Text):
		return scriptUnits(f)
	case yamlName(f.Path):
		return yamlUnits(f, open)
	case !isText(f.Text):
		return nil
	case dockerfile.Looks(f.Text):
		return dockerfileUnits(f)
	}
	return yamlUnits(f, open)
}

// DescribesBuilds tells whether a file can say by its name what is built from which Dockerfile.
func DescribesBuilds(filename string) bool {
	switch Name(filename) {
	case lint.Compose, lint.Script, lint.CI:
		return true
	}
	return bake.Looks(filename)
}

// projects is the files that compose takes for a project without being told.
var projects = []string{"compose.yaml", "compose.yml", "docker-compose.yaml", "docker-compose.yml"}

// BuildFiles is the files by which docker builds without being told.
var BuildFiles = append(projects[:len(projects):len(projects)], "docker-bake.json")

// IsProject tells whether compose itself would take a file for a project without being told: it is one, even where others read it.
func IsProject(filename string) bool { return slices.Contains(projects, path.Base(filename)) }

// Name is the kind of file that a name alone tells, or none: YAML and JSON show theirs by content, other scripts by their first line.
func Name(filename string) lint.Kind {
	name := strings.ToLower(path.Base(filename))
	ext := path.Ext(name)
	switch {
	case ext == ".dockerignore" || ext == ".md":
		return ""
	case name == "dockerfile", name == "containerfile", ext == ".dockerfile", ext == ".containerfile",
		strings.HasPrefix(name, "dockerfile."), strings.HasPrefix(name, "containerfile"):
		return lint.Dockerfile
	case (ext == ".yml" || ext == ".yaml") && (strings.HasPrefix(name, "compose") || strings.HasPrefix(name, "docker-compose")):
		return lint.Compose
	case ext == ".sh", ext == ".bash", makefile.Looks(name), devcontainer.Looks(name), systemd.Looks(filename):
		return lint.Script
	case gitlab.Looks(name), isWorkflow(filename):
		return lint.CI
	}
	return ""
}

// AddsToUnit tells whether a folder holds what is added to a unit of systemd that can run containers.
func AddsToUnit(folder string) bool { return systemd.IsDropIn(folder) }

// isWorkflow tells whether a file stands where GitHub, or a server that runs the same workflows, looks for them.
func isWorkflow(filename string) bool {
	folder, workflows := path.Split(path.Dir(strings.ToLower(filename)))
	switch path.Base(folder) {
	case ".github", ".gitea", ".forgejo":
		return workflows == "workflows" && yamlName(filename)
	}
	return false
}

func yamlName(filename string) bool {
	switch strings.ToLower(path.Ext(filename)) {
	case ".yaml", ".yml", ".json":
		return true
	}
	return false
}

// isText tells whether the text can be judged at all: UTF-8 without NUL.
func isText(text []byte) bool { return bytes.IndexByte(text, 0) < 0 && utf8.Valid(text) }

// Unreadable is the unit of a file that cannot be read as text, for the reason given.
func Unreadable(f *lint.File, kind lint.Kind, reason string) *lint.Unit {
	return &lint.Unit{File: f, Kind: kind, Problems: []*lint.Problem{{Span: lint.Span{File: f}, Message: reason}}}
}

func dockerfileUnits(f *lint.File) []*lint.Unit {
	plain := isPlainDockerfileName(f.Path)
	switch {
	case bytes.IndexByte(f.Text, 0) >= 0:
		if plain {
			return []*lint.Unit{Unreadable(f, lint.Dockerfile, "is no text file")}
		}
		return nil
	case !plain && !dockerfile.Looks(f.Text):
		return nil // a name such as Dockerfile.lock proves nothing
	}
	return []*lint.Unit{dockerfile.Parse(f)}
}

// isPlainDockerfileName tells whether docker itself would take the file for a Dockerfile without being told.
func isPlainDockerfileName(filename string) bool {
	name := strings.ToLower(path.Base(filename))
	return name == "dockerfile" || name == "containerfile"
}

func scriptUnits(f *lint.File) []*lint.Unit {
	if !isText(f.Text) {
		return []*lint.Unit{Unreadable(f, lint.Script, "is not UTF-8 text")}
	}
	var unit *lint.Unit
	switch {
	case makefile.Looks(f.Path):
		unit = makefile.Parse(f)
	case devcontainer.Looks(f.Path):
		unit = devcontainer.Parse(f)
	case systemd.Looks(f.Path):
		unit = systemd.Parse(f)
	default:
		unit = shell.Parse(f)
	}
	if unit == nil {
		return nil
	}
	return []*lint.Unit{unit}
}

// yamlUnits reads the documents that are ours. Others, and broken ones that do not show that they are ours, are passed over.
func yamlUnits(f *lint.File, open lint.Open) []*lint.Unit {
	kind := Name(f.Path) // what the file must be, if its name tells
	text := f.Text
	if isUTF16(text) {
		text = bytes.ReplaceAll(text, []byte{0}, nil)
	}
	switch {
	case kind == "" && !mayBeOurs(text) && !kustomize.Looks(f.Path):
		return nil
	case isUTF16(f.Text): // its places could not be told in bytes
		return []*lint.Unit{Unreadable(f, cmp.Or(kind, lint.Kubernetes), "is UTF-16, not UTF-8 text")}
	}
	template := holdsActions(f.Text)
	documents := yamltree.Parse(f)
	cut := template && kind == "" && slices.ContainsFunc(documents, isBroken)
	if cut {
		documents = templateDocuments(f)
	}
	var units []*lint.Unit
	for _, doc := range documents {
		if unit := yamlUnit(f, doc, kind, template, open); unit != nil {
			unit.Part, unit.ReadOnly = unit.Part || cut, cut
			units = append(units, unit)
		}
	}
	kubernetes.ShareAccounts(units)
	for _, unit := range units {
		units = append(units, kubernetes.PodSpecPatches(unit)...)
	}
	for _, doc := range documents {
		units = append(units, overlays(f, doc.Root, open)...)
	}
	return units
}

// isBroken tells whether a document cannot be read.
func isBroken(doc yamltree.Document) bool { return doc.Root == nil && len(doc.Problems) > 0 }

func yamlUnit(f *lint.File, doc yamltree.Document, kind lint.Kind, template bool, open lint.Open) *lint.Unit {
	var unit *lint.Unit
	switch {
	case doc.Root == nil:
		if len(doc.Problems) == 0 || template || kind == "" && !claimsToBeManifest(doc.Span) {
			return nil
		}
		unit = &lint.Unit{File: f, Kind: cmp.Or(kind, lint.Kubernetes)}
	case kubernetes.Looks(doc.Root):
		unit = kubernetes.Unit(f, doc.Root)
	case gitlab.Looks(f.Path):
		unit = gitlab.Unit(f, doc.Root)
	case github.Looks(doc.Root):
		unit = github.Unit(f, doc.Root)
	case compose.Looks(f.Path, doc.Root):
		unit = compose.Unit(f, doc.Root, open)
	default:
		return nil
	}
	unit.Problems = append(unit.Problems, doc.Problems...)
	unit.Part = unit.Part || template && unit.Kind != lint.CI && isTemplate(doc.Root, 0)
	return unit
}

// IsTemplate tells whether a file is YAML that something must render first, as Helm does.
func IsTemplate(f *lint.File) bool { return yamlName(f.Path) && holdsActions(f.Text) }

// mayBeOurs tells cheaply that a YAML or JSON text is worth parsing: it may hold a manifest, a compose file, a workflow or an action.
func mayBeOurs(text []byte) bool {
	has := func(word string) bool { return bytes.Contains(text, []byte(word)) }
	return has("apiVersion") && has("kind") || has("services") || has("jobs") && (has("runs-on") || has("uses")) || has("runs") && has("using")
}

func isUTF16(text []byte) bool {
	return bytes.HasPrefix(text, []byte("\xff\xfe")) || bytes.HasPrefix(text, []byte("\xfe\xff"))
}

// claimsToBeManifest tells whether a document that does not parse has apiVersion and kind as keys of its first level or,
// being JSON, has them at all.
func claimsToBeManifest(doc lint.Span) bool {
	if text := bytes.TrimSpace(doc.File.Text[doc.Start:doc.End]); bytes.HasPrefix(text, []byte("{")) {
		return bytes.Contains(text, []byte(`"apiVersion"`)) && bytes.Contains(text, []byte(`"kind"`))
	}
	var version, kind bool
	for line := range bytes.Lines(doc.File.Text[doc.Start:doc.End]) {
		version = version || bytes.HasPrefix(line, []byte("apiVersion:"))
		kind = kind || bytes.HasPrefix(line, []byte("kind:"))
	}
	return version && kind
}

// isTemplate tells whether a tree holds template actions where they shape the document: anywhere but in a block scalar,
// which is more often a program's own template that the document only carries.
func isTemplate(n *lint.Node, depth int) bool {
	if n == nil || depth > maxDepth {
		return false
	}
	switch n.Kind {
	case lint.Scalar:
		return n.Style != lint.Literal && n.Style != lint.Folded && holdsActions([]byte(n.Value))
	case lint.Mapping:
		if n.Style == lint.Flow && strings.HasPrefix(n.Span.Text(), "{{") {
			return true
		}
		for _, e := range n.Entries {
			if isTemplate(e.Key, depth+1) || isTemplate(e.Value, depth+1) {
				return true
			}
		}
	case lint.Sequence:
		for _, item := range n.Items {
			if isTemplate(item, depth+1) {
				return true
			}
		}
	}
	return false
}

// maxDepth bounds the walk over a tree; the tree itself is bounded by its reader.
const maxDepth = 1000
