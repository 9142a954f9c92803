package linttest

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
	"github.com/stridelint/stridelint/lint/parse"
	"github.com/stridelint/stridelint/lint/run"
)

// Fixture is one file that a rule is tried on.
type Fixture struct {
	Name  string
	File  *lint.File
	Kind  lint.Kind // what stridelint takes it for; empty if for nothing
	Fixed []byte    // what it is after all fixes; nil if it stays as it is
	// Context is what a build of it is given: the folder NAME.context beside it; nil if there is none.
	Context fs.FS
	wants   []want
}

// Bad tells whether the rule must find something in it.
func (x *Fixture) Bad() bool { return len(x.wants) > 0 }

// fixedSuffix names the file that holds a fixture's text after all fixes.
const fixedSuffix = ".fixed"

// contextSuffix names the folder that a fixture's build is given.
const contextSuffix = ".context"

// Fixtures reads a folder of fixtures, in the order of their names.
func Fixtures(dir string) ([]*Fixture, error) {
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, err
	}
	var fixtures []*Fixture
	for _, e := range entries {
		if e.IsDir() || strings.HasSuffix(e.Name(), fixedSuffix) {
			continue
		}
		x, err := readFixture(dir, e.Name())
		if err != nil {
			return nil, fmt.Errorf("%s: %w", filepath.Join(dir, e.Name()), err)
		}
		fixtures = append(fixtures, x)
	}
	return fixtures, nil
}

func readFixture(dir, name string) (*Fixture, error) {
	text, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		return nil, err
	}
	x := &Fixture{Name: name, File: lint.NewFile(name, text), Kind: KindOf(name, text)}
	if x.wants, err = parseWants(text); err != nil {
		return nil, err
	}
	if info, err := os.Stat(filepath.Join(dir, name+contextSuffix)); err == nil && info.IsDir() {
		x.Context = os.DirFS(filepath.Join(dir, name+contextSuffix))
	}
	x.Fixed, err = os.ReadFile(filepath.Join(dir, name+fixedSuffix))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	return x, nil
}

// KindOf is what stridelint takes a file for; empty if for nothing.
func KindOf(name string, text []byte) lint.Kind {
	if units := parse.File(lint.NewFile(name, text), nil); len(units) > 0 {
		return units[0].Kind
	}
	return ""
}

// Judge lets rules judge a text under a name, with all that is known of the world. What an ignore makes quiet is left out.
func Judge(name string, text []byte, rules ...*lint.Rule) []*lint.Finding {
	return JudgeIn(nil, name, text, rules...)
}

// JudgeIn is Judge of a text whose build is given the files of a context; nil, nothing is known of it.
func JudgeIn(context fs.FS, name string, text []byte, rules ...*lint.Rule) []*lint.Finding {
	findings := run.Judge(lint.NewFile(name, text), options(context, rules))
	return slices.DeleteFunc(findings, func(f *lint.Finding) bool { return f.Suppressed != nil })
}

// options is how rules are run: every finding of theirs counts, and they are told what their settings' examples say.
func options(context fs.FS, rules []*lint.Rule) run.Options {
	o := run.Options{Rules: rules, World: lint.World{Images: knowledge.BaseImages, Settings: map[string]map[string][]string{}}, Profile: lint.Pedantic}
	for _, r := range rules {
		o.Settings[r.ID] = r.Examples()
	}
	if context != nil {
		o.Context = run.ContextIn(context, "Dockerfile")
	}
	return o
}

// Findings is what a rule by itself finds in a text. One that judges what became of ignores needs all the rules that there are to run.
func Findings(name string, text []byte, rule *lint.Rule, all []*lint.Rule) []*lint.Finding {
	return FindingsIn(nil, name, text, rule, all)
}

// FindingsIn is Findings of a text whose build is given the files of a context.
func FindingsIn(context fs.FS, name string, text []byte, rule *lint.Rule, all []*lint.Rule) []*lint.Finding {
	if !rule.Check.Late() {
		return JudgeIn(context, name, text, rule)
	}
	return slices.DeleteFunc(JudgeIn(context, name, text, all...), func(f *lint.Finding) bool { return f.Rule != rule })
}

// Run proves a rule, one of all that there are, by the fixtures of a folder: it finds what they want and nothing else, its findings cover exactly the text that
// they name, and its fixes turn each x into x.fixed, which is well-formed, free of what was fixed, and has nothing left to fix.
func Run(t *testing.T, rule *lint.Rule, all []*lint.Rule, dir string) {
	t.Helper()
	fixtures, err := Fixtures(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range fixtures {
		t.Run(x.Name, func(t *testing.T) {
			for _, complaint := range x.prove(rule, all) {
				t.Error(complaint)
			}
		})
	}
}

// prove tells what is wrong with the rule, or with the fixture.
func (x *Fixture) prove(rule *lint.Rule, all []*lint.Rule) []string {
	if x.Kind == "" {
		return []string{"stridelint does not judge this file: its name and content show no kind"}
	}
	findings := FindingsIn(x.Context, x.Name, x.File.Text, rule, all)
	complaints := compare(x.wants, findings)
	for _, f := range findings {
		complaints = append(complaints, malformed(f)...)
	}
	if rule.Group != "meta" && !slices.Contains(rule.Over, "parse-error") { // which judges what docker refuses
		complaints = append(complaints, unreadable(x.Name, x.File.Text)...)
	}
	return append(complaints, x.proveFixes(rule, all, findings)...)
}

// proveFixes tells what is wrong with the findings' fixes.
func (x *Fixture) proveFixes(rule *lint.Rule, all []*lint.Rule, findings []*lint.Finding) []string {
	unfixable := 0
	for _, f := range findings {
		if len(f.Fixes) == 0 {
			unfixable++
		}
	}
	fixed, err := x.repair(rule, all)
	switch {
	case err != nil:
		return []string{err.Error()}
	case x.Fixed == nil && unfixable == len(findings):
		return nil
	case x.Fixed == nil:
		return []string{fmt.Sprintf("%s%s is missing; after all fixes it would be\n%s", x.Name, fixedSuffix, fixed)}
	case unfixable == len(findings):
		return []string{x.Name + fixedSuffix + " stands there, but no finding has a fix"}
	}
	var complaints []string
	if difference := firstDifference(x.Fixed, fixed); difference != "" {
		complaints = append(complaints, fmt.Sprintf("after all fixes %s; the whole is\n%s", difference, fixed))
	}
	if left := len(FindingsIn(x.Context, x.Name, fixed, rule, all)); left != unfixable {
		complaints = append(complaints, fmt.Sprintf("%d findings are left after all fixes; %d had none", left, unfixable))
	}
	if KindOf(x.Name, fixed) != x.Kind {
		complaints = append(complaints, "after all fixes it is no "+x.Kind.Noun())
	}
	return append(complaints, unreadable(x.Name, fixed)...)
}

// firstDifference tells the first line in which two texts differ; nothing if they are the same.
func firstDifference(want, got []byte) string {
	wanted, gotten := strings.SplitAfter(string(want), "\n"), strings.SplitAfter(string(got), "\n")
	for i := range max(len(wanted), len(gotten)) {
		switch {
		case i >= len(wanted):
			return fmt.Sprintf("line %d is %q, wanted none", i+1, gotten[i])
		case i >= len(gotten):
			return fmt.Sprintf("there is no line %d, wanted %q", i+1, wanted[i])
		case wanted[i] != gotten[i]:
			return fmt.Sprintf("line %d is %q, wanted %q", i+1, gotten[i], wanted[i])
		}
	}
	return ""
}

// unreadable is the problems of a text.
func unreadable(name string, text []byte) []string {
	var problems []string
	for _, u := range parse.File(lint.NewFile(name, text), nil) {
		for _, problem := range u.Problems {
			problems = append(problems, fmt.Sprintf("%q cannot be read: %s", problem.Span.Text(), problem.Message))
		}
	}
	return problems
}

// repair makes the first fix of each of the rule's findings, safe and unsafe, until none is left.
func (x *Fixture) repair(rule *lint.Rule, all []*lint.Rule) ([]byte, error) {
	rules := []*lint.Rule{rule}
	if rule.Check.Late() {
		rules = all
	}
	fixed, left := run.Repair(x.File, options(x.Context, rules), func(f *lint.Finding) *lint.Fix {
		if f.Rule != rule || len(f.Fixes) == 0 {
			return nil
		}
		return &f.Fixes[0]
	})
	for _, l := range left {
		return nil, fmt.Errorf("fix %q: %s", l.Finding.Fixes[0].Title, l.Reason)
	}
	return fixed, nil
}

// malformed tells what no finding may be, whatever its rule.
func malformed(f *lint.Finding) []string {
	var complaints []string
	complain := func(what string) { complaints = append(complaints, fmt.Sprintf("%s: %s", f.Message, what)) }
	if f.Span.Text() == "" && f.Rule.Group != "meta" {
		complain("covers no text")
	}
	if f.Message == "" || strings.HasSuffix(f.Message, ".") || strings.Contains(f.Message, "\n") || strings.Contains(f.Message, "%!") {
		complain("a message is one sentence without a full stop, and all its verbs have values")
	}
	if f.Subject == "" && f.Rule.Group != "meta" && f.Rule.Group != "secret" && f.Rule.Group != "command" { // a script's variable belongs to nobody
		complain("has no subject")
	}
	// A name by which a secret goes is none.
	if text := f.Span.Text(); f.Rule.Group == "secret" && !knowledge.SecretName(strings.TrimRight(text, `="`)) && !knowledge.IsSecretFile(text) && !knowledge.IsNamedSecret(text) {
		shown := []string{f.Message, f.Key, f.Subject}
		for _, r := range f.Related {
			shown = append(shown, r.Message)
		}
		if strings.Contains(strings.Join(shown, "\n"), f.Span.Text()) {
			complain("shows the secret")
		}
	}
	for _, fix := range f.Fixes {
		if fix.Title == "" || len(fix.Edits) == 0 {
			complain("has a fix without title or edits")
		}
	}
	return complaints
}
