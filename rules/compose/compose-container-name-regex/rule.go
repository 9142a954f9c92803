// Package composecontainernameregex flags containers whose name is not of the form that the configuration asks for.
package composecontainernameregex

import (
	_ "embed"
	"regexp"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is compose-container-name-regex.
var Rule = &lint.Rule{
	ID: "compose-container-name-regex", Group: "compose", Since: "0.1", Doc: doc,
	Summary:   "The container's name is not of the form that the configuration asks for.",
	Hint:      "Name the container as the configuration says.",
	Severity:  lint.Info,
	Profile:   lint.Configured,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.Tampering},
	Refs:      []lint.Ref{"CWE-710"},
	Settings: []lint.Setting{{
		Name:    pattern,
		Summary: "What the name of a container must look like, as a regular expression of the whole name; one of several is enough.",
		Example: []string{"shop-[a-z0-9-]+"},
		// What docker itself takes: https://github.com/moby/moby/blob/master/daemon/names/names.go
		Default: []string{"[a-zA-Z0-9][a-zA-Z0-9_.-]+"},
		Fault:   fault,
	}},
	Check: lint.Services(check),
}

// pattern is the setting's name.
const pattern = "pattern"

func check(p *lint.Pass, s *lint.Service) {
	name := s.Get("container_name")
	if !name.Exists() || name.Node.Kind != lint.Scalar || strings.Contains(name.Node.Value, "$") {
		return
	}
	for _, text := range p.Setting(pattern) {
		if re, err := compile(text); err == nil && re.MatchString(name.Node.Value) {
			return
		}
	}
	p.Report(name, "%s names its container %s, which is not of the form that is asked for", s, name.Node.Value).Identify(name.Node.Value)
}

// compile reads a pattern of a whole name.
func compile(text string) (*regexp.Regexp, error) { return regexp.Compile("^(?:" + text + ")$") }

// fault is what is wrong with a pattern.
func fault(text string) string {
	if _, err := compile(text); err != nil {
		return "is no regular expression"
	}
	return ""
}
