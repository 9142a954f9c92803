package github

import (
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// triggers is the events that start a workflow: one name, a list of them, or a mapping. One that is narrowed to branches is
// taken for guarded and left out where others choose what runs.
func triggers(on lint.Field) []lint.Val[string] {
	var events []lint.Val[string]
	add := func(f lint.Field) {
		if f.Exists() && f.Node.Kind == lint.Scalar {
			events = append(events, lint.Read(f, expressions.Text))
		}
	}
	add(on)
	for _, item := range on.Items() {
		add(item)
	}
	for _, entry := range on.Entries() {
		if entry.Key.Value == "workflow_run" && entry.Get("branches").Exists() {
			continue
		}
		events = append(events, lint.Val[string]{V: entry.Key.Value, State: lint.Set, Value: entry.Key.Span, Entry: entry.EntrySpan()})
	}
	return events
}

// reviewJob notes what the job does with code that somebody proposes. Steps that only run under a condition that asks who
// proposes it do not count.
func (r *reader) reviewJob(f lint.Field, name string, events []lint.Val[string]) {
	job := &lint.Job{Subject: name, Triggers: events, Guarded: f.Get("environment").Exists() || asksWho(f)}
	for _, step := range f.Get("steps").Items() {
		if asksWho(step) {
			continue
		}
		if head := proposed(step); head.Known() && !job.Head.Known() {
			job.Head = head
		}
		r.publishes(job, step)
	}
	r.unit.Jobs = append(r.unit.Jobs, job)
}

// publishes notes where a step logs in to a registry or pushes to one: by docker's actions, or in its script.
func (r *reader) publishes(job *lint.Job, step lint.Field) {
	uses, push := step.Get("uses"), step.Get("with").Get("push")
	switch {
	case isAction(uses, "docker/login-action"):
		job.Logins = append(job.Logins, lint.Locate(uses, uses.Node.Value, lint.Set))
	case isAction(uses, "docker/build-push-action"), isAction(uses, "docker/bake-action"):
		if push.Exists() && push.Node.Value == "true" && !isLocal(expressions.Items(step.Get("with").Get("tags").Node)) {
			job.Pushes = append(job.Pushes, lint.Locate(push, push.Node.Value, lint.Set))
		}
	}
	session := r.ran[step.Node]
	if session == nil {
		return
	}
	for _, c := range session.Commands {
		at := lint.Val[string]{V: c.Program, State: lint.Set, Value: c.Span}
		switch {
		case c.Docker.Is("login"):
			job.Logins = append(job.Logins, at)
		case c.Docker.Is("push", "manifest push") && !isLocal(c.Docker.Operands):
			job.Pushes = append(job.Pushes, at)
		}
	}
}

// isLocal tells whether all names are those of a registry on the runner itself.
func isLocal(names []lint.Word) bool {
	return len(names) > 0 && !slices.ContainsFunc(names, func(w lint.Word) bool { return !lint.ParseImage(w.Text).Local() })
}

// asksWho tells whether a condition looks at who started the run, or at what they are allowed.
func asksWho(f lint.Field) bool {
	condition := f.Get("if")
	if !condition.Exists() {
		return false
	}
	for _, word := range []string{"repository", "repo.", "fork", "label", "association", "actor", "sender", "user", "event_name", "event.event", "workflow_run.event", "github.ref", "base.ref", "head_branch", "inputs.", "false"} {
		if strings.Contains(condition.Node.Value, word) {
			return true
		}
	}
	return false
}

// proposed is the reference by which a step checks out what a pull request, or the run that started this one, brings.
func proposed(step lint.Field) lint.Val[string] {
	if !isAction(step.Get("uses"), "actions/checkout") {
		return lint.Val[string]{}
	}
	ref := step.Get("with").Get("ref")
	if !ref.Exists() {
		return lint.Val[string]{}
	}
	for _, source := range []string{"github.event.pull_request.head", "github.head_ref", "github.event.workflow_run.head", "refs/pull/", "github.event.pull_request.number", "github.event.number"} {
		if strings.Contains(ref.Node.Value, source) {
			return lint.Locate(ref, ref.Node.Value, lint.Set)
		}
	}
	return lint.Val[string]{}
}
