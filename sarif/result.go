package sarif

import (
	"fmt"
	"strings"

	gosarif "github.com/owenrumney/go-sarif/v2/sarif"

	"github.com/stridelint/stridelint/lint"
)

// result is go-sarif's, save for two properties: fingerprints, which it holds in a map, and suppressions, whose unset
// properties it writes as null, which SARIF does not allow.
type (
	result struct {
		gosarif.Result
		PartialFingerprints *partialFingerprints `json:"partialFingerprints,omitempty"`
		Suppressions        []suppression        `json:"suppressions,omitzero"`
	}
	partialFingerprints struct {
		Stridelint string `json:"stridelint/v1,omitempty"`
		LineHash   string `json:"primaryLocationLineHash,omitempty"`
	}
	suppression struct {
		Kind          string            `json:"kind"`
		Status        string            `json:"status"`
		Justification string            `json:"justification,omitempty"`
		Location      *gosarif.Location `json:"location"`
		Properties    *acceptance       `json:"properties,omitempty"`
	}
	// acceptance is who accepts a risk, and for how long.
	acceptance struct {
		Owner string `json:"owner,omitempty"`
		Until string `json:"until,omitempty"`
	}
)

const (
	// maxRelated is how many related locations of a result code scanning shows, and maxLinks how many of them the message
	// still bears.
	maxRelated = 100
	maxLinks   = 10
)

// result turns a result into SARIF's. There is no snippet in it: what is shown of a source line has its secrets masked, and
// is thus not the text of the region, which a snippet has to be.
func (e *encoder) result(r *lint.Result) *result {
	related := r.Related[:min(len(r.Related), maxRelated)]
	made := &result{
		Result: gosarif.Result{
			RuleID:    new(r.Rule.ID),
			Level:     new(levels[r.Severity]),
			Message:   message(linked(r.Message, related)),
			Locations: []*gosarif.Location{e.location(r.Place)},
		},
		Suppressions: e.suppressions(r.Suppressed),
	}
	if index, ran := e.rules[r.Rule]; ran {
		made.RuleIndex = &index
	}
	if !r.Fingerprint.IsZero() || r.LineHash != "" {
		made.PartialFingerprints = &partialFingerprints{Stridelint: r.Fingerprint.String(), LineHash: r.LineHash}
	}
	for i, place := range related {
		location := e.location(place.Place).WithId(i + 1)
		if place.Message != "" {
			location.Message = new(message(sentence(place.Message)))
		}
		made.RelatedLocations = append(made.RelatedLocations, location)
	}
	for _, fix := range r.Fixes {
		made.Fixes = append(made.Fixes, e.fix(fix))
	}
	return made
}

func message(text string) gosarif.Message { return gosarif.Message{Text: &text} }

// escaped is text whose brackets neither begin nor end a link.
func escaped(text string) string {
	return strings.ReplaceAll(strings.ReplaceAll(text, "[", `\[`), "]", `\]`)
}

// linked is the message as a sentence, which code scanning takes as the title, and behind it links to the related locations
// by their IDs (3.11.6). What looks like a link in the message itself is none.
func linked(message string, related []lint.RelatedPlace) string {
	if strings.Contains(message, "](") {
		message = escaped(message)
	}
	var b strings.Builder
	b.WriteString(sentence(message))
	for i, place := range related[:min(len(related), maxLinks)] {
		before, text := ", ", place.Message
		if i == 0 {
			before = " Related: "
		}
		if text == "" {
			text = fmt.Sprintf("line %d", place.Place.Start.Line)
		}
		fmt.Fprintf(&b, "%s[%s](%d)", before, escaped(text), i+1)
	}
	if len(related) > 0 {
		b.WriteString(".")
	}
	return b.String()
}

func (e *encoder) location(p lint.Place) *gosarif.Location {
	return &gosarif.Location{PhysicalLocation: &gosarif.PhysicalLocation{
		ArtifactLocation: &gosarif.ArtifactLocation{URI: new(e.reference(p.Path))},
		Region:           new(region(p)),
	}}
}

func region(p lint.Place) gosarif.Region {
	if p.Start.Line == 0 { // a file and no place in it: its start
		p.Start, p.End = lint.Position{Line: 1, Column: 1}, lint.Position{Line: 1, Column: 1}
	}
	numbers := [...]int{int(p.Start.Line), int(p.Start.Column), int(p.End.Line), int(p.End.Column)}
	return gosarif.Region{StartLine: &numbers[0], StartColumn: &numbers[1], EndLine: &numbers[2], EndColumn: &numbers[3]}
}

// fix turns a fix into SARIF's: its edits by file, in their order, each against the original text, as SARIF has it (3.56.3).
func (e *encoder) fix(f lint.ResolvedFix) *gosarif.Fix {
	made := &gosarif.Fix{Description: new(message(sentence(f.Title)))}
	made.Properties = e.safety[f.Safe]
	for _, edit := range f.Edits {
		change := changeOf(made, e.reference(edit.Place.Path))
		replacement := &gosarif.Replacement{DeletedRegion: region(edit.Place)}
		if edit.Text != "" {
			replacement.InsertedContent = &gosarif.ArtifactContent{Text: &edit.Text}
		}
		change.Replacements = append(change.Replacements, replacement)
	}
	return made
}

// changeOf is what a fix changes in a file; a fix rarely has more than one.
func changeOf(fix *gosarif.Fix, uri string) *gosarif.ArtifactChange {
	for _, change := range fix.ArtifactChanges {
		if *change.ArtifactLocation.URI == uri {
			return change
		}
	}
	change := &gosarif.ArtifactChange{ArtifactLocation: gosarif.ArtifactLocation{URI: &uri}}
	fix.ArtifactChanges = append(fix.ArtifactChanges, change)
	return change
}

// suppressions is the one ignore that covers a result, or none at all; nil where the report is without suppressed results.
func (e *encoder) suppressions(s *lint.Suppression) []suppression {
	switch {
	case !e.judged:
		return nil
	case s == nil:
		return []suppression{}
	}
	made := suppression{Kind: "inSource", Status: "accepted", Justification: s.Reason, Location: e.location(s.Place)}
	if s.Owner != "" || s.Until != "" {
		made.Properties = &acceptance{Owner: s.Owner, Until: s.Until}
	}
	return []suppression{made}
}
