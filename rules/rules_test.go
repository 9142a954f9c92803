package rules_test

import (
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
	"github.com/stridelint/stridelint/lint/linttest"
	"github.com/stridelint/stridelint/lint/run"
	"github.com/stridelint/stridelint/rules"
	"github.com/stridelint/stridelint/rules/internal/generate"
	"github.com/stridelint/stridelint/rules/internal/page"
)

// meta is the group of rules about the judging itself: they open no threat, and judge what is no fit example.
const meta = "meta"

func folder(r *lint.Rule) string   { return filepath.Join(r.Group, r.ID) }
func fixtures(r *lint.Rule) string { return filepath.Join(folder(r), "testdata") }

// kindsOf is the kinds for which a rule must have examples and fixtures. A rule that shows docker commands need not show them in
// CI files once more. One that judges every file shows those that have a grammar of their own: scripts are searched rather than checked.
func kindsOf(r *lint.Rule) []lint.Kind {
	if kinds := r.AppliesTo(); len(kinds) > 0 {
		if slices.Contains(kinds, lint.Script) {
			kinds = slices.DeleteFunc(slices.Clone(kinds), func(k lint.Kind) bool { return k == lint.CI })
		}
		return kinds
	}
	return []lint.Kind{lint.Dockerfile, lint.Compose, lint.Kubernetes}
}

// defaultRules is the rules that speak if nobody chooses.
func defaultRules() []*lint.Rule {
	return slices.DeleteFunc(rules.All(), func(r *lint.Rule) bool { return r.Profile != lint.Default })
}

// TestFixtures proves each rule by its own files.
func TestFixtures(t *testing.T) {
	for _, r := range rules.All() {
		t.Run(r.ID, func(t *testing.T) { linttest.Run(t, r, rules.All(), fixtures(r)) })
	}
}

// TestFixesOpenNothingElse judges each fixture before and after its fixes by all default rules: no rule may find more afterwards.
func TestFixesOpenNothingElse(t *testing.T) {
	for _, r := range rules.All() {
		all, err := linttest.Fixtures(fixtures(r))
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range all {
			if x.Fixed == nil {
				continue
			}
			before := count(linttest.Judge(x.Name, x.File.Text, defaultRules()...))
			for id, n := range count(linttest.Judge(x.Name, x.Fixed, defaultRules()...)) {
				if n > before[id] {
					t.Errorf("%s of %s: its fixes make %d findings of %s, there were %d", x.Name, r.ID, n, id, before[id])
				}
			}
		}
	}
}

func count(findings []*lint.Finding) map[string]int {
	n := map[string]int{}
	for _, f := range findings {
		n[f.Rule.ID]++
	}
	return n
}

// TestRules asks of every rule what is asked of every rule.
func TestRules(t *testing.T) {
	names := map[string]*lint.Rule{}
	for _, r := range rules.All() {
		t.Run(r.ID, func(t *testing.T) {
			for _, name := range append([]string{r.ID}, r.Aliases...) {
				if other := names[name]; other != nil {
					t.Errorf("%s is a name of %s too", name, other.ID)
				}
				names[name] = r
			}
			for _, complaints := range [][]string{ofMetadata(r), ofPage(r), ofFixtures(t, r), ofTodo(r)} {
				for _, complaint := range complaints {
					t.Error(complaint)
				}
			}
		})
	}
}

// ofMetadata tells what a rule fails to say of itself.
func ofMetadata(r *lint.Rule) []string {
	var complaints []string
	complain := func(ok bool, format string, args ...any) {
		if !ok {
			complaints = append(complaints, fmt.Sprintf(format, args...))
		}
	}
	complain(r.Since != "", "since when does it stand?")
	for what, text := range map[string]string{"summary": r.Summary, "hint": r.Hint} {
		complain(strings.HasSuffix(text, ".") && !strings.Contains(text, "\n") && strings.TrimSpace(text) == text, "%s %q is not one line that ends in a full stop", what, text)
		complain(strings.ToUpper(text[:min(1, len(text))]) == text[:min(1, len(text))], "%s %q does not begin with a capital", what, text)
		complain(len(text) <= 120, "%s %q is too long for a line", what, text)
	}
	complain(len(r.STRIDE) > 0 || r.Group == meta, "no STRIDE category: which threat does it open?")
	complain(len(r.Refs) > 0 || r.Group == meta, "no references: who else speaks of it?")
	for i, c := range r.STRIDE {
		complain(strings.ContainsRune("STRIDE", rune(c)) && !slices.Contains(r.STRIDE[:i], c), "STRIDE category %c is none, or named twice", c)
	}
	for i, ref := range r.Refs {
		complain(knowledge.ReferenceTitle(ref) != "" && !slices.Contains(r.Refs[:i], ref), "reference %q is not known to lint/knowledge, or named twice", ref)
	}
	for _, id := range r.Over {
		complain(slices.ContainsFunc(rules.All(), func(o *lint.Rule) bool { return o.ID == id && o != r }), "it speaks over %s, which is no other rule", id)
	}
	return complaints
}

// TestSettings reads the settings of each rule as its page shows them in a configuration file.
func TestSettings(t *testing.T) {
	for _, r := range rules.All() {
		if r.Profile == lint.Configured && len(r.Settings) == 0 {
			t.Errorf("%s runs only once it is configured, and has no settings", r.ID)
		}
		if len(r.Settings) == 0 {
			continue
		}
		section := page.Parse(r.SettingsSection()).Section("Settings")
		if len(section.Examples) != 1 {
			t.Fatalf("%s shows no settings:\n%s", r.ID, section.Text)
		}
		file := filepath.Join(t.TempDir(), "stridelint.yaml")
		if err := os.WriteFile(file, []byte(section.Examples[0].Text), 0o600); err != nil {
			t.Fatal(err)
		}
		config, err := run.ReadConfig(file)
		if err != nil {
			t.Fatal(err)
		}
		settings, err := config.Settings(rules.All())
		if err != nil || !maps.EqualFunc(settings[r.ID], r.Examples(), slices.Equal) {
			t.Errorf("%s: %v, %v; wanted %v", r.ID, settings[r.ID], err, r.Examples())
		}
		for _, s := range r.Settings {
			if len(s.Example) == 0 || !strings.HasSuffix(s.Summary, ".") {
				t.Errorf("%s: setting %s has no example, or its summary is no sentence", r.ID, s.Name)
			}
		}
	}
}

// ofPage tells what is wrong with a rule's page: its sections, its examples, its references.
func ofPage(r *lint.Rule) []string {
	var complaints []string
	complain := func(format string, args ...any) { complaints = append(complaints, fmt.Sprintf(format, args...)) }
	doc := page.Parse(r.Doc)
	if doc.Title != r.ID {
		complain("the page's title is %q", doc.Title)
	}
	var titles []string
	for _, s := range doc.Sections {
		titles = append(titles, s.Title)
		if strings.TrimSpace(s.Text) == "" {
			complain("section %s is empty", s.Title)
		}
	}
	if !slices.Equal(titles, page.Sections) {
		complain("the page's sections are %q, not %q", titles, page.Sections)
	}
	for _, c := range r.STRIDE {
		if !strings.Contains(strings.ToLower(doc.Section("Why").Text), strings.ToLower(c.String())) {
			complain("why it is %s is not said", c)
		}
	}
	for _, k := range kindsOf(r) {
		for _, section := range []string{"Bad", "Good"} {
			if len(doc.Section(section).ExamplesOf(page.Info(k))) == 0 {
				complain("%s has no example %q", section, page.Info(k))
			}
		}
	}
	return append(complaints, ofExamples(r, doc)...)
}

// ofExamples judges the examples of a page.
func ofExamples(r *lint.Rule, doc page.Page) []string {
	var complaints []string
	for _, s := range doc.Sections {
		for i, e := range s.Examples {
			complain := func(format string, args ...any) {
				complaints = append(complaints, fmt.Sprintf("%s, example %d: %s", s.Title, i+1, fmt.Sprintf(format, args...)))
			}
			text := []byte(e.Text)
			if kind := linttest.KindOf(e.FileName(), text); e.Info != page.Info(kind) && r.Group != meta {
				complain("it says %q but shows %q", e.Info, page.Info(kind))
			}
			if s.Title == "Bad" {
				if len(linttest.FindingsIn(contextOf(e), e.FileName(), text, r, rules.All())) == 0 {
					complain("nothing is found in it")
				}
				continue
			}
			for _, f := range linttest.JudgeIn(contextOf(e), e.FileName(), text, defaultRules()...) {
				if f.Profile > lint.Default {
					continue // a rule of the default profile can have findings that are not
				}
				complain("%s finds: %s", f.Rule.ID, f.Message)
			}
		}
	}
	return complaints
}

// contextOf is the build context that a page shows for an example; nil if none.
func contextOf(e page.Example) fs.FS {
	if e.Context == nil {
		return nil
	}
	files := fstest.MapFS{}
	for name, text := range e.Context {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return files
}

// ofFixtures tells which fixtures a rule lacks.
func ofFixtures(t *testing.T, r *lint.Rule) []string {
	all, err := linttest.Fixtures(fixtures(r))
	if err != nil {
		t.Fatal(err)
	}
	good, bad := map[lint.Kind]bool{}, map[lint.Kind]bool{}
	for _, x := range all {
		good[x.Kind] = good[x.Kind] || !x.Bad()
		bad[x.Kind] = bad[x.Kind] || x.Bad()
	}
	var complaints []string
	for _, k := range kindsOf(r) {
		if !bad[k] {
			complaints = append(complaints, "no fixture of a bad "+k.Noun())
		}
		if !good[k] {
			complaints = append(complaints, "no fixture of a good "+k.Noun())
		}
	}
	return complaints
}

// ofTodo tells what the scaffolder left to say and is still unsaid.
func ofTodo(r *lint.Rule) []string {
	var complaints []string
	for what, text := range map[string]string{"summary": r.Summary, "hint": r.Hint, "page": r.Doc, "edition": r.Since} {
		if strings.Contains(text, generate.Todo) {
			complaints = append(complaints, fmt.Sprintf("%s: %s is still in it", what, generate.Todo))
		}
	}
	return complaints
}

// misplaced is the rule that flags what is right elsewhere; advice shows no places.
const misplaced = "invalid-field"

// TestAdviceIsClean holds that what a rule advises is not what a rule flags: no hint and no page's advice repeats a line in which
// something is found, and what they show as code is clean.
func TestAdviceIsClean(t *testing.T) {
	flagged := flaggedLines(t)
	if len(flagged) < len(rules.All()) {
		t.Fatalf("only %d flagged lines were collected", len(flagged))
	}
	for _, r := range rules.All() {
		advice := r.Hint + "\n" + page.Parse(r.Doc).Section("Fix").Text
		for _, line := range slices.Sorted(maps.Keys(flagged)) {
			if strings.Contains(advice, line) {
				t.Errorf("%s advises %q, which %s flags", r.ID, line, flagged[line])
			}
		}
		for _, code := range page.CodeSpans(advice) {
			for _, shown := range asFiles(code) {
				for _, f := range linttest.Judge(shown.FileName(), []byte(shown.Text), defaultRules()...) {
					if f.Rule.Group != meta && f.Rule.ID != misplaced {
						t.Errorf("%s advises %q, which %s flags: %s", r.ID, code, f.Rule.ID, f.Message)
					}
				}
			}
		}
	}
}

// flaggedLines is the lines of all bad examples and fixtures on which something is found, and the options among what is found,
// each with the rule that finds it.
func flaggedLines(t *testing.T) map[string]string {
	lines := map[string]string{}
	collect := func(name string, text []byte, r *lint.Rule) {
		for _, f := range linttest.Findings(name, text, r, rules.All()) {
			line, _, _ := strings.Cut(f.Span.File.LineSpan(f.Span.Start).Text(), "#")
			line = strings.Trim(line, " -\\")
			// One word proves nothing: the head of what is missing, an item of a list.
			if strings.ContainsAny(line, " =") && r.Group != meta && r.ID != misplaced {
				lines[line] = r.ID
			}
			if strings.HasPrefix(f.Span.Text(), "-") {
				lines[f.Span.Text()] = r.ID // an option, wherever it is advised
			}
		}
	}
	for _, r := range rules.All() {
		for _, e := range page.Parse(r.Doc).Section("Bad").Examples {
			collect(e.FileName(), []byte(e.Text), r)
		}
		all, err := linttest.Fixtures(fixtures(r))
		if err != nil {
			t.Fatal(err)
		}
		for _, x := range all {
			collect(x.Name, x.File.Text, r)
		}
	}
	return lines
}

// asFiles puts a stretch of code in all places of files in which it could stand.
func asFiles(code string) []page.Example {
	const image = "registry.example.com/app:1.0"
	var files []page.Example
	add := func(k lint.Kind, format string) {
		files = append(files, page.Example{Info: page.Info(k), Text: fmt.Sprintf(format, code)})
	}
	switch {
	case strings.HasPrefix(code, "-"):
		add(lint.Script, "docker run %s "+image+"\n")
	case strings.HasPrefix(code, "docker "):
		add(lint.Script, "%s\n")
	case strings.ToUpper(code[:1]) == code[:1]:
		add(lint.Dockerfile, "FROM "+image+"\n%s\n")
	case strings.Contains(code, ": "):
		add(lint.Compose, "services:\n  app:\n    image: "+image+"\n    %s\n")
		pod := "apiVersion: v1\nkind: Pod\nmetadata: {name: app}\nspec:\n"
		add(lint.Kubernetes, pod+"  %s\n  containers:\n    - name: app\n      image: "+image+"\n")
		add(lint.Kubernetes, pod+"  containers:\n    - name: app\n      image: "+image+"\n      securityContext:\n        %s\n")
	}
	return files
}

// TestRetired holds the list of names that rules once had and no rule may have again.
func TestRetired(t *testing.T) {
	text, err := os.ReadFile("retired.txt")
	if err != nil {
		t.Fatal(err)
	}
	last := ""
	for line := range strings.Lines(string(text)) {
		if strings.HasPrefix(line, "#") || strings.TrimSpace(line) == "" {
			continue
		}
		fields := strings.Fields(line)
		if len(fields) < 3 {
			t.Errorf("%q has no ID, release and reason", line)
			continue
		}
		if fields[0] <= last {
			t.Errorf("%s stands behind %s", fields[0], last)
		}
		last = fields[0]
		if _, err := run.Find(rules.All(), fields[0]); err == nil {
			t.Errorf("%s is retired, but a rule has the name", fields[0])
		}
	}
}
