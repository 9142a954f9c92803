package buildkit

import (
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

type side uint8

const (
	onlyTheirs side = iota // BuildKit says it, stridelint does not
	onlyOurs
)

// difference is one thing that the two linters see otherwise, and why it is to stay so.
type difference struct {
	rule    string
	side    side
	applies func(s *sample, v verdict, message string) bool
	why     string
}

var differences = []difference{
	{"undefined-variable", onlyTheirs, unknownBase,
		"a base image whose variables are not known may set the variable: only what the file itself shows to be one of its own is reported"},
	{"undefined-variable", onlyTheirs, constantName,
		"a name of an image that is wrong without any variable is no matter of a build argument's default"},
	{"undefined-variable", onlyTheirs, givenOnlyByBuilder,
		"whether a FROM with the builder's own arguments names an image depends on the platform that it is built for"},
	{"undefined-variable", onlyOurs, onKeyword("EXPOSE"),
		"an EXPOSE of a variable that nothing sets exposes nothing, and BuildKit does not look there"},
	{"undefined-variable", onlyOurs, onPreamble,
		"an ARG before FROM whose default uses a variable that nothing sets is as wrong as the FROM that uses it"},
	{"workdir-relative", onlyTheirs, unknownWord,
		"a path with a variable of which nothing is known is not relative, it is not known"},
	{"workdir-relative", onlyTheirs, mentioning(":", ""),
		"a path with a drive is absolute on Windows, and nobody writes one for another system"},
	{"workdir-relative", onlyTheirs, mentioning(`\`, ""),
		"a path that starts with a backslash is absolute on Windows"},
	{"workdir-relative", onlyOurs, mentioning("", "~"),
		"docker knows no home folder: a path that starts with ~ is relative, and surprises below an absolute one too"},
	{"instruction-casing", onlyTheirs, brokenKeyword,
		"a keyword that is broken over lines has worse to it than its case"},
	{"redundant-target-platform", onlyTheirs, preambleSets("TARGETPLATFORM"),
		"an ARG that gives TARGETPLATFORM another value makes the flag anything but redundant"},
	{"redundant-target-platform", onlyTheirs, mentioning(":+", ""),
		"a value in the platform's stead is only by chance the one that is built for"},
	{"port-invalid", onlyTheirs, unknownWord,
		"a port with a variable of which nothing is known is not known"},
	{"definition-description", onlyTheirs, forTools,
		"a comment that speaks to a tool describes nothing, and takes nothing from what does"},
	{"definition-description", onlyTheirs, indentedComment,
		"BuildKit takes the # of an indented comment for its first word"},
	{"copy-ignored-file", onlyTheirs, isRoot,
		"a pattern such as .* is about names that begin with a dot, not about the context as a whole, which is written as one"},
	{"copy-ignored-file", onlyOurs, withExceptions,
		"BuildKit looks at no ignore file with exceptions, though many decide without doubt"},
	{"copy-ignored-file", onlyOurs, rooted,
		"BuildKit compares a source with a slash before it as it is, though it is one below the context"},
	{"legacy-key-value", onlyOurs, skipped, "a comment that tells docker's checks to be quiet is no ignore of stridelint"},
	{"shell-form-entrypoint", onlyOurs, skipped, "a comment that tells docker's checks to be quiet is no ignore of stridelint"},
	{"shell-form-entrypoint", onlyTheirs, triggered,
		"what ONBUILD of another stage holds runs in this one too: that stage is where it is to be changed, if at all"},
}

// instruction is what a verdict is about.
func instruction(s *sample, v verdict) (*lint.Stage, *lint.Instruction) {
	for _, stage := range s.unit.Stages {
		for _, in := range stage.Instructions {
			if int(s.unit.File.Position(in.Span.Start).Line) == v.line {
				return stage, in
			}
		}
	}
	return nil, nil
}

func unknownBase(s *sample, v verdict, message string) bool {
	stage, in := instruction(s, v)
	if in == nil || in.Name == "FROM" || !strings.HasPrefix(message, "UndefinedVar") {
		return false
	}
	base := stage.Origin().Base
	_, known := variables(base.V.Familiar())
	return !base.Known() || !known
}

func constantName(s *sample, v verdict, message string) bool {
	_, in := instruction(s, v)
	return strings.HasPrefix(message, "InvalidDefaultArgInFrom") && in != nil && !strings.Contains(in.Args[0].Span.Text(), "$")
}

func givenOnlyByBuilder(s *sample, v verdict, message string) bool {
	stage, in := instruction(s, v)
	return strings.HasPrefix(message, "InvalidDefaultArgInFrom") && in != nil && stage.Fallback.State == lint.Unknown
}

func onKeyword(name string) func(*sample, verdict, string) bool {
	return func(s *sample, v verdict, _ string) bool {
		_, in := instruction(s, v)
		return in != nil && in.Name == name
	}
}

func onPreamble(s *sample, v verdict, _ string) bool {
	for _, in := range s.unit.Preamble {
		if int(s.unit.File.Position(in.Span.Start).Line) == v.line {
			return true
		}
	}
	return false
}

// mentioning tells whether the message holds a text and the instruction another one.
func mentioning(said, written string) func(*sample, verdict, string) bool {
	return func(s *sample, v verdict, message string) bool {
		_, in := instruction(s, v)
		_, detail, _ := strings.Cut(message, ": ")
		return in != nil && strings.Contains(detail, said) && strings.Contains(in.Span.Text(), written)
	}
}

func unknownWord(s *sample, v verdict, _ string) bool {
	_, in := instruction(s, v)
	return in != nil && slices.ContainsFunc(in.Args, func(w lint.Word) bool { return w.State == lint.Unknown })
}

func brokenKeyword(s *sample, v verdict, _ string) bool {
	_, in := instruction(s, v)
	return in != nil && strings.Contains(in.Keyword.Text(), "\n")
}

func preambleSets(name string) func(*sample, verdict, string) bool {
	return func(s *sample, _ verdict, _ string) bool {
		for _, in := range s.unit.Preamble {
			if strings.Contains(in.Span.Text(), name+"=") {
				return true
			}
		}
		return false
	}
}

// comments is what stands above what a verdict is about.
func comments(s *sample, v verdict) []lint.Word {
	if _, in := instruction(s, v); in != nil {
		return in.Comments
	}
	for _, in := range s.unit.Preamble {
		if int(s.unit.File.Position(in.Span.Start).Line) == v.line {
			return in.Comments
		}
	}
	return nil
}

func forTools(s *sample, v verdict, _ string) bool {
	above := comments(s, v)
	if len(above) == 0 {
		return false
	}
	for _, mark := range []string{"hadolint ", "stridelint:", "trivy:", "checkov:", "renovate:", "kics-scan ", "check="} {
		if strings.HasPrefix(above[len(above)-1].Text, mark) {
			return true
		}
	}
	return false
}

func indentedComment(s *sample, v verdict, _ string) bool {
	above := comments(s, v)
	if len(above) == 0 {
		return false
	}
	line := above[len(above)-1].Span
	text := line.File.LineSpan(line.Start).Text()
	return strings.TrimLeft(text, " \t") != text
}

func isRoot(_ *sample, _ verdict, message string) bool { return strings.Contains(message, `file "."`) }

func withExceptions(s *sample, _ verdict, _ string) bool {
	return strings.Contains(s.ignoreFile(), "\n!")
}

func rooted(s *sample, v verdict, _ string) bool {
	_, in := instruction(s, v)
	for _, word := range in.Args {
		if strings.HasPrefix(word.Text, "/") || strings.HasPrefix(word.Text, "..") {
			return true
		}
	}
	return false
}

func skipped(s *sample, v verdict, _ string) bool {
	for _, c := range comments(s, v) {
		if strings.HasPrefix(c.Text, "check=skip=") {
			return true
		}
	}
	return false
}

func triggered(s *sample, v verdict, _ string) bool {
	_, in := instruction(s, v)
	return in != nil && in.Name == "FROM"
}
