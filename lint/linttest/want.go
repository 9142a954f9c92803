package linttest

import (
	"bytes"
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// want is one expectation of a fixture: a finding whose span starts on a line and covers exactly a text.
//
//	privileged: true # want `runs privileged` at `true`
//
// The first string is a regular expression for the message, the second the covered text; further findings may follow.
// A severity that is not the rule's own stands before the message: want low `…` at `…`. Where a line cannot carry a comment,
// the want stands on another one and counts the lines to its own: want@+1, want@-2.
type want struct {
	line     int    // from 1
	severity string // empty: the rule's own
	message  *regexp.Regexp
	text     string
}

func (w want) String() string {
	return fmt.Sprintf("line %d: %s at %q", w.line, strings.TrimSpace(w.severity+" "+w.message.String()), w.text)
}

const wantMark = "# want"

// parseWants reads the expectations of a fixture.
func parseWants(text []byte) ([]want, error) {
	var wants []want
	number := 0
	for line := range bytes.Lines(text) {
		number++
		_, comment, found := strings.Cut(string(line), wantMark)
		if !found {
			continue
		}
		more, err := parseWant(strings.TrimSpace(comment), number)
		if err != nil {
			return nil, fmt.Errorf("line %d: %s: %w", number, wantMark, err)
		}
		wants = append(wants, more...)
	}
	return wants, nil
}

// parseWant reads what follows the mark: a line's distance if any, then findings.
func parseWant(s string, line int) ([]want, error) {
	if distance, found := strings.CutPrefix(s, "@"); found {
		distance, rest, _ := strings.Cut(distance, " ")
		n, err := strconv.Atoi(distance)
		if err != nil || n == 0 {
			return nil, fmt.Errorf("%q is no distance such as @+1", distance)
		}
		line, s = line+n, strings.TrimSpace(rest)
	}
	var wants []want
	for {
		severity := ""
		for _, known := range lint.Severities {
			if rest, found := strings.CutPrefix(s, known.String()+" "); found {
				severity, s = known.String(), strings.TrimSpace(rest)
			}
		}
		message, rest, err := cutString(s)
		if err != nil {
			return nil, err
		}
		rest, found := strings.CutPrefix(rest, "at ")
		if !found {
			return nil, errors.New("after the message stands: at `text`")
		}
		text, rest, err := cutString(strings.TrimSpace(rest))
		if err != nil {
			return nil, err
		}
		re, err := regexp.Compile(message)
		if err != nil {
			return nil, err
		}
		wants = append(wants, want{line, severity, re, text})
		if rest == "" {
			return wants, nil
		}
		s = rest
	}
}

// cutString takes a Go string, quoted or backquoted, off the front.
func cutString(s string) (content, rest string, err error) {
	quoted, err := strconv.QuotedPrefix(s)
	if err != nil {
		return "", "", fmt.Errorf("no quoted string at %q", s)
	}
	content, err = strconv.Unquote(quoted)
	return content, strings.TrimSpace(s[len(quoted):]), err
}

// compare tells how findings differ from what is wanted: one sentence a difference.
func compare(wants []want, findings []*lint.Finding) []string {
	var differences []string
	met := make([]bool, len(wants))
findings:
	for _, f := range findings {
		got := want{line: int(f.Span.File.Position(f.Span.Start).Line), text: f.Span.Text()}
		if f.Severity != f.Rule.Severity {
			got.severity = f.Severity.String()
		}
		for i, w := range wants {
			if !met[i] && w.line == got.line && w.severity == got.severity && w.text == got.text && w.message.MatchString(f.Message) {
				met[i] = true
				continue findings
			}
		}
		differences = append(differences, fmt.Sprintf("line %d: unexpected: %s at %q", got.line, strings.TrimSpace(got.severity+" "+f.Message), got.text))
	}
	for i, w := range wants {
		if !met[i] {
			differences = append(differences, w.String()+": missing")
		}
	}
	return differences
}
