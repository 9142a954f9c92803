package github

import (
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/dockercli"
)

// buildInputs is the inputs of docker/build-push-action that become options of docker buildx build
// (https://github.com/docker/build-push-action#inputs). Its context is the repository, whatever folder the workflow stands in.
var buildInputs = []struct {
	input, option string
	isSwitch      bool // the option may stand without a value
}{
	{"allow", "allow", false}, {"file", "file", false}, {"network", "network", false}, {"tags", "tag", false}, {"target", "target", false},
	{"outputs", "output", false}, {"provenance", "provenance", true}, {"sbom", "sbom", true}, {"push", "push", true},
}

// build reads a step that builds an image by docker's action.
func (r *reader) build(step lint.Field) {
	uses := step.Get("uses")
	if !isAction(uses, "docker/build-push-action") {
		return
	}
	with := step.Get("with")
	embedded := dockercli.Embedded{Program: "docker", Head: uses.Node.Span}
	for _, in := range buildInputs {
		value := with.Get(in.input)
		switch {
		case !value.Exists():
		case in.isSwitch:
			embedded.Options = append(embedded.Options, dockercli.Switch(in.option, expressions.Word(value.Node))...)
		case in.input == "outputs":
			embedded.Options = append(embedded.Options, dockercli.Option(in.option, expressions.Word(value.Node))...)
		default:
			for _, item := range expressions.Items(value.Node) {
				embedded.Options = append(embedded.Options, dockercli.Option(in.option, item)...)
			}
		}
	}
	build, pushes := embedded.Build()
	build.Provenance.At, build.SBOM.At = with.Get("provenance").Slot(), with.Get("sbom").Slot()
	r.unit.Builds = append(r.unit.Builds, build)
	r.unit.Pushes = append(r.unit.Pushes, pushes...)
	for _, item := range expressions.Items(with.Get("build-args").Node) {
		if name, text, found := strings.Cut(item.Text, "="); found {
			value := lint.Val[string]{V: text, State: item.State, Entry: item.Span}
			value.Value, _ = item.Part(len(name)+1, len(item.Text))
			r.unit.Assignments = append(r.unit.Assignments, &lint.Assignment{Name: name, Value: value, Source: lint.BuildArg, Owner: build})
		}
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
