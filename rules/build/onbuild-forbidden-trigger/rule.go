// Package onbuildforbiddentrigger flags ONBUILD with an instruction that it cannot hold.
package onbuildforbiddentrigger

import (
	_ "embed"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is onbuild-forbidden-trigger.
var Rule = &lint.Rule{
	ID: "onbuild-forbidden-trigger", Group: "build", Since: "0.1", Doc: doc,
	Summary:   "ONBUILD holds FROM, MAINTAINER or ONBUILD, which it may not.",
	Hint:      "Leave FROM and MAINTAINER to the Dockerfile that builds on the image, and write ONBUILD once.",
	Severity:  lint.Low,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.Tampering},
	Refs:      []lint.Ref{"CWE-628"},
	Over:      []string{"parse-error"},
	Check:     lint.Stages(check),
}

func check(p *lint.Pass, s *lint.Stage) {
	for _, in := range s.Instructions {
		if in.Name != "ONBUILD" || len(in.Args) == 0 {
			continue
		}
		switch name := strings.ToUpper(in.Args[0].Text); name {
		case "FROM", "MAINTAINER", "ONBUILD":
			p.Report(in.Args[0], "ONBUILD cannot hold %s: docker refuses the file", name).Identify(name)
		}
	}
}
