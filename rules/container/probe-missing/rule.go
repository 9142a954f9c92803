// Package probemissing flags Kubernetes containers of which nobody asks whether they work.
package probemissing

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is probe-missing.
var Rule = &lint.Rule{
	ID: "probe-missing", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "Nobody asks the container whether it works, or whether it is ready.",
	Hint:      "Add a readiness probe, and a liveness probe that only a restart would help.",
	Severity:  lint.Low,
	Profile:   lint.Strict,
	Precision: lint.HighPrecision,
	Kinds:     []lint.Kind{lint.Kubernetes},
	STRIDE:    []lint.Category{lint.DenialOfService},
	Refs:      []lint.Ref{"CWE-703", "CIS Docker 1.6.0 5.27"},
	Check:     lint.Containers(check),
}

func check(p *lint.Pass, c *lint.Container) {
	if c.Role != lint.App || !keepsRunning(c.Pod) {
		return
	}
	switch {
	case c.Liveness.Absent() && c.Readiness.Absent():
		p.Missing(c.Readiness, "%s has neither a readiness nor a liveness probe: it is sent requests that it cannot answer, and is kept when it hangs", c)
	case c.Readiness.Absent():
		p.Missing(c.Readiness, "%s has no readiness probe: it is sent requests before it can answer them, and after it no longer can", c)
	case c.Liveness.Absent():
		p.Missing(c.Liveness, "%s has no liveness probe: when it hangs it is kept as if it worked", c)
	}
}

// keepsRunning tells whether the pod is surely meant to run until somebody ends it.
func keepsRunning(pod *lint.Pod) bool {
	switch pod.Workload {
	case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ReplicationController", "DeploymentConfig", "Rollout":
		return true
	case "Pod":
		return pod.RestartPolicy.Absent() || pod.RestartPolicy.Is("Always")
	}
	return false
}
