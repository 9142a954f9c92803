// Package writablerootfilesystem flags containers that can change their own programs.
package writablerootfilesystem

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is writable-root-filesystem.
var Rule = &lint.Rule{
	ID: "writable-root-filesystem", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "The container can write into its own root file system.",
	Hint:      "Make it read-only and give it a volume or tmpfs where it must write.",
	Severity:  lint.Low,
	Profile:   lint.Strict,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.Tampering},
	Refs:      []lint.Ref{"CWE-732", "CIS Docker 1.6.0 5.13"},
	Check:     lint.Containers(check),
}

func check(p *lint.Pass, c *lint.Container) {
	if c.Role == lint.Ephemeral || c.Pod.IsWindows() {
		return // it is thrown away, or has no such thing
	}
	const gain = "can write into its root file system: who breaks in changes its programs and leaves tools behind"
	f := p.Missing(c.ReadOnlyRoot, "%s "+gain, c)
	if c.ReadOnlyRoot.Is(false) {
		f = p.Report(c.ReadOnlyRoot, "%s "+gain, c)
	}
	f.Fix(lint.Unsafe, "make it read-only", lint.Put(c.ReadOnlyRoot, "true"))
}
