// Package requiredmetadatamissing flags workloads and images that do not carry the metadata that the configuration requires.
package requiredmetadatamissing

import (
	_ "embed"
	"regexp"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is required-metadata-missing.
var Rule = &lint.Rule{
	ID: "required-metadata-missing", Group: "kubernetes", Since: "0.1", Doc: doc,
	Summary:   "A label or annotation is missing that the configuration requires.",
	Hint:      "Add it, with a value of the form that is asked for.",
	Severity:  lint.Info,
	Profile:   lint.Configured,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.Repudiation},
	Refs:      []lint.Ref{"CWE-1059"},
	Settings: []lint.Setting{
		{Name: "labels", Summary: "Labels of Kubernetes workloads: a name, or name=pattern of its whole value.", Example: []string{"app.kubernetes.io/part-of", "owner=team-.+"}, Fault: fault},
		{Name: "annotations", Summary: "Annotations of Kubernetes workloads, in the same way.", Example: []string{"example.com/contact=[^@ ]+@example\\.com"}, Fault: fault},
		{Name: "image-labels", Summary: "Labels of images that a Dockerfile builds, in the same way.", Example: []string{"org.opencontainers.image.vendor"}, Fault: fault},
	},
	Check: lint.Each(lint.Objects(checkObject), lint.Stages(checkStage)),
}

func checkObject(p *lint.Pass, o *lint.Object) {
	if len(o.Pods) == 0 {
		return
	}
	for _, kind := range [...]struct{ setting, noun string }{{"labels", "label"}, {"annotations", "annotation"}} {
		for _, text := range p.Setting(kind.setting) {
			required := parse(text)
			value := o.Text("metadata", kind.setting, required.name)
			if value.Known() && !required.matches(value.V) {
				p.Report(value, "%s %s of %s %s", kind.noun, required.name, o, required.mismatch()).Identify(required.name)
			}
			if f := p.Missing(value, "%s has no %s %s, which the configuration requires", o, kind.noun, required.name); f != nil {
				f.Identify(required.name)
			}
		}
	}
}

func checkStage(p *lint.Pass, s *lint.Stage) {
	if !s.Ships {
		return
	}
	for _, text := range p.Setting("image-labels") {
		required := parse(text)
		switch label, found := find(s.Labels(), required.name); {
		case !found:
			p.Report(s.Instructions[0].Span, "%s has no label %s, which the configuration requires", s, required.name).Identify(required.name)
		case label.Value.Known() && !required.matches(label.Value.V):
			p.Report(label.Value, "label %s of %s %s", required.name, s, required.mismatch()).Identify(required.name)
		}
	}
}

// find is the label of a name, or one whose name is not known and may be it.
func find(labels []lint.ImageLabel, name string) (lint.ImageLabel, bool) {
	for _, label := range labels {
		if label.Name.Is(name) || label.Name.State == lint.Unknown {
			return label, true
		}
	}
	return lint.ImageLabel{}, false
}

// requirement is what one text of a setting asks for.
type requirement struct{ name, pattern string }

func parse(text string) requirement {
	name, pattern, _ := strings.Cut(text, "=")
	return requirement{name, pattern}
}

// matches tells whether a value is of the form that is asked for. Without a pattern, any value but an empty one is.
func (r requirement) matches(value string) bool {
	if r.pattern == "" {
		return value != ""
	}
	matched, _ := regexp.MatchString(whole(r.pattern), value)
	return matched
}

// mismatch says of a value that it does not match.
func (r requirement) mismatch() string {
	if r.pattern == "" {
		return "is empty, and the configuration requires it"
	}
	return "does not match " + r.pattern + ", as the configuration requires"
}

// whole is the pattern of a text that matches another from its start to its end.
func whole(pattern string) string { return `\A(?:` + pattern + `)\z` }

// fault is what is wrong with a requirement.
func fault(text string) string {
	required := parse(text)
	if _, err := regexp.Compile(whole(required.pattern)); err != nil {
		return "holds a pattern that is no regular expression"
	}
	if required.name == "" || strings.ContainsAny(required.name, " \t") {
		return "names no label or annotation"
	}
	return ""
}
