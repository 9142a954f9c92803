package sarif

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"

	stridelint "github.com/stridelint/stridelint/sarif"
)

// multitool is the folder of the npm package @microsoft/sarif-multitool-linux, which holds the schema too.
func multitool(t *testing.T) string {
	t.Helper()
	folder := os.Getenv("SARIF_MULTITOOL")
	if folder == "" {
		t.Skip("SARIF_MULTITOOL does not name the folder of the npm package @microsoft/sarif-multitool-linux")
	}
	return folder
}

// TestReports puts reports that have every feature, and every odd thing that may come, before both judges.
func TestReports(t *testing.T) {
	folder := multitool(t)
	logs := t.TempDir()
	for name, report := range reports() {
		var log bytes.Buffer
		if left, err := stridelint.Write(&log, report, stridelint.Options{Version: "v1.2.3"}); err != nil || left > 0 {
			t.Fatalf("%s: %d left out, error %v", name, left, err)
		}
		if err := os.WriteFile(filepath.Join(logs, name+".sarif"), log.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	judge(t, folder, logs)
}

// TestCorpus puts before them what the program itself says of many real files.
func TestCorpus(t *testing.T) {
	folder := multitool(t)
	shared := os.Getenv("STRIDELINT_SHARED")
	if shared == "" {
		t.Skip("STRIDELINT_SHARED does not name the folder that holds corpus")
	}
	program := filepath.Join(t.TempDir(), "stridelint")
	if out, err := exec.Command("go", "build", "-C", "../../..", "-o", program, "./cmd/stridelint").CombinedOutput(); err != nil {
		t.Fatalf("go build: %v\n%s", err, out)
	}
	logs := t.TempDir()
	for _, arguments := range [][]string{{"corpus"}, {"corpus/README.md"}} { // all, and nothing to judge
		lint := exec.Command(program, append([]string{"-f", "sarif", "--profile", "all", "--exit-zero"}, arguments...)...)
		lint.Dir = shared
		var said bytes.Buffer
		lint.Stderr = &said
		log, err := lint.Output()
		if err != nil {
			t.Fatalf("stridelint %v: %v\n%s", arguments, err, said.Bytes())
		}
		if err := os.WriteFile(filepath.Join(logs, strings.ReplaceAll(arguments[0], "/", "-")+".sarif"), log, 0o644); err != nil {
			t.Fatal(err)
		}
		limits(t, log)
	}
	judge(t, folder, logs)
}

// TestJudgesFindFaults shows that both judges are awake: each finds what is wrong in a log of ours that was spoiled.
func TestJudgesFindFaults(t *testing.T) {
	folder := multitool(t)
	var log bytes.Buffer
	if _, err := stridelint.Write(&log, reports()["everything"], stridelint.Options{}); err != nil {
		t.Fatal(err)
	}
	for fault, spoil := range map[string][2]string{
		"null":       {`"suppressions":[]`, `"suppressions":null`},
		"level":      {`"level":"error"`, `"level":"critical"`},
		"region":     {`"startLine":3,`, `"startLine":0,`},
		"unfinished": {"]}]}\n", "]}]"},
	} {
		if schemaErrors(t, folder, spoiled(t, log.Bytes(), spoil)) == nil {
			t.Errorf("%s: the schema allows it", fault)
		}
	}
	for rule, spoil := range map[string][2]string{
		"GH2012":    {`"fullDescription"`, `"properties":{},"x"`},
		"SARIF1002": {`"uri":"a.yaml"`, `"uri":"a b:%zz"`},
		"SARIF1001": {`"CriticalThing"`, `"critical-thing"`},
	} {
		path := filepath.Join(t.TempDir(), "spoiled.sarif")
		if err := os.WriteFile(path, spoiled(t, log.Bytes(), spoil), 0o644); err != nil {
			t.Fatal(err)
		}
		if said := validate(t, folder, path); !slices.ContainsFunc(said, func(s string) bool { return strings.HasPrefix(s, rule) }) {
			t.Errorf("the multitool did not report %s, but %q", rule, said)
		}
	}
}

func spoiled(t *testing.T, log []byte, spoil [2]string) []byte {
	t.Helper()
	if !bytes.Contains(log, []byte(spoil[0])) {
		t.Fatalf("no %s to spoil", spoil[0])
	}
	return bytes.Replace(log, []byte(spoil[0]), []byte(spoil[1]), 1)
}

// judge puts every log of a folder before both judges.
func judge(t *testing.T, folder, logs string) {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(logs, "*.sarif"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("%d logs, error %v", len(paths), err)
	}
	for _, path := range paths {
		log, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if err := schemaErrors(t, folder, log); err != nil {
			t.Errorf("%s: %v", filepath.Base(path), err)
		}
	}
	for _, said := range validate(t, folder, paths...) {
		t.Errorf("multitool: %s", said)
	}
}

// schemaErrors is what the JSON schema of SARIF 2.1.0 has against a log.
func schemaErrors(t *testing.T, folder string, log []byte) error {
	t.Helper()
	schema, err := jsonschema.NewCompiler().Compile(filepath.Join(folder, "sarif-2.1.0.json"))
	if err != nil {
		t.Fatal(err)
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(log))
	if err != nil {
		return err
	}
	return schema.Validate(document)
}

// validate is the errors and warnings of the multitool, each with its rule's ID first. Its exit status does not tell of them:
// its own report does. Rules that need the network are left out.
func validate(t *testing.T, folder string, paths ...string) []string {
	t.Helper()
	output := filepath.Join(t.TempDir(), "report")
	command := exec.Command(filepath.Join(folder, "Sarif.Multitool"), append([]string{
		"validate", "--config", "multitool.xml", "--rule-kind", "Sarif;Ghas", "--level", "Error;Warning", "--output", output,
	}, paths...)...)
	command.Env = append(os.Environ(), "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1") // else it wants ICU
	out, err := command.CombinedOutput()
	if err != nil {
		t.Fatalf("the multitool failed: %v\n%s", err, out)
	}
	text, err := os.ReadFile(output)
	if err != nil {
		t.Fatalf("the multitool wrote no report: %v\n%s", err, out)
	}
	var report struct {
		Runs []struct {
			Results     []struct{ RuleID string }
			Invocations []struct{ ExecutionSuccessful bool }
		}
	}
	if err := json.Unmarshal(bytes.TrimPrefix(text, []byte("\xef\xbb\xbf")), &report); err != nil {
		t.Fatal(err)
	}
	if len(report.Runs) != 1 || len(report.Runs[0].Invocations) != 1 || !report.Runs[0].Invocations[0].ExecutionSuccessful ||
		!bytes.Contains(out, []byte("Analysis completed successfully.")) {
		t.Fatalf("the multitool did not come to an end:\n%s", out)
	}
	// The report names what it found by number; the text for people is on standard output.
	var said []string
	for _, r := range report.Runs[0].Results {
		said = append(said, r.RuleID)
	}
	if len(said) > 0 {
		said = append(said, "in its words:\n"+string(out))
	}
	return said
}

// limits holds a log to the lengths that GitHub's documentation gives.
func limits(t *testing.T, log []byte) {
	t.Helper()
	var parsed struct {
		Runs []struct {
			Tool struct {
				Driver struct {
					Rules []struct {
						ID, Name                                string
						ShortDescription, FullDescription, Help struct{ Text string }
						Properties                              struct{ Tags []string }
					}
				}
			}
			Results []struct{ PartialFingerprints map[string]string }
		}
	}
	if err := json.Unmarshal(log, &parsed); err != nil {
		t.Fatal(err)
	}
	run := parsed.Runs[0]
	if len(run.Tool.Driver.Rules) == 0 {
		t.Error("no rule ran")
	}
	for _, r := range run.Tool.Driver.Rules {
		if len(r.Name) > 255 || r.Name == r.ID || len(r.ShortDescription.Text) > 1024 || len(r.FullDescription.Text) > 1024 ||
			r.Help.Text == "" || len(r.Properties.Tags) > 20 {
			t.Errorf("%s is beyond a limit: %+v", r.ID, r)
		}
	}
	names := map[string]bool{}
	for _, r := range run.Results {
		name := r.PartialFingerprints["stridelint/v1"]
		if name == "" || names[name] {
			t.Fatalf("stridelint/v1 is %q, which is empty or another's", name)
		}
		names[name] = true
	}
}
