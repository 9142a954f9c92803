// Package copyfromunknownstage flags copies from stages that are not there.
package copyfromunknownstage

import (
	_ "embed"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is copy-from-unknown-stage.
var Rule = &lint.Rule{
	ID: "copy-from-unknown-stage", Group: "build", Since: "0.1", Doc: doc,
	Summary:   "Files are copied from a stage that does not stand above.",
	Hint:      "Name a stage above; give an image its tag or digest, so that it cannot be taken for a stage.",
	Severity:  lint.Low,
	Precision: lint.HighPrecision,
	STRIDE:    []lint.Category{lint.Tampering},
	Refs:      []lint.Ref{"CWE-706"},
	Over:      []string{"latest-tag", "image-digest-missing"},
	Check:     lint.Stages(check),
}

func check(p *lint.Pass, s *lint.Stage) {
	for _, in := range s.Instructions {
		for _, from := range p.Unit.CopiesFrom(s, in) {
			switch {
			case from.Stage == s:
			case from.Stage != nil && from.Stage.Index > s.Index:
				p.Report(from.Name, "%s stands below: files can only be taken from a stage above", from.Stage).Identify(from.Name.V)
			case from.Stage != nil:
			case from.Number >= 0:
				p.Report(from.Name, "there is no stage %d: they are counted from 0, and there are %d", from.Number, len(p.Unit.Stages)).Identify(from.Name.V)
			case unknown(p, from.Name.V):
				report(p, s, from.Name)
			}
		}
	}
}

// unknown tells whether a name was most likely meant for a stage: it is one bare word, and neither a further context nor an image that is
// known.
func unknown(p *lint.Pass, name string) bool {
	image := lint.ParseImage(name)
	if p.Unit.IsContext(name) || image.Registry != "" || image.Tag != "" || image.Digest != "" || image.IsScratch() || strings.ContainsAny(name, "/$") {
		return false
	}
	return p.Images.Lookup(image) == lint.BaseImage{}
}

func report(p *lint.Pass, s *lint.Stage, name lint.Val[string]) {
	var above []string
	for _, earlier := range p.Unit.Stages[:s.Index] {
		if earlier.Name.Known() {
			above = append(above, earlier.Name.V)
		}
	}
	nearest := lint.Nearest(name.V, above)
	if nearest == "" {
		p.Report(name, "no stage above is called %s: docker pulls an image of that name", name.V).Identify(name.V)
		return
	}
	f := p.Report(name, "no stage above is called %s, did you mean %s? Docker pulls an image of that name", name.V, nearest).Identify(name.V)
	if name.Value.Text() == name.V {
		f.Fix(lint.Unsafe, "name stage "+nearest, []lint.Edit{{Span: name.Value, Text: nearest}})
	}
}
