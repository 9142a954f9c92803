// Package wgetandcurl flags stages that use two tools for one job.
package wgetandcurl

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is wget-and-curl.
var Rule = &lint.Rule{
	ID: "wget-and-curl", Group: "command", Since: "0.1", Doc: doc,
	Summary:   "The stage uses both wget and curl.",
	Hint:      "Settle on one of them, and leave the other out of the image.",
	Severity:  lint.Info,
	Profile:   lint.Pedantic,
	Precision: lint.VeryHighPrecision,
	Kinds:     []lint.Kind{lint.Dockerfile},
	STRIDE:    []lint.Category{lint.DenialOfService},
	Refs:      []lint.Ref{"CIS Docker 1.6.0 4.3"},
	Check:     lint.Stages(check),
}

func check(p *lint.Pass, s *lint.Stage) {
	var wget, curl *lint.Command
	for _, in := range s.Instructions {
		for _, c := range in.Commands {
			switch {
			case c.Program == "wget" && wget == nil:
				wget = c
			case c.Program == "curl" && curl == nil:
				curl = c
			}
		}
	}
	if wget != nil && curl != nil {
		p.Report(wget.Words[0], "this stage downloads with wget and with curl: one of them is enough to install, to patch and to know").
			Relate(curl.Words[0].Span, "curl is used here")
	}
}
