package sarif

import (
	"strings"

	"github.com/stridelint/stridelint/lint"
)

const home = "https://github.com/stridelint/stridelint"

// The envelope: what a run says besides its results, in the order in which it is written. SARIF has much more; what is
// here is what stridelint knows.
type (
	run struct {
		Tool              tool              `json:"tool"`
		AutomationDetails automationDetails `json:"automationDetails"`
		Taxonomies        []component       `json:"taxonomies"`
		Invocations       []invocation      `json:"invocations"`
		ColumnKind        string            `json:"columnKind"`
	}
	tool struct {
		Driver component `json:"driver"`
	}
	automationDetails struct {
		ID string `json:"id"`
	}
	// component is the tool itself or a taxonomy.
	component struct {
		Name                string               `json:"name"`
		Organization        string               `json:"organization,omitempty"`
		SemanticVersion     string               `json:"semanticVersion,omitempty"`
		InformationURI      string               `json:"informationUri"`
		ShortDescription    *text                `json:"shortDescription,omitempty"`
		IsComprehensive     bool                 `json:"isComprehensive,omitempty"`
		SupportedTaxonomies []componentReference `json:"supportedTaxonomies,omitempty"`
		Rules               []descriptor         `json:"rules,omitzero"`
		Taxa                []descriptor         `json:"taxa,omitempty"`
	}
	componentReference struct {
		Name  string `json:"name"`
		Index int    `json:"index"`
	}
	invocation struct {
		ExecutionSuccessful        bool           `json:"executionSuccessful"`
		ToolExecutionNotifications []notification `json:"toolExecutionNotifications,omitempty"`
	}
	notification struct {
		Level   string `json:"level"`
		Message text   `json:"message"`
	}
	// text is a message or a multi-format message string.
	text struct {
		Text     string `json:"text"`
		Markdown string `json:"markdown,omitempty"`
	}
)

func newRun(r *lint.Report, o Options) run {
	taxonomies := newTaxonomies(r.Rules)
	driver := component{
		Name:                "stridelint",
		SemanticVersion:     semanticVersion(o.Version),
		InformationURI:      home,
		SupportedTaxonomies: taxonomies.references(),
		Rules:               make([]descriptor, len(r.Rules)),
	}
	for i, rule := range r.Rules {
		driver.Rules[i] = newRule(rule, taxonomies)
	}
	return run{
		Tool: tool{driver},
		// The trailing slash says that this is a category of runs, not one of them (3.17.3).
		AutomationDetails: automationDetails{category(o.Category)},
		Taxonomies:        taxonomies,
		Invocations:       []invocation{newInvocation(r.Failures)},
		ColumnKind:        "unicodeCodePoints",
	}
}

func category(name string) string {
	if name = strings.Trim(name, "/"); name != "" {
		return "stridelint/" + name + "/"
	}
	return "stridelint/"
}

// newInvocation tells of the files on which stridelint failed. A failure's first line says it; the rest is a stack trace,
// which is for standard error.
func newInvocation(failures []string) invocation {
	i := invocation{ExecutionSuccessful: len(failures) == 0}
	for _, failure := range failures {
		first, _, _ := strings.Cut(failure, "\n")
		i.ToolExecutionNotifications = append(i.ToolExecutionNotifications, notification{"error", text{Text: sentence(first)}})
	}
	return i
}

// unreleased is the semantic version of what is not a release.
const unreleased = "0.0.0-devel"

// semanticVersion is the version without its "v" if that follows semver.org.
func semanticVersion(version string) string {
	version = strings.TrimPrefix(version, "v")
	release, build, isBuild := strings.Cut(version, "+")
	core, pre, isPre := strings.Cut(release, "-")
	numbers := strings.Split(core, ".")
	if len(numbers) != 3 || isBuild && !identifiers(build) || isPre && !identifiers(pre) {
		return unreleased
	}
	for _, n := range numbers {
		if n == "" || len(n) > 1 && n[0] == '0' || strings.ContainsFunc(n, func(r rune) bool { return !isDigit(r) }) {
			return unreleased
		}
	}
	return version
}

// identifiers tells whether text is what semver.org has behind a hyphen or a plus: words with dots between them.
func identifiers(text string) bool {
	for word := range strings.SplitSeq(text, ".") {
		if word == "" || strings.ContainsFunc(word, func(r rune) bool { return r != '-' && !isDigit(r) && !isLetter(r) }) {
			return false
		}
	}
	return true
}

func isDigit(r rune) bool  { return '0' <= r && r <= '9' }
func isLetter(r rune) bool { return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' }

// sentence is a message as a sentence with its full stop.
func sentence(message string) string {
	if strings.HasSuffix(message, ".") || strings.HasSuffix(message, "!") || strings.HasSuffix(message, "?") {
		return message
	}
	return message + "."
}
