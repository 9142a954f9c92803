package buildkit

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
	"github.com/stridelint/stridelint/lint/parse/dockerfile"
	"github.com/stridelint/stridelint/lint/run"
	"github.com/stridelint/stridelint/rules"
)

// checks is BuildKit's rules and those that say the same here. What it says of secrets is another matter, and what the platform of a
// base image is cannot be known without its configuration.
var checks = map[string]string{
	"ConsistentInstructionCasing":     "instruction-casing",
	"CopyIgnoredFile":                 "copy-ignored-file",
	"DuplicateStageName":              "stage-name-conflict",
	"ExposeInvalidFormat":             "port-invalid",
	"ExposeProtoCasing":               "instruction-casing",
	"FromAsCasing":                    "instruction-casing",
	"FromPlatformFlagConstDisallowed": "from-platform-constant",
	"InvalidDefaultArgInFrom":         "undefined-variable",
	"InvalidDefinitionDescription":    "definition-description",
	"JSONArgsRecommended":             "shell-form-entrypoint",
	"LegacyKeyValueFormat":            "legacy-key-value",
	"MaintainerDeprecated":            "maintainer-deprecated",
	"MultipleInstructionsDisallowed":  "duplicate-entry-instruction",
	"NoEmptyContinuation":             "empty-continuation",
	"RedundantTargetPlatform":         "redundant-target-platform",
	"ReservedStageName":               "stage-name-conflict",
	"StageNameCasing":                 "instruction-casing",
	"UndefinedArgInFrom":              "undefined-variable",
	"UndefinedVar":                    "undefined-variable",
	"WorkdirRelativePath":             "workdir-relative",
}

// synonyms is rules here that are more specific than another one.
var synonyms = map[string]string{"env-self-reference": "undefined-variable"}

// verdict is one rule's complaint about one instruction, by the line that it starts on: BuildKit names the instruction, or the last
// line of one with empty lines, where stridelint names the place in it.
type verdict struct {
	line int
	rule string
}

// sample is a Dockerfile that both judge.
type sample struct {
	name    string
	text    []byte
	context fs.FS // nil: nothing is known of it
	unit    *lint.Unit
}

func newSample(name string, text []byte, context fs.FS) *sample {
	return &sample{name, text, context, dockerfile.Parse(lint.NewFile("Dockerfile", text))}
}

// start is the line on which the instruction starts that holds a line.
func (s *sample) start(line int) int {
	file := s.unit.File
	instructions := s.unit.Preamble
	for _, stage := range s.unit.Stages {
		instructions = append(instructions, stage.Instructions...)
	}
	for _, in := range instructions {
		first, last := int(file.Position(in.Lines.Start).Line), int(file.Position(in.Lines.End).Line)
		if strings.HasPrefix(strings.TrimPrefix(in.Lines.Text(), "\r"), "\n") { // the break before the last line goes with it
			first++
		}
		if strings.HasSuffix(in.Lines.Text(), "\n") {
			last--
		}
		if first <= line && line <= last {
			return int(file.Position(in.Span.Start).Line)
		}
	}
	return line
}

// theirs is what BuildKit's linter says, and whether it came to the end of the file.
func (s *sample) theirs() (verdicts map[verdict]string, complete bool, err error) {
	b := &builder{files: s.context, dockerfile: "Dockerfile"}
	results, err := b.check(s.text)
	if err != nil {
		return nil, false, err
	}
	verdicts = map[verdict]string{}
	for _, w := range results.Warnings {
		rule, known := checks[w.RuleName]
		if !known {
			if w.RuleName != "SecretsUsedInArgOrEnv" {
				return nil, false, fmt.Errorf("unknown rule %s", w.RuleName)
			}
			continue
		}
		verdicts[verdict{s.start(int(w.Location.Ranges[0].Start.Line)), rule}] = w.RuleName + ": " + w.Detail
	}
	return verdicts, results.Error == nil, nil
}

// ours is what stridelint's rules of the same meaning say, and what they say in a stricter profile than their own, which may be beyond
// the check.
func (s *sample) ours() (verdicts, stricter map[verdict]string) {
	o := run.Options{World: lint.World{Images: knowledge.BaseImages}, Profile: lint.Pedantic, NoIgnores: true}
	for _, r := range rules.All() {
		if _, isSynonym := synonyms[r.ID]; isSynonym || slices.Contains(checked, r.ID) {
			o.Rules = append(o.Rules, r)
		}
	}
	if s.context != nil {
		o.Context = run.ContextIn(s.context, "Dockerfile")
	}
	verdicts, stricter = map[verdict]string{}, map[verdict]string{}
	for _, f := range run.Judge(lint.NewFile("Dockerfile", s.text), o) {
		said, rule := verdicts, f.Rule.ID
		if f.Profile > f.Rule.Profile {
			said = stricter
		}
		if synonym, found := synonyms[rule]; found {
			rule = synonym
		}
		said[verdict{s.start(int(f.Span.File.Position(f.Span.Start).Line)), rule}] = f.Message
	}
	return verdicts, stricter
}

// checked is the IDs of the rules that are compared.
var checked = func() []string {
	var ids []string
	for _, id := range checks {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	return slices.Compact(ids)
}()

// tally is what came of comparing samples.
type tally struct {
	files, refused, agreed int
	rules                  map[string]int
	explained              map[string]int
}

func newTally() *tally { return &tally{rules: map[string]int{}, explained: map[string]int{}} }

func (n *tally) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d files, %d of them refused by BuildKit; %d verdicts agree:", n.files, n.refused, n.agreed)
	for _, id := range checked {
		fmt.Fprintf(&b, " %s %d", id, n.rules[id])
	}
	b.WriteString("; explained differences:")
	for _, d := range differences {
		fmt.Fprintf(&b, "\n\t%3d %s", n.explained[d.why], d.why)
	}
	return b.String()
}

// compare holds the two linters to the same verdicts of a sample, the known differences aside.
func (n *tally) compare(t *testing.T, s *sample) {
	t.Helper()
	theirs, complete, err := s.theirs()
	if err != nil {
		t.Errorf("%s: %v", s.name, err)
		return
	}
	ours, stricter := s.ours()
	n.files++
	if !complete {
		n.refused++
	}
	for v, detail := range theirs {
		if ours[v] != "" || stricter[v] != "" {
			n.agreed++
			n.rules[v.rule]++
		} else if !n.explain(s, v, detail, onlyTheirs) {
			t.Errorf("%s:%d: BuildKit alone says %s (%s) of\n%s", s.name, v.line, detail, v.rule, s.text)
		}
	}
	if !complete {
		return // it stopped, and what it would say of the rest is not known
	}
	for v, message := range ours {
		if _, agreed := theirs[v]; !agreed && !n.explain(s, v, message, onlyOurs) {
			t.Errorf("%s:%d: stridelint alone says %s (%s) of\n%s", s.name, v.line, message, v.rule, s.text)
		}
	}
}

// explain finds the difference that a verdict of one side is.
func (n *tally) explain(s *sample, v verdict, message string, side side) bool {
	for _, d := range differences {
		if d.side == side && d.rule == v.rule && d.applies(s, v, message) {
			n.explained[d.why]++
			return true
		}
	}
	return false
}

// Each text of its own shows one thing that a rule turns on, and each difference is shown by one.
func TestTexts(t *testing.T) {
	n := newTally()
	for i, text := range texts {
		n.compare(t, newSample(fmt.Sprintf("text %d", i), []byte(text), nil))
	}
	for _, c := range contexts {
		n.compare(t, newSample(c.name, []byte(c.dockerfile), c.files()))
	}
	for _, id := range checked {
		if n.rules[id] == 0 {
			t.Errorf("no text shows %s", id)
		}
	}
	for _, d := range differences {
		if n.explained[d.why] == 0 {
			t.Errorf("no text shows that %s", d.why)
		}
	}
	t.Log(n)
}

// The rules' own fixtures, before and after their fixes.
func TestFixtures(t *testing.T) {
	n := newTally()
	folder := filepath.Join("..", "..", "..", "rules")
	walk(t, folder, func(path string, text []byte) {
		var context fs.FS
		if info, err := os.Stat(strings.TrimSuffix(path, ".fixed") + ".context"); err == nil && info.IsDir() {
			context = os.DirFS(strings.TrimSuffix(path, ".fixed") + ".context")
		}
		n.compare(t, newSample(path, text, context))
	})
	if n.files < 100 {
		t.Errorf("only %d fixtures were found", n.files)
	}
	t.Log(n)
}

// Dockerfiles of real repositories and of other linters' cases.
func TestCorpus(t *testing.T) {
	shared := os.Getenv("STRIDELINT_SHARED")
	if shared == "" {
		t.Skip("STRIDELINT_SHARED names no folder of Dockerfiles")
	}
	n := newTally()
	for _, folder := range []string{"corpus", "eval/files"} {
		walk(t, filepath.Join(shared, folder), func(path string, text []byte) {
			var context fs.FS
			if filepath.Base(path) == "Dockerfile" {
				context = os.DirFS(filepath.Dir(path))
			}
			n.compare(t, newSample(path, text, context))
		})
	}
	t.Log(n)
}

// walk calls f for every Dockerfile below a folder.
func walk(t *testing.T, folder string, f func(path string, text []byte)) {
	t.Helper()
	err := filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
		name := strings.ToLower(filepath.Base(path))
		if err != nil || d.IsDir() || !strings.Contains(name, "dockerfile") || strings.HasSuffix(name, "dockerignore") {
			return err
		}
		text, err := os.ReadFile(path)
		if err == nil && dockerfile.Looks(text) {
			f(path, text)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
