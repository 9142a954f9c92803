// Package labelinvalid flags labels whose name or value is not what those who read them expect.
package labelinvalid

import (
	_ "embed"
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is label-invalid.
var Rule = &lint.Rule{
	ID: "label-invalid", Group: "build", Since: "0.1", Doc: doc,
	Summary:   "A label's name or value is not what those who read it expect.",
	Hint:      "Write the label as its specification has it.",
	Severity:  lint.Info,
	Profile:   lint.Pedantic,
	Precision: lint.HighPrecision,
	STRIDE:    []lint.Category{lint.Repudiation},
	Refs:      []lint.Ref{"CWE-1059"},
	Check:     lint.Instructions(check, "LABEL"),
}

func check(p *lint.Pass, _ *lint.Stage, in *lint.Instruction) {
	for _, label := range in.Labels() {
		if !label.Name.Known() {
			continue
		}
		name := label.Name.V
		if fault := knowledge.LabelNameFault(name); fault != "" {
			p.Report(label.Name, "label name %s %s", lint.Label(name), fault).Identify(name)
		}
		// What a variable brings in is a default, which the pipeline replaces.
		if !label.Value.Known() || strings.Contains(label.Value.Value.Text(), "$") {
			continue
		}
		if fault := knowledge.LabelValueFault(name, label.Value.V); fault != "" {
			at := label.Value
			if at.Value.Start == at.Value.End {
				at = label.Name
			}
			p.Report(at, "value of label %s %s", lint.Label(name), fault).Identify(name)
		}
	}
}
