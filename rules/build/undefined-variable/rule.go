// Package undefinedvariable flags variables that nothing sets.
package undefinedvariable

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is undefined-variable.
var Rule = &lint.Rule{
	ID: "undefined-variable", Group: "build", Since: "0.1", Doc: doc,
	Summary:   "A variable is used that nothing sets there, so it is empty.",
	Hint:      "Declare it with ARG above: before FROM for FROM, else in the same stage.",
	Severity:  lint.Low,
	Precision: lint.HighPrecision,
	STRIDE:    []lint.Category{lint.Tampering},
	Refs:      []lint.Ref{"Docker build check UndefinedVar", "Docker build check UndefinedArgInFrom", "Docker build check InvalidDefaultArgInFrom", "CWE-457"},
	Check:     lint.Stages(check),
}

func check(p *lint.Pass, s *lint.Stage) {
	if s.Index == 0 {
		for _, in := range p.Unit.Preamble {
			inFrom(p, in)
		}
	}
	from := s.Instructions[0]
	inFrom(p, from)
	if len(from.Undefined) == 0 {
		fallback(p, s)
	}
	seen := map[string]bool{}
	for _, in := range s.Instructions[1:] {
		for i, u := range in.Undefined {
			if mentionedBefore(in.Undefined[:i], u.Name) || !certain(p, s, u) {
				continue
			}
			f := p.Report(u.Span, "%s is set nowhere above in %s, so %s here%s", u.Name, s, becomes(u), advice(p, u)).Identify(u.Name)
			if u.Defaulted && advice(p, u) == "" && u.Declared.IsZero() {
				f.As(lint.Info).In(lint.Pedantic) // it builds what it says
			}
			if u.Nearest == "" && inheritable(p, u) && !seen[u.Name] {
				f.Fix(lint.Unsafe, "declare it in the stage", in.InsertAbove(in.InCase("ARG")+" "+u.Name))
			}
			suggest(f, u)
			seen[u.Name] = true
		}
	}
}

// inFrom reports what FROM, or an ARG before it, mentions: only ARGs before the first FROM are seen there.
func inFrom(p *lint.Pass, in *lint.Instruction) {
	for i, u := range in.Undefined {
		if !mentionedBefore(in.Undefined[:i], u.Name) {
			suggest(p.Report(u.Span, "no ARG before the first FROM declares %s, so %s here%s", u.Name, becomes(u), advice(p, u)).Identify(u.Name), u)
		}
	}
}

// fallback reports a FROM that names no image unless the build is given arguments. If it depends on an ARG without a default,
// that is most likely meant.
func fallback(p *lint.Pass, s *lint.Stage) {
	if !s.Fallback.Known() || lint.ParseImage(s.Fallback.V).Valid() {
		return
	}
	f := p.Report(s.Fallback, "without build arguments FROM names no image here: give the ARG a default").Identify(s.Fallback.Value.Text())
	if !s.Base.Known() {
		f.As(lint.Info)
	}
}

func mentionedBefore(earlier []lint.Undefined, name string) bool {
	return slices.ContainsFunc(earlier, func(u lint.Undefined) bool { return u.Name == name })
}

// certain tells whether a variable is not set by the base image either: that one is known, or the file itself shows that the
// variable was thought to be one of its own.
func certain(p *lint.Pass, s *lint.Stage, u lint.Undefined) bool {
	base := s.Origin().Base
	if base.Known() {
		if names, known := p.Images.Variables(base.V); known {
			return !slices.Contains(names, u.Name)
		}
	}
	return u.Nearest != "" || !u.Declared.IsZero() || builderArg(u.Name)
}

// builderArg tells whether the builder sets a variable for a stage that declares it.
// https://docs.docker.com/reference/dockerfile/#automatic-platform-args-in-the-global-scope
func builderArg(name string) bool {
	rest, target := strings.CutPrefix(name, "TARGET")
	rest, build := strings.CutPrefix(rest, "BUILD")
	switch rest {
	case "PLATFORM", "OS", "ARCH", "VARIANT":
		return target != build
	}
	return false
}

// inheritable tells whether an ARG without a default gives the variable its value: it is declared before the first FROM, or the builder's.
func inheritable(p *lint.Pass, u lint.Undefined) bool {
	return builderArg(u.Name) || slices.ContainsFunc(p.Unit.Preamble, func(in *lint.Instruction) bool {
		return !u.Declared.IsZero() && in.Span.Contains(u.Declared)
	})
}

// becomes is what a variable is that nothing sets.
func becomes(u lint.Undefined) string {
	if u.Defaulted {
		return "it is always its default"
	}
	return "it is empty"
}

func advice(p *lint.Pass, u lint.Undefined) string {
	switch {
	case u.Nearest != "":
		return ": did you mean " + u.Nearest + "?"
	case inheritable(p, u):
		return ": the stage needs an ARG of its own for it"
	}
	return ""
}

// suggest offers the name that was most likely meant.
func suggest(f *lint.Finding, u lint.Undefined) {
	if u.Nearest != "" && u.Span.Text() == u.Name {
		f.Fix(lint.Unsafe, "write "+u.Nearest, []lint.Edit{{Span: u.Span, Text: u.Nearest}})
	}
	f.Relate(u.Declared, "it is set here, for other instructions")
}
