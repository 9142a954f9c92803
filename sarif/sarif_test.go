package sarif

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/stridelint/stridelint/lint"
)

var update = flag.Bool("update", false, "write the golden file anew")

var (
	unreadable = &lint.Rule{
		ID: "parse-error", Group: "meta", Summary: "A part of the file cannot be read.", Hint: "Mend it.",
		Severity: lint.Medium,
	}
	privileged = &lint.Rule{
		ID: "privileged-container", Group: "container", Severity: lint.Critical, Precision: lint.HighPrecision,
		Summary: "The container runs privileged.", Hint: "Drop privileged.",
		STRIDE: []lint.Category{lint.ElevationOfPrivilege, lint.Tampering},
		Refs:   []lint.Ref{"CWE-1188", "CWE-250", "CWE-250", "PSS baseline"},
		Doc:    "# privileged-container\n\nA `privileged` container is root.\n\n## Bad\n\n```yaml\nprivileged: true\n```\n\nSee [the page](https://example.org/a).\n",
	}
	exposed = &lint.Rule{
		ID: "port-exposed", Group: "container", Severity: lint.Info, Precision: lint.LowPrecision,
		Summary: "A port is open", Hint: "Close it",
		STRIDE: []lint.Category{lint.InformationDisclosure}, Refs: []lint.Ref{"CWE-250"},
	}
)

// place is a stretch of one line.
func place(path string, line, from, to int32) lint.Place {
	return lint.Place{Path: path, Start: lint.Position{Line: line, Column: from}, End: lint.Position{Line: line, Column: to}}
}

// sample is a small report with a bit of everything.
func sample() *lint.Report {
	return &lint.Report{
		Rules:    []*lint.Rule{unreadable, exposed, privileged},
		Failures: []string{"odd.yaml: internal error: index out of range\ngoroutine 1\n"},
		Results: []lint.Result{
			{
				Rule: unreadable, Severity: lint.Medium, Message: "this line is no YAML",
				Place: place("a.yaml", 2, 1, 4),
			},
			{
				Rule: privileged, Severity: lint.Critical, Message: "service db runs privileged",
				Place:       lint.Place{Path: "dir/b.yaml", Start: lint.Position{Line: 3, Column: 5}, End: lint.Position{Line: 4, Column: 1}},
				Fingerprint: lint.Fingerprint{0x01, 0x23, 0x45, 0x67}, LineHash: "1a2b3c:1",
				Related: []lint.RelatedPlace{
					{Place: place("base.yaml", 7, 1, 9), Message: "takes effect through here"},
					{Place: place("base.yaml", 9, 1, 9)},
				},
				Fixes: []lint.ResolvedFix{{Title: "run it unprivileged", Safe: true, Edits: []lint.ResolvedEdit{
					{Place: place("dir/b.yaml", 3, 5, 9)},
					{Place: place("base.yaml", 7, 1, 1), Text: "user: app\n"},
					{Place: place("dir/b.yaml", 8, 1, 3), Text: "no"},
				}}},
			},
			{
				Rule: exposed, Severity: lint.Low, Message: "is it open?", Place: place("Dockerfile", 1, 1, 2),
				Suppressed: &lint.Suppression{Reason: "only inside", Owner: "@ops", Until: "2031-01-31", Place: place("Dockerfile", 1, 3, 9)},
			},
		},
	}
}

func encode(t *testing.T, r *lint.Report, o Options) []byte {
	t.Helper()
	var b bytes.Buffer
	if left, err := Write(&b, r, o); err != nil || left != 0 {
		t.Fatalf("Write: %d left out, error %v", left, err)
	}
	return b.Bytes()
}

func TestGolden(t *testing.T) {
	var got bytes.Buffer
	if err := json.Indent(&got, encode(t, sample(), Options{Version: "v1.2.3"}), "", "  "); err != nil {
		t.Fatal(err)
	}
	const golden = "testdata/report.sarif"
	if *update {
		if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got.String()); diff != "" {
		t.Errorf("%s (-want +got):\n%s", golden, diff)
	}
}

// decoded is what the tests read back of a log.
type decoded struct {
	Runs []struct {
		Tool struct {
			Driver struct {
				SemanticVersion string
				Rules           []descriptor
			}
		}
		Taxonomies []component
		Results    []decodedResult
	}
}

type decodedResult struct {
	RuleID           string
	RuleIndex        *int
	Message          text
	Suppressions     *[]any
	RelatedLocations []any
}

func decode(t *testing.T, log []byte) decoded {
	t.Helper()
	var d decoded
	if err := json.Unmarshal(log, &d); err != nil {
		t.Fatalf("%v in\n%s", err, log)
	}
	if len(d.Runs) != 1 {
		t.Fatalf("%d runs", len(d.Runs))
	}
	return d
}

func TestNothingFound(t *testing.T) {
	log := encode(t, &lint.Report{}, Options{Version: "devel"})
	for _, want := range []string{`"results":[]`, `"rules":[]`, `"executionSuccessful":true`} {
		if !bytes.Contains(log, []byte(want)) {
			t.Errorf("no %s in %s", want, log)
		}
	}
	if got := decode(t, log).Runs[0].Tool.Driver.SemanticVersion; got != "0.0.0-devel" {
		t.Errorf("semanticVersion is %q", got)
	}
}

func TestSuppressionsAllOrNone(t *testing.T) {
	r := sample()
	for _, result := range decode(t, encode(t, r, Options{})).Runs[0].Results {
		if result.Suppressions == nil {
			t.Errorf("%s does not say whether it is suppressed, though another does", result.RuleID)
		}
	}
	r.Results = r.Results[:2]
	for _, result := range decode(t, encode(t, r, Options{})).Runs[0].Results {
		if result.Suppressions != nil {
			t.Errorf("%s has suppressions in a report without", result.RuleID)
		}
	}
}

func TestRelationshipsPointAtTaxa(t *testing.T) {
	run := decode(t, encode(t, sample(), Options{})).Runs[0]
	related := 0
	for _, rule := range run.Tool.Driver.Rules {
		for _, r := range rule.Relationships {
			taxonomy := run.Taxonomies[r.Target.ToolComponent.Index]
			if taxonomy.Name != r.Target.ToolComponent.Name || taxonomy.Taxa[r.Target.Index].ID != r.Target.ID {
				t.Errorf("%s: relationship with %v points elsewhere", rule.ID, r.Target)
			}
			related++
		}
	}
	if related != 6 {
		t.Errorf("%d relationships, want 6", related)
	}
}

func TestURIOption(t *testing.T) {
	log := encode(t, sample(), Options{URI: func(path string) string { return "below/the root/" + path }})
	if n := bytes.Count(log, []byte(`"uri":"below/the%20root/`)); n != 8 { // three places, two related, two files of a fix, one suppression
		t.Errorf("%d URIs were mapped, want 8:\n%s", n, log)
	}
}

func TestResultsOfAnUnlistedRule(t *testing.T) {
	r := sample()
	r.Rules = r.Rules[:1]
	for _, result := range decode(t, encode(t, r, Options{})).Runs[0].Results {
		if listed := result.RuleID == "parse-error"; listed != (result.RuleIndex != nil) {
			t.Errorf("%s has ruleIndex %v", result.RuleID, result.RuleIndex)
		}
	}
}

// many is a report of n results, their severities in turn, each with so much text that does not compress.
func many(n, noise int) *lint.Report {
	random := rand.NewChaCha8([32]byte{})
	raw := make([]byte, noise/2)
	r := &lint.Report{Rules: []*lint.Rule{privileged}}
	for i := range n {
		random.Read(raw)
		severity := lint.Severity(i % 5)
		r.Results = append(r.Results, lint.Result{
			Rule: privileged, Severity: severity, Message: fmt.Sprintf("%d %s %x", i, severity, raw),
			Place: place("a.yaml", int32(i+1), 1, 2),
		})
	}
	return r
}

func TestResultCap(t *testing.T) {
	var b bytes.Buffer
	left, err := write(&b, many(20, 0), Options{}, 10, maxUpload)
	if err != nil || left != 10 {
		t.Fatalf("%d left out, error %v; want 10", left, err)
	}
	var got []string
	for _, result := range decode(t, b.Bytes()).Runs[0].Results {
		got = append(got, strings.TrimSpace(strings.TrimSuffix(result.Message.Text, ".")))
	}
	want := []string{
		"4 critical", "9 critical", "14 critical", "19 critical",
		"3 high", "8 high", "13 high", "18 high",
		"2 medium", "7 medium",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("kept (-want +got):\n%s", diff)
	}
}

func TestUploadCap(t *testing.T) {
	const upload = 1_000_000
	r := many(500, 8000)
	r.Results[4].Message = strings.Repeat("a", 2*upload) // a critical one that can never fit
	var b bytes.Buffer
	left, err := write(&b, r, Options{}, maxResults, upload)
	if err != nil {
		t.Fatal(err)
	}
	results := decode(t, b.Bytes()).Runs[0].Results
	if len(results)+left != 500 || len(results) < 100 {
		t.Errorf("%d written and %d left out of 500", len(results), left)
	}
	if slices.ContainsFunc(results[:99], func(r decodedResult) bool {
		return !strings.Contains(r.Message.Text, "critical")
	}) {
		t.Error("the 99 critical results that fit are not the first ones")
	}
	var zipped bytes.Buffer
	z := gzip.NewWriter(&zipped)
	z.Write(b.Bytes())
	z.Close()
	if zipped.Len() > upload || zipped.Len() < upload/2 {
		t.Errorf("compressed to %d bytes, want up to %d", zipped.Len(), upload)
	}
}

type brokenPipe struct{}

var errBroken = errors.New("broken pipe")

func (brokenPipe) Write([]byte) (int, error) { return 0, errBroken }

func TestWriteError(t *testing.T) {
	for _, n := range []int{0, 5000} {
		if _, err := Write(brokenPipe{}, many(n, 0), Options{}); !errors.Is(err, errBroken) {
			t.Errorf("%d results: error %v", n, err)
		}
	}
}

// BenchmarkWrite writes 50,000 results, of which half are left out, as a large report has them.
func BenchmarkWrite(b *testing.B) {
	r := &lint.Report{Rules: []*lint.Rule{unreadable, exposed, privileged}}
	for i := range 50_000 {
		path := fmt.Sprintf("deploy/team-%d/service-%d.yaml", i/500, i/10)
		at := place(path, int32(i%10*20+5), 9, 25)
		r.Results = append(r.Results, lint.Result{
			Rule: privileged, Severity: lint.Severity(i % 5), Subject: fmt.Sprintf("service s%d", i),
			Message: fmt.Sprintf("service s%d runs privileged: it holds every capability and every device of the host", i),
			Place:   at, Fingerprint: lint.Fingerprint(fmt.Appendf(nil, "%016d", i)), LineHash: fmt.Sprintf("%x:1", uint64(i)*0x9e3779b97f4a7c15),
			Related: []lint.RelatedPlace{{Place: at, Message: "takes effect through here"}},
			Fixes:   []lint.ResolvedFix{{Title: "run it unprivileged", Edits: []lint.ResolvedEdit{{Place: at, Text: "privileged: false"}}}},
		})
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := write(io.Discard, r, Options{Version: "1.0.0"}, len(r.Results), maxUpload); err != nil {
			b.Fatal(err)
		}
	}
}
