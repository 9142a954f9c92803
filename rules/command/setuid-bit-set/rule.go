// Package setuidbitset flags files that are made to run with their owner's rights.
package setuidbitset

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is setuid-bit-set.
var Rule = &lint.Rule{
	ID: "setuid-bit-set", Group: "command", Since: "0.1", Doc: doc,
	Summary:   "A file is given the setuid or setgid bit: whoever runs it has its owner's rights.",
	Hint:      "Leave the bit out; grant the one capability that is needed with setcap, or start the process as that user.",
	Severity:  lint.Medium,
	Stricter:  map[lint.Kind]lint.Profile{lint.Script: lint.Strict, lint.CI: lint.Strict},
	Precision: lint.HighPrecision,
	STRIDE:    []lint.Category{lint.ElevationOfPrivilege},
	Refs:      []lint.Ref{"CWE-250", "CIS Docker 1.6.0 4.8"},
	Check:     lint.Each(lint.Sessions(checkSession), lint.Stages(checkStage)),
}

func checkSession(p *lint.Pass, s *lint.Session) {
	folders := map[string]bool{} // that the session makes
	for _, c := range s.Commands {
		if c.Program == "mkdir" {
			for _, w := range c.Arguments().Operands {
				folders[w.Text] = true
			}
		}
		for _, change := range knowledge.Modes(c) {
			bits := change.Mode
			if change.Folder || slices.ContainsFunc(change.Files, func(w lint.Word) bool { return isFolder(w.Text, folders) }) {
				bits &^= lint.SetGID // on a folder it only hands the group on
			}
			if what := bitNamed(bits); what != "" {
				p.Report(change.Word, "%s sets %s", s, what).Identify(change.Word.Text).
					Fix(lint.Unsafe, "leave the bit out", lint.PutMode(change.Word, change.Mode&^(lint.SetUID|lint.SetGID)))
			}
		}
	}
}

func isFolder(path string, made map[string]bool) bool {
	return strings.HasSuffix(path, "/") || path == "." || made[path]
}

// bitNamed is which bit is set and what it does; empty for neither.
func bitNamed(m lint.Mode) string {
	switch {
	case m&lint.SetUID != 0:
		return "the setuid bit: whoever runs the file has all rights of its owner while it runs"
	case m&lint.SetGID != 0:
		return "the setgid bit: whoever runs the file has the rights of its group while it runs"
	}
	return ""
}

func checkStage(p *lint.Pass, s *lint.Stage) {
	for _, in := range s.Instructions {
		for _, flag := range in.Flags {
			mode, ok := lint.ParseMode(flag.Value.V)
			if flag.Name != "chmod" || !flag.Value.Known() || !ok || bitNamed(mode) == "" {
				continue
			}
			f := p.Report(flag.Value, "%s sets %s", in.Name, bitNamed(mode)).Identify(flag.Value.V)
			if strings.Trim(flag.Value.V, "01234567") == "" {
				f.Fix(lint.Unsafe, "leave the bit out", lint.Put(flag.Value, (mode&^(lint.SetUID|lint.SetGID)).Octal()))
			}
		}
	}
}
