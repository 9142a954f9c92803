// Package useraddhighuid flags users with a high ID, for whom useradd writes huge log files.
package useraddhighuid

import (
	_ "embed"
	"strconv"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is useradd-high-uid.
var Rule = &lint.Rule{
	ID: "useradd-high-uid", Group: "command", Since: "0.1", Doc: doc,
	Summary:   "A user with a high ID is added together with its entries in the login logs, which makes the layer huge.",
	Hint:      "Add --no-log-init, or take an ID below 100000.",
	Severity:  lint.Info,
	Profile:   lint.Pedantic,
	Kinds:     []lint.Kind{lint.Dockerfile},
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.DenialOfService},
	Refs:      []lint.Ref{"CWE-400"},
	Check:     lint.Commands(check, "useradd"),
}

// high is where the logs' holes grow to tens of megabytes: each ID takes some 300 bytes of them.
const high = 100_000

func check(p *lint.Pass, c *lint.Command) {
	args := c.Arguments()
	o, found := args.Option("-u", "--uid")
	uid, err := strconv.ParseUint(o.Value.Text, 10, 64)
	if !found || err != nil || uid < high || args.Has("-l", "--no-log-init") {
		return
	}
	f := p.Report(o.Value, "%s adds a user with ID %d: the layer holds logs with an entry for every lower ID", c, uid).Identify(o.Value.Text)
	if !c.JSON {
		program := c.Words[0].Span
		end := lint.Span{File: program.File, Start: program.End, End: program.End}
		f.Fix(lint.Unsafe, "add it without the logs", []lint.Edit{{Span: end, Text: " --no-log-init"}})
	}
}
