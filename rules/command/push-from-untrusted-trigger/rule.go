// Package pushfromuntrustedtrigger flags CI jobs in which code that anybody can propose gets at a registry.
package pushfromuntrustedtrigger

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is push-from-untrusted-trigger.
var Rule = &lint.Rule{
	ID: "push-from-untrusted-trigger", Group: "command", Since: "0.1", Doc: doc,
	Summary:   "A job runs code that anybody can propose, and can push to a registry.",
	Hint:      "Build what is proposed in a job without credentials; push from the branch that was reviewed.",
	Severity:  lint.High,
	Precision: lint.HighPrecision,
	STRIDE:    []lint.Category{lint.Repudiation, lint.Tampering},
	Refs:      []lint.Ref{"CWE-829"},
	Check:     lint.Jobs(check),
}

func check(p *lint.Pass, job *lint.Job) {
	if job.Guarded {
		return
	}
	publishes := append(job.Pushes[:len(job.Pushes):len(job.Pushes)], job.Logins...)
	if event, privileged := job.StartedBy("pull_request_target", "workflow_run"); privileged && job.Head.Known() && len(publishes) > 0 {
		p.Report(job.Head, "%s checks out what anybody can propose, and holds the credentials of a registry: a pull request can push images in your name", job).
			Identify("head").Relate(event.Value, "it is started here, with the repository's secrets").Relate(publishes[0].Value, "the registry is used here")
		return
	}
	event, proposes := job.StartedBy("pull_request")
	if !proposes {
		return
	}
	for _, push := range job.Pushes {
		p.Report(push, "%s pushes an image for a pull request: what nobody has reviewed gets a name that others may run", job).
			As(lint.Medium).In(lint.Strict).Identify("push").Relate(event.Value, "it is started here")
	}
}
