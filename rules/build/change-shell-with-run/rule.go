// Package changeshellwithrun flags RUN instructions that put another shell in the place of the image's own.
package changeshellwithrun

import (
	_ "embed"
	"path"
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is change-shell-with-run.
var Rule = &lint.Rule{
	ID: "change-shell-with-run", Group: "build", Since: "0.1", Doc: doc,
	Summary:   "A RUN swaps the shell of the build, or starts another one, where SHELL would say so.",
	Hint:      "Say SHELL with the shell and its options, such as bash with -o pipefail -c.",
	Severity:  lint.Info,
	Profile:   lint.Pedantic,
	Precision: lint.HighPrecision,
	Kinds:     []lint.Kind{lint.Dockerfile},
	STRIDE:    []lint.Category{lint.Tampering},
	Refs:      []lint.Ref{"CWE-710"},
	Check:     lint.Commands(check, "ln", "mv", "cp", "install", "powershell", "pwsh"),
}

func check(p *lint.Pass, c *lint.Command) {
	switch c.Program {
	case "powershell", "pwsh":
		if c != c.Session.Commands[0] || !slices.ContainsFunc(c.Args(), isScriptOption) || c.JSON {
			return
		}
		p.Report(c.Words[0], "%s is started by hand inside the build's own shell: SHELL makes it the one that runs every step", c.Program)
		return
	}
	words := c.Arguments().Operands
	if len(words) != 2 || words[1].Text != "/bin/sh" && words[1].Text != "/usr/bin/sh" {
		return
	}
	f := p.Report(c.Words[0], "%s puts another program in the place of /bin/sh, for the build and for everything in the image that uses it", c.Program)
	in := c.Session.Instruction
	if in.Name == "RUN" && len(c.Session.Commands) == 1 && isShell(words[0]) {
		f.Fix(lint.Unsafe, "say so with SHELL", []lint.Edit{{Span: in.Span, Text: `SHELL ["` + words[0].Text + `", "-c"]`}})
	}
}

// isScriptOption tells whether a word is PowerShell's -Command, in any of its spellings.
func isScriptOption(w lint.Word) bool {
	option := strings.ToLower(w.Text)
	return len(option) > 1 && strings.HasPrefix("-command", option)
}

// isShell tells whether a word is the path of a shell.
func isShell(w lint.Word) bool {
	return w.State == lint.Set && strings.HasPrefix(w.Text, "/") && slices.Contains([]string{"bash", "dash", "ash", "zsh", "ksh"}, path.Base(w.Text))
}
