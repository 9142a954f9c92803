// Package devcontainer reads devcontainer.json: the container that an editor starts for development, and what runs beside it.
// https://containers.dev/implementors/json_reference/
package devcontainer

import (
	"path"
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/dockercli"
	"github.com/stridelint/stridelint/lint/parse/shell"
	"github.com/stridelint/stridelint/lint/parse/snippet"
	"github.com/stridelint/stridelint/lint/parse/yamltree"
)

// variables is how the file writes what the editor puts in: ${localEnv:HOME}.
var variables = snippet.Template{Open: "${", Close: "}"}

// subject is what messages call the container.
const subject = "devcontainer"

// Looks tells whether a file describes a devcontainer, by its name.
func Looks(filename string) bool {
	name := strings.ToLower(path.Base(filename))
	return name == "devcontainer.json" || name == ".devcontainer.json"
}

// Parse reads a devcontainer.json.
func Parse(f *lint.File) *lint.Unit {
	doc := yamltree.ParseJSON(f)
	unit := &lint.Unit{File: f, Kind: lint.Script, Problems: doc.Problems}
	if doc.Root == nil || doc.Root.Kind != lint.Mapping {
		return unit
	}
	r := &reader{unit: unit, file: lint.Root(doc.Root)}
	r.composed = r.file.Get("dockerComposeFile").Exists()
	r.container()
	for _, key := range []string{"initializeCommand", "onCreateCommand", "updateContentCommand", "postCreateCommand", "postStartCommand", "postAttachCommand"} {
		r.lifecycle(r.file.Get(key), key)
	}
	r.assign(r.file.Get("remoteEnv"), lint.ShellVar, nil)
	return unit
}

// reader fills a unit.
type reader struct {
	unit     *lint.Unit
	file     lint.Field
	composed bool // the container is a service of a compose file, to which this file adds
}

// ownKeys is the keys that do nothing where a compose file says what runs.
var ownKeys = [...]string{"runArgs", "appPort", "workspaceMount", "image", "build", "dockerFile"}

// get is a field that has a say.
func (r *reader) get(key string) lint.Field {
	if r.composed && slices.Contains(ownKeys[:], key) {
		return lint.Field{}
	}
	return r.file.Get(key)
}

// container reads the container, whose options the editor hands to docker run.
func (r *reader) container() {
	embedded := dockercli.Embedded{Program: "docker", Subject: subject, Head: r.head()}
	for _, item := range r.get("runArgs").Items() {
		embedded.Options = append(embedded.Options, variables.Word(item.Node))
	}
	for _, list := range []struct{ key, option string }{
		{"capAdd", "cap-add"}, {"securityOpt", "security-opt"}, {"mounts", "mount"}, {"appPort", "publish"},
		{"workspaceMount", "mount"}, {"containerUser", "user"},
	} {
		field := r.get(list.key)
		for _, value := range append(field.Items(), field) {
			_, isNumber := yamltree.Int(value.Node) // a port that is published to this machine alone
			if value.Exists() && value.Node.Kind == lint.Scalar && !isNumber {
				embedded.Options = append(embedded.Options, dockercli.Option(list.option, variables.Word(value.Node))...)
			}
		}
	}
	pod, env := embedded.Container()
	c := pod.Containers[0]
	c.Image = lint.Read(r.get("image"), func(n *lint.Node) (lint.Image, lint.State) { return snippet.Image(variables.Text(n)) })
	if privileged := r.file.Get("privileged"); privileged.Exists() {
		c.Privileged = lint.Read(privileged, boolean)
	}
	for _, mount := range r.file.Get("mounts").Items() {
		r.mount(mount, c)
	}
	r.features(c)
	pod.Part = true // the image's own metadata, and features that are not known, say more
	r.unit.Pods = append(r.unit.Pods, pod)
	r.unit.Scopes = append(r.unit.Scopes, r.file.Node.Span)
	r.unit.Assignments = append(r.unit.Assignments, env...)
	r.build(c)
	r.assign(r.file.Get("containerEnv"), lint.ContainerEnv, c)
	if user := r.file.Get("remoteUser"); user.Exists() {
		r.unit.Execs = append(r.unit.Execs, &lint.Exec{Subject: subject, User: lint.Read(user, func(n *lint.Node) (lint.User, lint.State) {
			text, state := variables.Text(n)
			return lint.ParseUser(text), state
		})})
	}
}

// head is where it shows that something of the container is not said.
func (r *reader) head() lint.Span {
	for _, key := range []string{"image", "build", "dockerFile"} {
		if f := r.get(key); f.Exists() {
			return f.Head()
		}
	}
	return r.file.Head()
}

// mount reads a mount that is written as a mapping.
func (r *reader) mount(f lint.Field, c *lint.Container) {
	if !f.Exists() || f.Node.Kind != lint.Mapping {
		return
	}
	kind := lint.Read(f.Get("type"), variables.Text)
	m := lint.Mount{Type: lint.OtherMount, Source: lint.Read(f.Get("source"), variables.Text), Target: lint.Read(f.Get("target"), variables.Text)}
	switch {
	case kind.Is("bind"):
		m.Type = lint.BindMount
	case kind.Is("volume"):
		m.Type = lint.VolumeMount
	case kind.Is("tmpfs"):
		m.Type = lint.TmpfsMount
	}
	m.Source.Entry, m.Source.At = f.EntrySpan(), f.Slot() // a mount without its source is none
	if c.Mounts.State == lint.Unset {
		c.Mounts.State, c.Mounts.Span = lint.Set, r.file.Get("mounts").Node.Span
	}
	c.Mounts.Items = append(c.Mounts.Items, m)
	if m.Type == lint.BindMount && !m.Source.Absent() {
		c.Pod.HostPaths = append(c.Pod.HostPaths, lint.HostPath{Path: m.Source, ReadOnly: m.ReadOnly})
	}
}

// build reads how the image is built. The Dockerfile's path is relative to this file, whatever the context is.
func (r *reader) build(c *lint.Container) {
	build := r.get("build")
	dockerfile := build.Get("dockerfile")
	if old := r.get("dockerFile"); old.Exists() {
		dockerfile = old
	}
	if !dockerfile.Exists() {
		return
	}
	c.Built = true
	r.unit.Builds = append(r.unit.Builds, &lint.Build{
		Subject: subject, Container: c,
		Dockerfile: lint.Read(dockerfile, variables.Text),
		Target:     lint.Read(build.Get("target"), variables.Text),
	})
	r.assign(build.Get("args"), lint.BuildArg, c)
}

// lifecycle reads a command that is run at some point: a text for a shell, the words of a program, or several of these by name.
func (r *reader) lifecycle(f lint.Field, name string) {
	switch {
	case !f.Exists():
	case f.Node.Kind == lint.Mapping:
		for _, entry := range f.Entries() {
			if entry.Exists() && entry.Node.Kind != lint.Mapping {
				r.lifecycle(entry, name)
			}
		}
	case f.Node.Kind == lint.Sequence:
		r.exec(f, name)
	default:
		if source, ok := variables.Source(f.Node); ok {
			shell.Read(source).AddTo(r.unit, name)
		}
	}
}

// exec reads a program with its words; if it is a shell that is given a script, also that.
func (r *reader) exec(f lint.Field, name string) {
	var nodes []*lint.Node
	for _, item := range f.Items() {
		nodes = append(nodes, item.Node)
	}
	if script := variables.Exec(nodes); script != nil {
		script.AddTo(r.unit, name)
	}
}

// assign reads variables.
func (r *reader) assign(env lint.Field, source lint.AssignmentSource, owner *lint.Container) {
	r.unit.Assignments = append(r.unit.Assignments, variables.Variables(env, source, owner)...)
}

// boolean reads true and false.
func boolean(n *lint.Node) (bool, lint.State) {
	value, ok := yamltree.Bool(n)
	if !ok {
		return false, lint.Invalid
	}
	return value, lint.Set
}
