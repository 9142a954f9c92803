package report

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/stridelint/stridelint/lint"
)

var update = flag.Bool("update", false, "write the golden files anew")

// sample is a report with something of everything.
func sample() *lint.Report {
	rule := &lint.Rule{
		ID: "privileged-container", Group: "container", Summary: "The container runs privileged.", Hint: "Drop privileged.",
		Severity: lint.Critical, STRIDE: []lint.Category{lint.ElevationOfPrivilege}, Refs: []lint.Ref{"CWE-250"}, Since: "0.1",
	}
	place := func(path string, line, from, to int32) lint.Place {
		return lint.Place{Path: path, Start: lint.Position{Offset: 100 + from, Line: line, Column: from}, End: lint.Position{Offset: 100 + to, Line: line, Column: to}}
	}
	return &lint.Report{
		Rules: []*lint.Rule{rule},
		Files: map[lint.Kind]int{lint.Compose: 2, lint.Dockerfile: 1},
		Results: []lint.Result{
			{
				Rule: rule, Severity: lint.Critical, Subject: "service a", Message: "service a runs privileged", Place: place("a b/compose.yaml", 4, 17, 21),
				Excerpt: &lint.Excerpt{Text: "\tä🐳 privileged: true", Start: 16, End: 20}, Fingerprint: lint.Fingerprint{0, 0xff},
				Related: []lint.RelatedPlace{{Place: place("a b/compose.yaml", 9, 3, 5), Message: "takes effect through here"}},
				Fixes:   []lint.ResolvedFix{{Title: "remove it", Edits: []lint.ResolvedEdit{{Place: place("a b/compose.yaml", 4, 1, 22)}}}},
			},
			{
				Rule: rule, Severity: lint.Low, Message: "100% <b> | `x`\nsecond", Place: place("c:d,e.yaml", 1, 1, 1),
				Excerpt: &lint.Excerpt{Text: ""}, Fingerprint: lint.Fingerprint{1, 0xff},
			},
			{
				Rule: rule, Severity: lint.Critical, Message: "accepted", Place: place("f.yaml", 7, 1, 3), Excerpt: &lint.Excerpt{Text: "abcd", End: 2},
				Suppressed: &lint.Suppression{Rule: "privileged-container", Reason: "it | must", Owner: "@a", Until: "2999-01-01"},
			},
		},
		Ignores: []lint.Suppression{
			{Rule: "privileged-container", Reason: "it | must", Owner: "@a", Until: "2999-01-01", Place: place("f.yaml", 7, 1, 3), Outcome: lint.Matched},
			{Place: place("g.yaml", 8, 1, 3), Outcome: lint.Faulty},
		},
	}
}

// TestFormats compares each format with its golden file.
func TestFormats(t *testing.T) {
	write := map[string]func(*bytes.Buffer) error{
		"step-summary.md":  func(b *bytes.Buffer) error { return WriteStepSummary(b, sample()) },
		"ignores.txt":      func(b *bytes.Buffer) error { return WriteIgnores(b, "text", sample()) },
		"ignores.md":       func(b *bytes.Buffer) error { return WriteIgnores(b, "markdown", sample()) },
		"rules.json":       func(b *bytes.Buffer) error { return WriteRules(b, sample().Rules) },
		"text-color.txt":   func(b *bytes.Buffer) error { return Write(b, "text", sample(), Options{Color: true}) },
		"empty.json":       func(b *bytes.Buffer) error { return Write(b, "json", &lint.Report{}, Options{Version: "1.2.3"}) },
		"no-findings.text": func(b *bytes.Buffer) error { return Write(b, "text", &lint.Report{}, Options{}) },
	}
	for _, format := range Formats {
		write[format+".golden"] = func(b *bytes.Buffer) error {
			return Write(b, format, sample(), Options{Version: "1.2.3", FromRoot: func(path string) string { return "root/" + path }})
		}
	}
	for name, write := range write {
		t.Run(name, func(t *testing.T) {
			var got bytes.Buffer
			if err := write(&got); err != nil {
				t.Fatal(err)
			}
			golden := filepath.Join("testdata", name)
			if *update {
				if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if got.String() != string(want) {
				t.Errorf("got\n%s\nwant\n%s", got.String(), want)
			}
		})
	}
}

// The json format is one JSON value with the members that docs/json.md names, and no list in it is null.
func TestJSONShape(t *testing.T) {
	for name, report := range map[string]*lint.Report{"sample": sample(), "empty": {}} {
		var out bytes.Buffer
		if err := Write(&out, "json", report, Options{}); err != nil {
			t.Fatal(err)
		}
		var value map[string]json.RawMessage
		if err := json.Unmarshal(out.Bytes(), &value); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, member := range []string{"version", "tool", "rules", "findings", "summary"} {
			if _, ok := value[member]; !ok {
				t.Errorf("%s: no %s", name, member)
			}
		}
		for _, list := range []string{"rules", "findings"} {
			if value[list][0] != '[' {
				t.Errorf("%s: %s is no list", name, list)
			}
		}
	}
}

func TestSummary(t *testing.T) {
	if got, want := Summary(sample()), "3 files judged (1 Dockerfile, 2 compose files): 2 findings (1 critical, 1 low)"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := Summary(&lint.Report{Files: map[lint.Kind]int{lint.Script: 1}}), "1 file judged (1 command file): 0 findings"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
