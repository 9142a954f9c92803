package github

import (
	"fmt"
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/dockercli"
	"github.com/stridelint/stridelint/lint/parse/snippet"
)

// container reads a job's container or one of its services: an image alone, or a mapping. The runner hands its options,
// ports and volumes to docker create as they are.
func (r *reader) container(f lint.Field, subject string) {
	if !f.Exists() {
		return
	}
	image, head := f.Get("image"), f.Get("image").Head()
	if f.Node.Kind == lint.Scalar {
		image, head = f, f.Head()
	}
	embedded := dockercli.Embedded{Program: "docker", Subject: subject, Head: head, Text: true}
	if options := f.Get("options"); options.Exists() {
		embedded.Options = expressions.Words(options.Node)
		if n := len(embedded.Options); n > 0 {
			embedded.Holder, embedded.Held = options.Slot(), embedded.Options[0].Span.Join(embedded.Options[n-1].Span)
		}
	}
	for _, list := range []struct{ key, option string }{{"ports", "publish"}, {"volumes", "volume"}} {
		for _, item := range f.Get(list.key).Items() {
			if item.Exists() && item.Node.Kind == lint.Scalar {
				embedded.Options = append(embedded.Options, dockercli.Option(list.option, expressions.Word(item.Node))...)
			}
		}
	}
	pod, env := embedded.Container()
	c := pod.Containers[0]
	c.Image = lint.Read(image, imageName)
	r.unit.Pods = append(r.unit.Pods, pod)
	r.unit.Scopes = append(r.unit.Scopes, f.EntrySpan())
	r.unit.Assignments = append(r.unit.Assignments, env...)
	r.assign(f.Get("env"), lint.ContainerEnv, c)
	r.password(f.Get("credentials").Get("password"), c)
}

// password reads what a container's registry, or an action, is given to log in with.
func (r *reader) password(f lint.Field, owner fmt.Stringer) {
	if f.Exists() {
		value := lint.Read(f, expressions.Text)
		r.unit.Assignments = append(r.unit.Assignments, &lint.Assignment{Name: "password", Value: value, Source: lint.ShellVar, Owner: owner})
	}
}

// imageName reads the name of an image.
func imageName(n *lint.Node) (lint.Image, lint.State) {
	text, state := expressions.Text(n)
	return snippet.Image(strings.TrimPrefix(text, fromRegistry), state)
}

// fromRegistry is before the name of an image where an action, or the Dockerfile of one, could stand.
const fromRegistry = "docker://"

// image reads the image that a step uses as its action, or that an action runs in.
func (r *reader) image(f lint.Field, subject string) {
	if !f.Exists() || f.Node.Kind != lint.Scalar || !strings.HasPrefix(f.Node.Value, fromRegistry) {
		return
	}
	pod, _ := dockercli.Embedded{Program: "docker", Subject: subject, Head: f.Head()}.Container()
	image := lint.Read(f, imageName)
	image.At = nil // the prefix belongs to what stands there
	if i := strings.Index(image.Value.Text(), fromRegistry); i >= 0 && strings.HasSuffix(image.Value.Text(), f.Node.Value) {
		image.Value.Start += i + len(fromRegistry)
	}
	pod.Containers[0].Image = image
	r.unit.Pods = append(r.unit.Pods, pod)
}

// assign reads variables: those of a container, or those of all scripts of a workflow, a job or a step.
func (r *reader) assign(env lint.Field, source lint.AssignmentSource, owner *lint.Container) {
	r.unit.Assignments = append(r.unit.Assignments, expressions.Variables(env, source, owner)...)
}
