// Package page takes rules' pages apart: the sections that every page has, and the examples in them, which the tests judge
// like any other file.
package page

import (
	"maps"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// Page is a rule's page taken apart.
type Page struct {
	Title    string
	Sections []Section
}

// Section is one section of a page.
type Section struct {
	Title    string
	Text     string // all of it, examples included
	Examples []Example
}

// Example is a fenced block of a page.
type Example struct {
	Info string // what stands behind the fence: "yaml compose"
	Text string
	// Context is the build context that is shown before a Dockerfile, as files and their content: a block of "dockerignore", and one
	// of "text context" that lists further files.
	Context map[string]string
}

// belongs tells whether an example only shows what the next one's build is given, and adds it to that.
func (e *Example) belongs(context *map[string]string) bool {
	files := map[string]string{}
	switch e.Info {
	case "dockerignore":
		files[".dockerignore"] = e.Text
	case "text context":
		for name := range strings.Lines(e.Text) {
			files[strings.TrimSpace(name)] = ""
		}
	default:
		return false
	}
	if *context == nil {
		*context = map[string]string{}
	}
	maps.Copy(*context, files)
	return true
}

// Sections is the sections that a page has, in their order.
var Sections = []string{"Why", "Bad", "Good", "When it is fine", "Fix", "References"}

// Section is the section of a title; an empty one if the page has none.
func (p Page) Section(title string) Section {
	for _, s := range p.Sections {
		if s.Title == title {
			return s
		}
	}
	return Section{Title: title}
}

// ExamplesOf is the examples of an info string: those that show a kind of file.
func (s Section) ExamplesOf(info string) []Example {
	var examples []Example
	for _, e := range s.Examples {
		if e.Info == info {
			examples = append(examples, e)
		}
	}
	return examples
}

// Info is the info string of examples that show a kind of file.
func Info(k lint.Kind) string {
	switch k {
	case lint.Dockerfile:
		return "dockerfile"
	case lint.Compose:
		return "yaml compose"
	case lint.Kubernetes:
		return "yaml k8s"
	case lint.Script:
		return "sh"
	case lint.CI:
		return "yaml ci"
	}
	return ""
}

// FileName is the name under which an example is judged.
func (e Example) FileName() string {
	switch e.Info {
	case Info(lint.Dockerfile):
		return "Dockerfile"
	case Info(lint.Compose):
		return "compose.yaml"
	case Info(lint.Script):
		return "example.sh"
	}
	return "example.yaml"
}

const fence = "```"

// Parse takes a page apart: a title, sections, fenced examples.
func Parse(doc string) Page {
	var page Page
	var example *Example
	var context map[string]string
	for line := range strings.Lines(doc) {
		section := &Section{}
		if n := len(page.Sections); n > 0 {
			section = &page.Sections[n-1]
		}
		info, isFence := strings.CutPrefix(line, fence)
		title, isTitle := strings.CutPrefix(line, "# ")
		heading, isHeading := strings.CutPrefix(line, "## ")
		switch {
		case isFence && example == nil:
			example = &Example{Info: strings.TrimSpace(info)}
		case isFence:
			if !example.belongs(&context) {
				example.Context, context = context, nil
				section.Examples = append(section.Examples, *example)
			}
			example = nil
		case example != nil:
			example.Text += line
		case isTitle:
			page.Title = strings.TrimSpace(title)
			continue
		case isHeading:
			page.Sections = append(page.Sections, Section{Title: strings.TrimSpace(heading)})
			continue
		}
		section.Text += line
	}
	return page
}

// CodeSpans is the stretches of a text between backquotes, on one line each, those of examples left out.
func CodeSpans(text string) []string {
	var spans []string
	fenced := false
	for line := range strings.Lines(text) {
		if strings.HasPrefix(line, fence) {
			fenced = !fenced
			continue
		}
		if fenced {
			continue
		}
		for i, part := range strings.Split(line, "`") {
			if i%2 == 1 {
				spans = append(spans, part)
			}
		}
	}
	return spans
}
