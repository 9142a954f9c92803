package github

import (
	"strconv"
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/dockercli"
)

// form is how an input of an action is written.
type form uint8

const (
	word  form = iota
	items      // one on each line, or several between commas
	lines      // one on each line
	truth      // its option may stand without a value
)

// input is an input of an action that becomes an option of docker.
type input struct {
	name, option string
	form         form
}

// Both actions have the first inputs, the others are those of docker/build-push-action (https://github.com/docker/build-push-action#inputs)
// and of docker/bake-action (https://github.com/docker/bake-action#inputs).
var (
	sharedInputs = []input{{"allow", "allow", items}, {"load", "load", truth}, {"provenance", "provenance", truth}, {"push", "push", truth}, {"sbom", "sbom", truth}}
	buildInputs  = []input{
		{"attests", "attest", lines}, {"build-contexts", "build-context", lines}, {"file", "file", word}, {"network", "network", word}, {"outputs", "output", lines},
		{"tags", "tag", items}, {"target", "target", word},
	}
	bakeInputs = []input{{"files", "file", items}, {"set", "set", lines}}
)

// options is what a step's inputs become.
func options(with lint.Field, inputs ...[]input) []lint.Word {
	var words []lint.Word
	for _, list := range inputs {
		for _, in := range list {
			value := with.Get(in.name)
			if !value.Exists() {
				continue
			}
			var values []lint.Word
			switch in.form {
			case truth:
				words = append(words, dockercli.Switch(in.option, expressions.Word(value.Node))...)
			case word:
				values = []lint.Word{expressions.Word(value.Node)}
			case items:
				values = expressions.Items(value.Node)
			case lines:
				values = expressions.Lines(value.Node)
			}
			for _, v := range values {
				words = append(words, dockercli.Option(in.option, v)...)
			}
		}
	}
	return words
}

// build reads a step that builds images by one of docker's actions.
func (r *reader) build(step lint.Field, w workspace) {
	uses, with := step.Get("uses"), step.Get("with")
	var build *lint.Build
	var pushes []*lint.Push
	embedded := dockercli.Embedded{Program: "docker"}
	switch {
	case isAction(uses, "docker/build-push-action"):
		embedded.Head = uses.Node.Span
		embedded.Options = options(with, sharedInputs, buildInputs)
		build, pushes = w.build(embedded, uses, with.Get("context"))
	case isAction(uses, "docker/bake-action"):
		embedded.Head = uses.Node.Span
		embedded.Options = options(with, sharedInputs, bakeInputs)
		build, pushes = w.bake(embedded, uses, with)
	default:
		return
	}
	build.Provenance.At, build.SBOM.At = with.Get("provenance").Slot(), with.Get("sbom").Slot()
	r.unit.Builds = append(r.unit.Builds, build)
	r.unit.Pushes = append(r.unit.Pushes, pushes...)
	r.assignLines(with.Get("build-args"), lint.BuildArg, build)
	r.assignLines(with.Get("secrets"), lint.ShellVar, build)
}

// assignLines reads what a build is given as NAME=VALUE on lines of their own. One in quotes can go on on the next line.
func (r *reader) assignLines(f lint.Field, source lint.AssignmentSource, owner *lint.Build) {
	for _, line := range expressions.Lines(f.Node) {
		name, text, found := strings.Cut(line.Text, "=")
		if !found || strings.ContainsAny(name, "\"$") {
			continue
		}
		value := lint.Val[string]{V: text, State: line.State, Entry: line.Span}
		value.Value, _ = line.Part(len(name)+1, len(line.Text))
		r.unit.Assignments = append(r.unit.Assignments, &lint.Assignment{Name: name, Value: value, Source: source, Owner: owner})
	}
}

// isAction tells whether a step uses an action, in whatever version.
func isAction(uses lint.Field, name string) bool { return strings.EqualFold(actionName(uses), name) }

// actionName is the action that a step uses, without its version; empty if it uses none.
func actionName(uses lint.Field) string {
	if !uses.Exists() || uses.Node.Kind != lint.Scalar {
		return ""
	}
	action, _, _ := strings.Cut(uses.Node.Value, "@")
	return action
}

// major is the major version of the action that a step uses; 0 if it names a commit or a branch.
func major(uses lint.Field) int {
	_, version, _ := strings.Cut(uses.Node.Value, "@v")
	version, _, _ = strings.Cut(version, ".")
	n, _ := strconv.Atoi(version)
	return n
}
