// Package nodefilemodeweakened flags scripts that let others at the files that a container host or a Kubernetes node is run with.
package nodefilemodeweakened

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is node-file-mode-weakened.
var Rule = &lint.Rule{
	ID: "node-file-mode-weakened", Group: "command", Since: "0.1", Doc: doc,
	Summary:   "A file of Docker, the kubelet, etcd or the control plane is opened to others than its owner.",
	Hint:      "Leave these files to root, with the mode that the benchmark names.",
	Severity:  lint.Medium,
	Kinds:     []lint.Kind{lint.Script},
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.Tampering},
	Refs:      []lint.Ref{"CWE-732", "CIS Docker 1.6.0 3.16", "CIS Docker 1.6.0 3.18", "CIS Kubernetes 1.12 1.1.7", "CIS Kubernetes 1.12 1.1.11", "CIS Kubernetes 1.12 1.1.13"},
	Over:      []string{"world-writable-file"},
	Check:     lint.Commands(check, "chmod", "install", "find", "chown"),
}

func check(p *lint.Pass, c *lint.Command) {
	for _, change := range knowledge.Modes(c) {
		for _, w := range change.Files {
			if f, found := knowledge.FindNodeFile(w.Text, change.Folder); found && f.Loosens(change.Mode) {
				p.Report(change.Word, "%s opens %s beyond mode %s: others on the node can get at what it is run with", c, w.Text, f.Mode.Octal()).
					Identify(w.Text).
					Fix(lint.Unsafe, "allow no more than "+f.Mode.Octal(), lint.PutMode(change.Word, change.Mode&f.Mode))
				return
			}
		}
	}
	if c.Program == "chown" {
		checkOwner(p, c)
	}
}

func checkOwner(p *lint.Pass, c *lint.Command) {
	args := c.Arguments()
	if len(args.Operands) < 2 || args.Operands[0].State != lint.Set {
		return
	}
	owner := args.Operands[0]
	for _, w := range args.Operands[1:] {
		if f, found := knowledge.FindNodeFile(w.Text, args.Has("-R", "--recursive")); found && !f.Owns(owner.Text) {
			p.Report(owner, "%s hands %s to others than %s: they can change what the node is run with", c, w.Text, f.Owners[0]).Identify(w.Text)
			return
		}
	}
}
