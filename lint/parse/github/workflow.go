// Package github reads GitHub workflows and actions: what their steps run, and the containers that their jobs run in or beside.
// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax
package github

import (
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
	"github.com/stridelint/stridelint/lint/parse/shell"
	"github.com/stridelint/stridelint/lint/parse/snippet"
)

// expressions is how workflows write what the runner puts in.
var expressions = snippet.Template{Open: "${{", Close: "}}"}

// Looks tells whether a document is a workflow or an action, by what it says: jobs that name a runner or another workflow, steps of a
// composite action, the image of one in a container.
func Looks(root *lint.Node) bool {
	if root == nil {
		return false
	}
	f := lint.Root(root)
	for _, job := range f.Get("jobs").Entries() {
		if job.Get("runs-on").Exists() || job.Get("uses").Exists() && f.Get("on").Exists() {
			return true
		}
	}
	using := f.Get("runs").Get("using")
	return using.Exists() && (using.Node.Value == "composite" || using.Node.Value == "docker")
}

// Unit reads one document.
func Unit(f *lint.File, root *lint.Node) *lint.Unit {
	r := &reader{unit: &lint.Unit{File: f, Kind: lint.CI}, ran: map[*lint.Node]*lint.Session{}}
	if root == nil {
		return r.unit
	}
	file := lint.Root(root)
	r.assign(file.Get("env"), lint.ShellVar, nil)
	events := triggers(file.Get("on"))
	for _, job := range file.Get("jobs").Entries() {
		r.job(job, running{}.with(file), events)
	}
	if action := file.Get("runs"); action.Exists() {
		r.steps(action.Get("steps"), "action", running{})
		r.image(action.Get("image"), "action")
	}
	return r.unit
}

// running is what holds for steps that say nothing else of it.
type running struct {
	shell     string // empty if none is named
	folder    lint.Field
	workspace workspace
}

// with is that with the defaults of a workflow or a job.
func (r running) with(f lint.Field) running {
	defaults := f.Get("defaults").Get("run")
	if shell := defaults.Get("shell"); shell.Exists() {
		r.shell = shell.Node.Value
	}
	if folder := defaults.Get("working-directory"); folder.Exists() {
		r.folder = folder
	}
	return r
}

// reader fills a unit.
type reader struct {
	unit  *lint.Unit
	shell shell.Parser
	ran   map[*lint.Node]*lint.Session // by step, what a shell runs of it
}

// job reads a job of a workflow.
func (r *reader) job(job lint.Field, byDefault running, events []lint.Val[string]) {
	name := "job " + lint.Label(job.Key.Value)
	byDefault = byDefault.with(job)
	if byDefault.shell == "" && !job.Get("container").Exists() && isWindows(job.Get("runs-on")) {
		byDefault.shell = "pwsh"
	}
	byDefault.workspace = workspaceOf(r.unit.File, events, job.Get("steps"))
	r.assign(job.Get("env"), lint.ShellVar, nil)
	r.container(job.Get("container"), name)
	for _, service := range job.Get("services").Entries() {
		r.container(service, "service "+lint.Label(service.Key.Value))
	}
	r.steps(job.Get("steps"), name, byDefault)
	r.reviewJob(job, name, events)
}

// isWindows tells whether a job's runner is one of Windows, whose steps are run by PowerShell unless they name a shell.
func isWindows(runner lint.Field) bool {
	labels := append(runner.Items(), runner, runner.Get("labels"))
	labels = append(labels, runner.Get("labels").Items()...)
	for _, label := range labels {
		if label.Exists() && label.Node.Kind == lint.Scalar && strings.Contains(strings.ToLower(label.Node.Value), "windows") {
			return true
		}
	}
	return false
}

// steps reads the steps of a job or of an action.
func (r *reader) steps(steps lint.Field, name string, byDefault running) {
	for _, step := range steps.Items() {
		r.assign(step.Get("env"), lint.ShellVar, nil)
		if script := step.Get("run"); script.Exists() {
			built := len(r.unit.Builds)
			r.ran[step.Node] = r.script(script, step.Get("shell"), name, byDefault.shell)
			byDefault.workspace.placeAll(r.unit.Builds[built:], either(step.Get("working-directory"), byDefault.folder))
		}
		r.image(step.Get("uses"), name)
		r.build(step, byDefault.workspace)
		r.action(step, name, byDefault.shell)
	}
}

// action reads what a step hands to an action: a password, a script to be run, and the container that one runs in.
func (r *reader) action(step lint.Field, name, byDefault string) {
	uses, with := step.Get("uses"), step.Get("with")
	r.password(with.Get("password"), nil)
	if isAction(uses, "addnab/docker-run-action") {
		r.container(with, name)
	}
	input := knowledge.ScriptInput(actionName(uses))
	if script := with.Get(input); input != "" && script.Exists() && isShell(byDefault) {
		built := len(r.unit.Builds)
		r.ran[step.Node] = r.script(script, with.Get("shell"), name, "")
		workspace{}.placeAll(r.unit.Builds[built:], lint.Field{}) // most of them run on another machine
	}
}

// either is the first field that is there, or the second.
func either(first, second lint.Field) lint.Field {
	if first.Exists() {
		return first
	}
	return second
}

// script reads what a step runs; nil if no shell does that is read here.
func (r *reader) script(script, named lint.Field, name, byDefault string) *lint.Session {
	if named.Exists() {
		byDefault = named.Node.Value
	}
	if !isShell(byDefault) {
		return nil
	}
	source, ok := expressions.Source(script.Node)
	if !ok {
		return nil
	}
	r.shell.Read(source).AddTo(r.unit, name)
	session := r.unit.Sessions[len(r.unit.Sessions)-1]
	if byDefault == "bash" { // run as bash --noprofile --norc -eo pipefail
		for _, word := range []string{"bash", "-eo", "pipefail"} {
			session.Shell = append(session.Shell, lint.Word{Text: word, State: lint.Set, Span: script.Head()})
		}
	}
	return session
}

// isShell tells whether steps are run by a shell whose language is read here: none named, bash, sh, or a command line of one.
func isShell(name string) bool {
	words := strings.Fields(name)
	if len(words) == 0 {
		return true
	}
	program := words[0]
	return lint.IsShell(program[strings.LastIndexByte(program, '/')+1:])
}
