// Package worldwritablefile flags files that every user may change.
package worldwritablefile

import (
	_ "embed"
	"fmt"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is world-writable-file.
var Rule = &lint.Rule{
	ID: "world-writable-file", Group: "command", Since: "0.1", Doc: doc,
	Summary:   "A file or folder may be changed by every user.",
	Hint:      "Give write permission to the one user or group that needs it, with chown and a mode such as 755.",
	Severity:  lint.Medium,
	Stricter:  map[lint.Kind]lint.Profile{lint.Script: lint.Strict, lint.CI: lint.Strict},
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.Tampering},
	Refs:      []lint.Ref{"CWE-732"},
	Check:     lint.Each(lint.Commands(checkCommand, "chmod", "install", "mkdir", "find"), lint.Stages(checkStage)),
}

// open tells whether a mode lets everyone write. With the sticky bit, as on /tmp, nobody can touch another's files.
func open(m lint.Mode) bool { return m&lint.WorldWrite != 0 && m&lint.Sticky == 0 }

// closed is the mode without write permission for any but the owner.
func closed(m lint.Mode) lint.Mode { return m &^ (lint.WorldWrite | lint.GroupWrite) }

func checkCommand(p *lint.Pass, c *lint.Command) {
	for _, change := range knowledge.Modes(c) {
		if open(change.Mode) {
			p.Report(change.Word, "every user may change %s: whoever gets into any process can plant code or data there", named(change.Files)).
				Identify(change.Word.Text).
				Fix(lint.Unsafe, "let only the owner write", lint.PutMode(change.Word, closed(change.Mode)))
		}
	}
}

// named is the files that get the mode, as the command writes them.
func named(files []lint.Word) string {
	switch {
	case len(files) == 0 || files[0].Text == "{}" || files[0].Text == "":
		return "these files"
	case len(files) == 1:
		return lint.Label(files[0].Text)
	}
	return fmt.Sprintf("%s and %d more", lint.Label(files[0].Text), len(files)-1)
}

func checkStage(p *lint.Pass, s *lint.Stage) {
	for _, in := range s.Instructions {
		for _, flag := range in.Flags {
			mode, ok := lint.ParseMode(flag.Value.V)
			if flag.Name != "chmod" || !flag.Value.Known() || !ok || !open(mode) {
				continue
			}
			f := p.Report(flag.Value, "every user may change what %s copies: whoever gets into any process can plant code or data there", in.Name).Identify(flag.Value.V)
			if mode.Octal() == flag.Value.V {
				f.Fix(lint.Unsafe, "let only the owner write", lint.Put(flag.Value, closed(mode).Octal()))
			}
		}
	}
}
