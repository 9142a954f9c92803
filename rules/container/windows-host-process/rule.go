// Package windowshostprocess flags Windows containers that are processes of the node.
package windowshostprocess

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is windows-host-process.
var Rule = &lint.Rule{
	ID: "windows-host-process", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "The Windows container runs as a process of the node.",
	Hint:      "Run it as an ordinary container; keep host processes to agents that manage the node.",
	Severity:  lint.High,
	Precision: lint.VeryHighPrecision,
	Kinds:     []lint.Kind{lint.Kubernetes},
	STRIDE:    []lint.Category{lint.ElevationOfPrivilege, lint.InformationDisclosure, lint.Tampering},
	Refs:      []lint.Ref{"CWE-250", "CIS Kubernetes 1.12 5.2.10", "PSS baseline"},
	Check:     lint.SecurityContexts(check),
}

func check(p *lint.Pass, s lint.Secured) {
	if process := s.Context().HostProcess; process.Is(true) {
		p.Report(process, "%s runs as a process of the Windows node: it has the node's files, network and users", s)
	}
}
