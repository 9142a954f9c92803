package lint

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Setting is one thing that the configuration can tell a rule: a list of texts.
type Setting struct {
	Name    string   // "registries"
	Summary string   // what it means, one sentence
	Example []string // what the rule's page shows, and what its fixtures are judged with
	Default []string // what holds where the configuration says nothing; none, it has to say it
	// Fault tells what is wrong with a text, as the end of a sentence; empty if nothing is. Left out, every text will do.
	Fault func(text string) string
}

// FaultOf is what is wrong with a text as a value of the setting, as the end of a sentence; empty if nothing is.
func (s Setting) FaultOf(text string) string {
	switch {
	case text == "":
		return "says nothing"
	case s.Fault == nil:
		return ""
	}
	return s.Fault(text)
}

// Configured tells whether a rule has been told all that it has to be told before it can run.
func (r *Rule) Configured(given map[string][]string) bool {
	if r.Profile != Configured || len(given) > 0 {
		return true
	}
	return !slices.ContainsFunc(r.Settings, func(s Setting) bool { return len(s.Default) == 0 })
}

// Examples is the examples of the rule's settings, by their names.
func (r *Rule) Examples() map[string][]string {
	if len(r.Settings) == 0 {
		return nil
	}
	examples := map[string][]string{}
	for _, s := range r.Settings {
		examples[s.Name] = s.Example
	}
	return examples
}

// SettingsSection is the section of the rule's page that shows its settings as a configuration file gives them; empty if it has none.
func (r *Rule) SettingsSection() string {
	if len(r.Settings) == 0 {
		return ""
	}
	var b strings.Builder
	fmt.Fprintf(&b, "## Settings\n\nIn `.stridelint.yaml`:\n\n```yaml\nrules:\n  %s:\n", r.ID)
	for _, s := range r.Settings {
		quoted := make([]string, len(s.Example))
		for i, text := range s.Example {
			quoted[i] = strconv.Quote(text)
		}
		fmt.Fprintf(&b, "    # %s\n    %s: [%s]\n", s.Summary, s.Name, strings.Join(quoted, ", "))
	}
	b.WriteString("```\n")
	return b.String()
}
