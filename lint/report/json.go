package report

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"maps"

	"github.com/stridelint/stridelint/lint"
)

// jsonVersion is the version of the shape below. Within a version, keys are added but neither removed nor given another meaning.
const jsonVersion = "1"

// The shape of the json format's parts, as docs/json.md describes it: version, tool, rules, findings, summary.
type (
	jsonTool struct {
		Name    string `json:"name"`
		Version string `json:"version"`
	}
	jsonRule struct {
		ID        string        `json:"id"`
		Group     string        `json:"group"`
		Summary   string        `json:"summary"`
		Hint      string        `json:"hint"`
		Severity  string        `json:"severity"`
		Profile   string        `json:"profile"`
		Precision string        `json:"precision"`
		STRIDE    []string      `json:"stride"`
		Kinds     []lint.Kind   `json:"kinds"`
		Refs      []lint.Ref    `json:"refs"`
		Since     string        `json:"since"`
		Aliases   []string      `json:"aliases"`
		Settings  []jsonSetting `json:"settings"`
	}
	jsonSetting struct {
		Name    string `json:"name"`
		Summary string `json:"summary"`
	}
	jsonFinding struct {
		Rule     string `json:"rule"`
		Severity string `json:"severity"`
		Subject  string `json:"subject"`
		Message  string `json:"message"`
		// PodSecurity is left out where there is none: only Kubernetes has these levels.
		PodSecurity string `json:"podSecurity,omitempty"`
		jsonPlace
		Fingerprint string           `json:"fingerprint"`
		Related     []jsonRelated    `json:"related"`
		Fixes       []jsonFix        `json:"fixes"`
		Suppressed  *jsonSuppression `json:"suppressed"`
	}
	jsonSuppression struct {
		Reason string `json:"reason"`
		Owner  string `json:"owner"`
		Until  string `json:"until"`
	}
	jsonPlace struct {
		Path  string       `json:"path"`
		Start jsonPosition `json:"start"`
		End   jsonPosition `json:"end"`
	}
	jsonPosition struct {
		Line   int32 `json:"line"`
		Column int32 `json:"column"`
		Offset int32 `json:"offset"`
	}
	jsonRelated struct {
		jsonPlace
		Message string `json:"message"`
	}
	jsonFix struct {
		Title string     `json:"title"`
		Safe  bool       `json:"safe"`
		Edits []jsonEdit `json:"edits"`
	}
	jsonEdit struct {
		jsonPlace
		Text string `json:"text"`
	}
	jsonSummary struct {
		Files      int               `json:"files"`
		Kinds      map[lint.Kind]int `json:"kinds"`
		Findings   int               `json:"findings"`
		Severities map[string]int    `json:"severities"`
	}
)

// writeJSON writes the object member by member and finding by finding: a report can be large, its text larger.
func writeJSON(w *bufio.Writer, r *lint.Report, o Options) error {
	j := newJSONWriter(w)
	j.member("{\n  ", "version", jsonVersion)
	j.member(",\n  ", "tool", jsonTool{Name: "stridelint", Version: o.Version})
	j.member(",\n  ", "rules", jsonRules(r.Rules))
	w.WriteString(",\n  \"findings\": [")
	for i := range r.Results {
		separator := ",\n    "
		if i == 0 {
			separator = "\n    "
		}
		j.value(separator, newJSONFinding(&r.Results[i]), "    ")
	}
	if len(r.Results) > 0 {
		w.WriteString("\n  ")
	}
	w.WriteByte(']')
	j.member(",\n  ", "summary", newJSONSummary(r))
	w.WriteString("\n}\n")
	return j.err
}

// jsonWriter writes the parts of an object, up to the first that fails.
type jsonWriter struct {
	w       *bufio.Writer
	encoder *json.Encoder
	text    bytes.Buffer // of one part
	err     error
}

func newJSONWriter(w *bufio.Writer) *jsonWriter {
	j := &jsonWriter{w: w}
	j.encoder = json.NewEncoder(&j.text)
	j.encoder.SetEscapeHTML(false)
	return j
}

func (j *jsonWriter) member(before, name string, value any) {
	j.value(fmt.Sprintf("%s%q: ", before, name), value, "  ")
}

func (j *jsonWriter) value(before string, value any, indent string) {
	if j.err != nil {
		return
	}
	j.text.Reset()
	if j.err = j.encoder.Encode(value); j.err == nil {
		j.w.WriteString(before)
		j.indented(bytes.TrimSuffix(j.text.Bytes(), []byte{'\n'}), "\n"+indent)
	}
}

// indented writes compact JSON as json.Indent does, without proving once more that it is JSON: that took longer than to make it.
func (j *jsonWriter) indented(text []byte, line string) {
	for i := 0; i < len(text); i++ {
		switch c := text[i]; c {
		case '"':
			end := i + stringLen(text[i:])
			j.w.Write(text[i:end])
			i = end - 1
		case ':':
			j.w.WriteString(": ")
		case ',':
			j.w.WriteByte(c)
			j.w.WriteString(line)
		case '{', '[':
			j.w.WriteByte(c)
			if next := text[i+1]; next == '}' || next == ']' {
				j.w.WriteByte(next)
				i++
				continue
			}
			line += "  "
			j.w.WriteString(line)
		case '}', ']':
			line = line[:len(line)-len("  ")]
			j.w.WriteString(line)
			j.w.WriteByte(c)
		default:
			j.w.WriteByte(c)
		}
	}
}

// stringLen is how long the JSON string is that text starts with.
func stringLen(text []byte) int {
	for i := 1; ; i++ {
		switch text[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
}

// WriteRules writes rules in the shape that they have in the json format.
func WriteRules(w io.Writer, rules []*lint.Rule) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(struct {
		Version string     `json:"version"`
		Rules   []jsonRule `json:"rules"`
	}{jsonVersion, jsonRules(rules)})
}

func jsonRules(rules []*lint.Rule) []jsonRule {
	return each(rules, func(r **lint.Rule) jsonRule { return newJSONRule(*r) })
}

func newJSONRule(r *lint.Rule) jsonRule {
	return jsonRule{
		ID: r.ID, Group: r.Group, Summary: r.Summary, Hint: r.Hint, Since: r.Since,
		Severity: r.Severity.String(), Profile: r.Profile.String(), Precision: r.Precision.String(),
		STRIDE: each(r.STRIDE, func(c *lint.Category) string { return c.String() }),
		Kinds:  orEmpty(r.AppliesTo()), Refs: orEmpty(r.Refs), Aliases: orEmpty(r.Aliases),
		Settings: each(r.Settings, func(s *lint.Setting) jsonSetting { return jsonSetting{s.Name, s.Summary} }),
	}
}

func newJSONFinding(r *lint.Result) jsonFinding {
	return jsonFinding{
		Rule: r.Rule.ID, Severity: r.Severity.String(), Subject: r.Subject, Message: r.Message, PodSecurity: r.PodSecurity.String(),
		jsonPlace: newJSONPlace(r.Place), Fingerprint: r.Fingerprint.String(), Suppressed: newJSONSuppression(r.Suppressed),
		Related: each(r.Related, func(p *lint.RelatedPlace) jsonRelated {
			return jsonRelated{newJSONPlace(p.Place), p.Message}
		}),
		Fixes: each(r.Fixes, func(f *lint.ResolvedFix) jsonFix {
			return jsonFix{f.Title, f.Safe, each(f.Edits, func(e *lint.ResolvedEdit) jsonEdit {
				return jsonEdit{newJSONPlace(e.Place), e.Text}
			})}
		}),
	}
}

func newJSONSuppression(s *lint.Suppression) *jsonSuppression {
	if s == nil {
		return nil
	}
	return &jsonSuppression{s.Reason, s.Owner, s.Until}
}

func newJSONPlace(p lint.Place) jsonPlace {
	position := func(p lint.Position) jsonPosition { return jsonPosition{p.Line, p.Column, p.Offset} }
	return jsonPlace{Path: p.Path, Start: position(p.Start), End: position(p.End)}
}

func newJSONSummary(r *lint.Report) jsonSummary {
	s := jsonSummary{Files: r.Judged(), Kinds: map[lint.Kind]int{}, Findings: r.Findings(), Severities: map[string]int{}}
	maps.Copy(s.Kinds, r.Files)
	for _, severity := range lint.Severities {
		s.Severities[severity.String()] = r.Count(severity)
	}
	return s
}

// each is the images of a list's items; a list without items is an empty one, never null.
func each[T, U any](items []T, image func(*T) U) []U {
	images := make([]U, len(items))
	for i := range items {
		images[i] = image(&items[i])
	}
	return images
}

func orEmpty[T any](items []T) []T {
	if items == nil {
		return []T{}
	}
	return items
}
