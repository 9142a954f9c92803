// Package gitlab reads GitLab's pipelines: the scripts of their jobs, and the containers that those run in and beside.
// What extends and include bring from elsewhere is not put together. https://docs.gitlab.com/ci/yaml/
package gitlab

import (
	"path"
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/dockercli"
	"github.com/stridelint/stridelint/lint/parse/shell"
	"github.com/stridelint/stridelint/lint/parse/snippet"
)

// inputs is how pipelines write what stands in for an input: https://docs.gitlab.com/ci/inputs/
var inputs = snippet.Template{Open: "$[[", Close: "]]"}

// Looks tells whether a file is a pipeline, by its name.
func Looks(filename string) bool {
	name := strings.ToLower(path.Base(filename))
	return strings.HasSuffix(name, ".gitlab-ci.yml") || strings.HasSuffix(name, ".gitlab-ci.yaml")
}

// Unit reads one document.
func Unit(f *lint.File, root *lint.Node) *lint.Unit {
	r := &reader{unit: &lint.Unit{File: f, Kind: lint.CI}, seen: map[*lint.Node]bool{}}
	if root == nil {
		return r.unit
	}
	file := lint.Root(root)
	r.job(file, "pipeline") // the older way of writing what stands under default
	for _, entry := range file.Entries() {
		switch name := entry.Key.Value; name {
		case "image", "services", "variables", "before_script", "after_script", "spec", "include", "workflow", "stages", "cache", "pages:deploy":
		case "default":
			r.job(entry, "pipeline")
		default:
			r.job(entry, "job "+lint.Label(name))
		}
	}
	return r.unit
}

// reader fills a unit.
type reader struct {
	unit  *lint.Unit
	shell shell.Parser
	seen  map[*lint.Node]bool // what is read already: aliases can repeat it
}

// job reads a job, or what holds for all jobs.
func (r *reader) job(job lint.Field, name string) {
	if !job.Exists() || job.Node.Kind != lint.Mapping {
		return
	}
	r.variables(job.Get("variables"), lint.ShellVar, nil)
	r.container(job.Get("image"), name)
	for _, service := range job.Get("services").Items() {
		r.container(service, name+" service")
	}
	r.script(name, job.Get("before_script"), job.Get("script"))
	r.script(name, job.Get("after_script"))
}

// first tells whether a node is met for the first time.
func (r *reader) first(n *lint.Node) bool {
	met := r.seen[n]
	r.seen[n] = true
	return !met
}

// script reads lists of commands that one shell runs.
func (r *reader) script(name string, lists ...lint.Field) {
	var whole shell.Source
	for _, list := range lists {
		r.commands(&whole, list, 0)
	}
	if len(whole.Text) > 0 {
		r.shell.Read(whole).AddTo(r.unit, name)
	}
}

// maxNesting is how deep lists of commands can stand in each other: https://docs.gitlab.com/ci/yaml/yaml_optimization/
const maxNesting = 10

// commands adds the commands of a list, or of a list in it, or a single one.
func (r *reader) commands(whole *shell.Source, f lint.Field, depth int) {
	if !f.Exists() || depth > maxNesting || !r.first(f.Node) || f.Node.Tag == "!reference" {
		return
	}
	for _, item := range f.Items() {
		r.commands(whole, item, depth+1)
	}
	source, ok := inputs.Source(f.Node)
	if !ok || len(source.Text) == 0 {
		return
	}
	whole.File = source.File
	whole.Text = append(append(whole.Text, source.Text...), '\n')
	end := shell.Place{Start: source.Places[len(source.Places)-1].End, End: source.Places[len(source.Places)-1].End}
	whole.Places = append(append(whole.Places, source.Places...), end)
}

// container reads a job's image or one of its services: a name, or a mapping with one.
func (r *reader) container(f lint.Field, subject string) {
	if !f.Exists() || !r.first(f.Node) {
		return
	}
	name := f.Get("name")
	if f.Node.Kind == lint.Scalar {
		name = f
	}
	pod, _ := dockercli.Embedded{Program: "docker", Subject: subject, Head: name.Head()}.Container()
	c := pod.Containers[0]
	c.Image = lint.Read(name, imageName)
	if user := f.Get("docker").Get("user"); user.Exists() {
		c.User = lint.Read(user, func(n *lint.Node) (lint.User, lint.State) {
			text, state := text(n)
			return lint.ParseUser(text), state
		})
	}
	r.unit.Pods = append(r.unit.Pods, pod)
	r.unit.Scopes = append(r.unit.Scopes, f.EntrySpan())
	r.variables(f.Get("variables"), lint.ContainerEnv, c)
}

func imageName(n *lint.Node) (lint.Image, lint.State) { return snippet.Image(text(n)) }

// text reads a scalar as a string; one with a variable or an input in it is unknown, as is what a tag such as !reference brings.
func text(n *lint.Node) (string, lint.State) {
	text, state := inputs.Text(n)
	if strings.Contains(text, "$") || strings.HasPrefix(n.Tag, "!") && !strings.HasPrefix(n.Tag, "!!") {
		state = lint.Unknown
	}
	return text, state
}

// variables reads the variables of a pipeline, a job or a service: a value, or a mapping with one.
func (r *reader) variables(f lint.Field, source lint.AssignmentSource, owner *lint.Container) {
	for _, entry := range f.Entries() {
		value := entry
		if entry.Get("value").Exists() {
			value = entry.Get("value")
		}
		if value.Node == nil || !r.first(value.Node) {
			continue
		}
		a := &lint.Assignment{Name: entry.Key.Value, Value: lint.Read(value, text), Source: source}
		if owner != nil {
			a.Owner = owner
		}
		r.unit.Assignments = append(r.unit.Assignments, a)
	}
}
