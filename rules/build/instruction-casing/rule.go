// Package instructioncasing flags keywords, stage names and protocols whose case stands out.
package instructioncasing

import (
	_ "embed"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is instruction-casing.
var Rule = &lint.Rule{
	ID: "instruction-casing", Group: "build", Since: "0.1", Doc: doc,
	Summary:   "A keyword, stage name or protocol is written in another case than the rest.",
	Hint:      "Write all instructions in one case, AS in that of FROM, stage names and protocols in lower case.",
	Severity:  lint.Info,
	Profile:   lint.Pedantic,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.Tampering},
	Refs:      []lint.Ref{"Docker build check ConsistentInstructionCasing", "Docker build check FromAsCasing", "Docker build check StageNameCasing", "Docker build check ExposeProtoCasing", "CWE-710"},
	Check:     lint.Stages(check),
}

func check(p *lint.Pass, s *lint.Stage) {
	if s.Index > 0 { // what most instructions do is a matter of the whole file
		return
	}
	fit := strings.ToUpper
	if mostlyLower(p.Unit) {
		fit = strings.ToLower
	}
	for _, s := range p.Unit.Stages {
		for _, in := range s.Instructions {
			misfit := keyword(p, s, in.Keyword, fit)
			switch in.Name {
			case "FROM":
				as(p, s, in, misfit, fit)
			case "EXPOSE":
				protocols(p, s, in)
			}
		}
	}
}

// mostlyLower tells whether more instructions are in lower case than in upper case. Those before the first FROM do not count.
func mostlyLower(u *lint.Unit) bool {
	lower := 0
	for _, s := range u.Stages {
		for _, in := range s.Instructions {
			switch text := in.Keyword.Text(); text {
			case strings.ToLower(text):
				lower++
			case strings.ToUpper(text):
				lower--
			}
		}
	}
	return lower > 0
}

// keyword reports a keyword that does not fit the others, and tells whether it did.
func keyword(p *lint.Pass, s *lint.Stage, at lint.Span, fit func(string) string) bool {
	text := at.Text()
	if text == fit(text) || strings.ContainsAny(text, "\r\n") {
		return false
	}
	report(p, s, at, fit(text), "%s is written otherwise than most instructions, which would have %s", text, fit(text))
	return true
}

// as reports an AS that does not fit its FROM, and the stage's name behind it. The case of a FROM that does not fit itself is
// no measure: then the one that fits is.
func as(p *lint.Pass, s *lint.Stage, in *lint.Instruction, misfit bool, fit func(string) string) {
	if len(in.Args) < 3 {
		return
	}
	if from := in.Keyword.Text(); !misfit {
		fit = strings.ToUpper
		if from == strings.ToLower(from) {
			fit = strings.ToLower
		}
	}
	if as := in.Args[1]; as.Text != fit(as.Text) {
		report(p, s, as.Span, fit(as.Text), "%s is written otherwise than its FROM, which would have %s", as.Text, fit(as.Text))
	}
	if name := in.Args[2]; s.Name.Known() && name.Text != s.Name.V {
		report(p, s, name.Span, s.Name.V, "docker knows stage %s by that name in lower case alone", s.Name.V)
	}
}

// protocols reports the protocols of an EXPOSE that are not in lower case.
func protocols(p *lint.Pass, s *lint.Stage, in *lint.Instruction) {
	for _, word := range in.Args {
		port, protocol, _ := strings.Cut(word.Text, "/")
		lower := strings.ToLower(protocol)
		if protocol == lower || word.State != lint.Set && strings.Contains(protocol, "$") {
			continue // a port that is not known says nothing of a protocol that is written behind it
		}
		fixed := port + "/" + lower
		if word.Span.Text() != word.Text {
			fixed = ""
		}
		report(p, s, word.Span, fixed, "protocol %s is known as %s", lint.Label(protocol), lint.Label(lower))
	}
}

// report makes a finding of a stage, fixed by another text if there is one.
func report(p *lint.Pass, s *lint.Stage, at lint.Span, fixed, format string, args ...any) {
	f := p.Report(at, format, args...).Identify(at.Text())
	f.Subject = s.String()
	if fixed != "" {
		f.Fix(lint.Safe, "write "+fixed, []lint.Edit{{Span: at, Text: fixed}})
	}
}
