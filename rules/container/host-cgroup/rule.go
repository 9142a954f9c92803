// Package hostcgroup flags containers that share the host's view of control groups.
package hostcgroup

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is host-cgroup.
var Rule = &lint.Rule{
	ID: "host-cgroup", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "The container sees and can change the control groups of the host.",
	Hint:      "Drop the host's control groups; set limits with the container's own options.",
	Severity:  lint.Medium,
	Precision: lint.VeryHighPrecision,
	Kinds:     []lint.Kind{lint.Compose, lint.Script},
	STRIDE:    []lint.Category{lint.DenialOfService},
	Refs:      []lint.Ref{"CWE-653", "CIS Docker 1.6.0 5.25"},
	Check:     lint.Pods(check),
}

func check(p *lint.Pass, pod *lint.Pod) {
	if pod.HostCgroup.Is(true) {
		p.Report(pod.HostCgroup, "%s shares the host's control groups: it sees what runs on the host, and as root can change the limits of its neighbours", pod).
			Identify("namespace").Fix(lint.Unsafe, "give it control groups of its own", lint.Delete(pod.HostCgroup))
	}
	if pod.CgroupParent.Known() {
		p.Report(pod.CgroupParent, "%s is put under the control group %s: the limits that hold for it are kept elsewhere", pod, pod.CgroupParent.V).
			As(lint.Low).In(lint.Strict).Identify("parent").Fix(lint.Unsafe, "put it under the runtime's own", lint.Delete(pod.CgroupParent))
	}
}
