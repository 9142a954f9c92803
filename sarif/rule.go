package sarif

import (
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// descriptor is a rule of the tool or a taxon of a taxonomy.
type (
	descriptor struct {
		ID                   string         `json:"id"`
		Name                 string         `json:"name,omitempty"`
		ShortDescription     *text          `json:"shortDescription,omitempty"`
		FullDescription      *text          `json:"fullDescription,omitempty"`
		Help                 *text          `json:"help,omitempty"`
		HelpURI              string         `json:"helpUri,omitempty"`
		DefaultConfiguration *configuration `json:"defaultConfiguration,omitempty"`
		Relationships        []relationship `json:"relationships,omitempty"`
		Properties           *properties    `json:"properties,omitempty"`
	}
	configuration struct {
		Level string `json:"level"`
	}
	relationship struct {
		Target descriptorReference `json:"target"`
		Kinds  []string            `json:"kinds"`
	}
	descriptorReference struct {
		ID            string             `json:"id"`
		Index         int                `json:"index"`
		ToolComponent componentReference `json:"toolComponent"`
	}
	// properties is the bag by which code scanning grades and groups a rule.
	properties struct {
		SecuritySeverity string     `json:"security-severity,omitempty"`
		ProblemSeverity  string     `json:"problem.severity"`
		Precision        string     `json:"precision"`
		Tags             []string   `json:"tags,omitempty"`
		References       []lint.Ref `json:"references,omitempty"`
	}
)

func newRule(rule *lint.Rule, t taxonomies) descriptor {
	help := text{Text: plain(rule.Doc), Markdown: rule.Doc}
	if strings.TrimSpace(rule.Doc) == "" {
		help = text{Text: sentence(rule.Hint)}
	}
	return descriptor{
		ID:                   rule.ID,
		Name:                 pascal(rule.ID),
		ShortDescription:     &text{Text: sentence(rule.Summary)},
		FullDescription:      &text{Text: sentence(rule.Summary) + " " + sentence(rule.Hint)},
		Help:                 &help,
		HelpURI:              home + "/blob/main/docs/rules/" + rule.ID + ".md",
		DefaultConfiguration: &configuration{Level: levels[rule.Severity]},
		Relationships:        t.relationships(rule),
		Properties: &properties{
			SecuritySeverity: securitySeverity(rule),
			ProblemSeverity:  problemSeverities[rule.Severity],
			Precision:        rule.Precision.String(),
			Tags:             tags(rule),
			References:       rule.Refs,
		},
	}
}

// levels is a severity in SARIF's words.
var levels = [...]string{
	lint.Critical: "error", lint.High: "error", lint.Medium: "warning", lint.Low: "note", lint.Info: "note",
}

// problemSeverities is a severity in the words of code scanning's other grade, the one of alerts that are not about security.
var problemSeverities = [...]string{
	lint.Critical: "error", lint.High: "error", lint.Medium: "warning", lint.Low: "recommendation", lint.Info: "recommendation",
}

// scores is a severity on the scale of CVSS, which code scanning reads in bands: above 9.0 critical, from 7.0 high, from 4.0
// medium, from 0.1 low. Info has no band of its own: it stands in the lowest, below low, so that an alert has a grade that
// can be filtered by.
var scores = [...]string{
	lint.Critical: "9.5", lint.High: "8.0", lint.Medium: "5.5", lint.Low: "3.0", lint.Info: "1.0",
}

// securitySeverity is the rule's score. A rule without a threat, such as one about what cannot be read, is not about
// security, and has none.
func securitySeverity(rule *lint.Rule) string {
	if len(rule.STRIDE) == 0 {
		return ""
	}
	return scores[rule.Severity]
}

// maxTags is how many tags of a rule code scanning accepts.
const maxTags = 20

// tags is what code scanning filters by. It knows "security" and "external/cwe/…" by themselves.
func tags(rule *lint.Rule) []string {
	var tags []string
	if len(rule.STRIDE) > 0 {
		tags = append(tags, "security")
	}
	for _, category := range rule.STRIDE {
		tags = append(tags, "stride/"+slug(category))
	}
	for _, number := range cweNumbers(rule) {
		tags = append(tags, "external/cwe/cwe-"+number)
	}
	return tags[:min(len(tags), maxTags)]
}

// pascal is an ID as the name that people read: PrivilegedContainer. An ID of one word has none, for SARIF wants them to differ
// by more than the case of a letter.
func pascal(id string) string {
	if !strings.Contains(id, "-") {
		return ""
	}
	var b strings.Builder
	for word := range strings.SplitSeq(id, "-") {
		if word != "" {
			b.WriteString(strings.ToUpper(word[:1]) + word[1:])
		}
	}
	return b.String()
}

// plain is markdown as plain text: without the marks of headings, code and fences. Links stay, for SARIF's plain text has
// them in the same form (3.11.6).
func plain(markdown string) string {
	var b strings.Builder
	fenced := false
	for line := range strings.Lines(markdown) {
		switch {
		case strings.HasPrefix(strings.TrimSpace(line), "```"):
			fenced = !fenced
		case fenced:
			b.WriteString(line)
		default:
			b.WriteString(strings.ReplaceAll(strings.TrimPrefix(strings.TrimLeft(line, "#"), " "), "`", ""))
		}
	}
	return strings.TrimSpace(b.String())
}
