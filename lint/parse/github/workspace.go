package github

import (
	"path"
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/dockercli"
)

// workspace is what is known of the files that a job works on.
//
// The repository is that of the workflow, at the commit whose version of it runs, so that what a job builds of it is what stands
// beside the workflow. That is not so of actions, and of workflows that nothing but others start: they run for the repository that
// calls them. It holds for what docker fetches itself, the Git context of its actions, whatever is checked out; the folder in which
// commands run holds the repository only once a step has checked it out.
type workspace struct {
	root       string // the repository's folder, as its files are reported; empty if it may be another
	checkedOut bool
}

// workspaceOf is that of a job.
func workspaceOf(f *lint.File, events []lint.Val[string], steps lint.Field) workspace {
	folder := path.Dir(f.Path)
	switch path.Base(path.Dir(folder)) {
	case ".github", ".gitea", ".forgejo":
	default:
		return workspace{}
	}
	for _, event := range events {
		if event.Known() && event.V != "workflow_call" {
			return workspace{path.Join(folder, "../.."), checksOut(steps)}
		}
	}
	return workspace{}
}

// checksOut tells whether steps put the repository where the job's commands run, and nothing else over it or into it.
func checksOut(steps lint.Field) bool {
	found := false
	for _, step := range steps.Items() {
		if !isAction(step.Get("uses"), "actions/checkout") {
			continue
		}
		with := step.Get("with")
		if with.Get("path").Exists() || !ofEvent(with.Get("repository")) || !ofEvent(with.Get("ref")) {
			return false
		}
		found = true
	}
	return found
}

// ofEvent tells whether what is checked out is what the event is about, by default or as it says itself.
func ofEvent(f lint.Field) bool {
	return !f.Exists() || f.Node.Kind == lint.Scalar && strings.Contains(f.Node.Value, "${{") && strings.Contains(f.Node.Value, "github.")
}

// placeAll tells the builds of a script where they start.
func (w workspace) placeAll(builds []*lint.Build, folder lint.Field) {
	for _, b := range builds {
		w.place(b, folder)
	}
}

// place tells a command's build where it starts: in a folder below that of the repository.
func (w workspace) place(b *lint.Build, folder lint.Field) {
	below, state := "", lint.Set
	if folder.Exists() {
		below, state = expressions.Text(folder.Node)
	}
	if w.root == "" || !w.checkedOut || state != lint.Set || path.IsAbs(below) {
		b.Lose()
		return
	}
	b.Start = path.Join(w.root, below)
}

// gitContext is the folder below the repository's that docker fetches by itself, if a context says so: by default, and where it is
// written as {{defaultContext}}:FOLDER.
func gitContext(context lint.Field) (folder string, ok bool) {
	text, state := "", lint.Set
	if context.Exists() {
		text, state = expressions.Text(context.Node)
	}
	if text == "" && state == lint.Set {
		return "", true
	}
	rest, found := strings.CutPrefix(strings.ReplaceAll(text, " ", ""), "{{defaultContext}}")
	below, cut := strings.CutPrefix(rest, ":")
	return below, found && state == lint.Set && (cut || rest == "")
}

// build is that of docker/build-push-action. The first version had no Git context.
func (w workspace) build(embedded dockercli.Embedded, uses, context lint.Field) (*lint.Build, []*lint.Push) {
	folder, isGit := gitContext(context)
	var operands []lint.Word
	if !isGit {
		operands = []lint.Word{expressions.Word(context.Node)}
	}
	build, pushes := embedded.Build(operands...)
	switch {
	case !isGit:
		w.place(build, lint.Field{})
	case w.root == "" || major(uses) == 1:
		build.Lose()
	default:
		build.Start = path.Join(w.root, folder)
	}
	return build, pushes
}

// bake is that of docker/bake-action. Since its version 6 it fetches the repository by itself unless its source is a folder; before, it
// worked where commands run, in workdir; from 7 on, in the source that is a folder.
func (w workspace) bake(embedded dockercli.Embedded, uses, with lint.Field) (*lint.Build, []*lint.Push) {
	var targets []lint.Word
	if list := with.Get("targets"); list.Exists() {
		targets = expressions.Items(list.Node)
	}
	build, pushes := embedded.Bake(targets...)
	source, workdir, version := with.Get("source"), with.Get("workdir"), major(uses)
	switch folder, isGit := gitContext(source); {
	case workdir.Exists() && version < 7:
		if version == 0 || version == 6 && (isGit || source.Node.Value != ".") {
			w = workspace{} // which of them counts is not known
		}
		w.place(build, workdir)
	case !isGit, version < 6 && !source.Exists():
		w.place(build, source)
	case w.root == "":
		build.Lose()
	default:
		build.Start = path.Join(w.root, folder)
	}
	return build, pushes
}
