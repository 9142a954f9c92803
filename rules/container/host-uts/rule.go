// Package hostuts flags containers that share the host's names.
package hostuts

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is host-uts.
var Rule = &lint.Rule{
	ID: "host-uts", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "The container shares the host's name and can change it.",
	Hint:      "Drop the host's UTS namespace; give the container a name with hostname.",
	Severity:  lint.Medium,
	Precision: lint.VeryHighPrecision,
	Kinds:     []lint.Kind{lint.Compose, lint.Script},
	STRIDE:    []lint.Category{lint.Spoofing, lint.Tampering},
	Refs:      []lint.Ref{"CWE-653", "CIS Docker 1.6.0 5.21"},
	Check:     lint.Pods(check),
}

func check(p *lint.Pass, pod *lint.Pod) {
	if pod.HostUTS.Is(true) {
		p.Report(pod.HostUTS, "%s shares the host's UTS namespace: with one capability it renames the host", pod).
			Fix(lint.Unsafe, "give it a name of its own", lint.Delete(pod.HostUTS))
	}
}
