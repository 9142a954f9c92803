// Package downloadwithoutchecksum flags archives and programs that are fetched and never verified.
package downloadwithoutchecksum

import (
	_ "embed"
	"slices"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is download-without-checksum.
var Rule = &lint.Rule{
	ID: "download-without-checksum", Group: "command", Since: "0.1", Doc: doc,
	Summary:   "An archive or program is downloaded, and nothing checks that it is the right one.",
	Hint:      "Compare its checksum with one written here, or verify its signature, before it is unpacked or installed.",
	Severity:  lint.Medium,
	Profile:   lint.Strict,
	Precision: lint.MediumPrecision,
	STRIDE:    []lint.Category{lint.Tampering},
	Refs:      []lint.Ref{"CWE-494"},
	Check:     lint.Sessions(check),
}

func check(p *lint.Pass, s *lint.Session) {
	last := -1 // the last command that verifies anything
	for i, c := range s.Commands {
		if knowledge.Verifies(c) {
			last = i
		}
	}
	for i, c := range s.Commands {
		if i < last {
			continue
		}
		for _, d := range knowledge.Downloads(c) {
			if isCode(d, knowledge.After(s, i)) {
				report(p, s, d)
			}
		}
		for _, d := range knowledge.PackageDownloads(c) {
			report(p, s, d)
		}
	}
}

func report(p *lint.Pass, s *lint.Session, d knowledge.Download) {
	p.Report(d.URL.Span, "%s takes what %s sends without checking it: a changed or exchanged file gets in unnoticed", s, d.From()).Identify(d.Key())
}

// isCode tells whether a download is an archive, a package or a program: by its name, its place or what is done with it.
func isCode(d knowledge.Download, following []*lint.Command) bool {
	if d.File == "" {
		return unpacked(d.Command)
	}
	code, proof := knowledge.IsCodeName(lint.ParseURL(d.URL.Text).Path)
	fileIsCode, fileIsProof := knowledge.IsCodeName(d.File)
	switch {
	case proof, fileIsProof:
		return false
	case code, fileIsCode, knowledge.IsProgramPlace(d.File):
		return true
	}
	return slices.ContainsFunc(following, func(c *lint.Command) bool { return treatsAsCode(c, d.File) })
}

// unpacked tells whether the output of a command is piped into one that unpacks it.
func unpacked(c *lint.Command) bool {
	_, within := c.Within()
	return c.Into != nil && !within && knowledge.Unpacks(c.Into)
}

// treatsAsCode tells whether a command unpacks a file, makes it executable or puts it where programs are.
func treatsAsCode(c *lint.Command, file string) bool {
	if c.Program != "chmod" && c.Program != "mv" && c.Program != "cp" && c.Program != "install" && !knowledge.Unpacks(c) {
		return false
	}
	operands := c.Arguments().Operands
	i := slices.IndexFunc(operands, func(w lint.Word) bool { return knowledge.SameFile(w.Text, file) })
	if i < 0 {
		return false
	}
	switch c.Program {
	case "chmod":
		mode, ok := lint.ParseMode(operands[0].Text)
		return ok && mode&0o111 != 0
	case "mv", "cp", "install":
		to := operands[len(operands)-1].Text
		return knowledge.IsProgramPlace(to) || knowledge.IsProgramPlace(to+"/")
	}
	return true
}
