package run

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/stridelint/stridelint/lint"
)

// flag makes a rule about the images of containers that a text stands in. Its fix, if any, puts another text there, or calls replace.
func flag(id, word string, replacement ...string) *lint.Rule {
	return &lint.Rule{ID: id, Severity: lint.Medium, Check: lint.Containers(func(p *lint.Pass, c *lint.Container) {
		image := c.Image.Value.Text()
		if !strings.Contains(image, word) {
			return
		}
		f := p.Report(c.Image, "%s has %s", c, word)
		for _, r := range replacement {
			f.Fix(lint.Safe, "replace it", []lint.Edit{{Span: c.Image.Value, Text: strings.Replace(image, word, r, 1)}})
		}
	})}
}

// rewrite makes a rule about a text of the file, whatever it means, that has a fix: another text, put in the place of the first one.
func rewrite(id, word, replacement string) *lint.Rule {
	return &lint.Rule{ID: id, Severity: lint.Medium, Check: lint.Containers(func(p *lint.Pass, c *lint.Container) {
		f := c.Image.Value.File
		if at := strings.Index(string(f.Text), word); at >= 0 {
			span := lint.Span{File: f, Start: at, End: at + len(word)}
			p.Report(span, "%s is written", word).Fix(lint.Safe, "rewrite it", []lint.Edit{{Span: span, Text: replacement}})
		}
	})}
}

// insert makes a rule that wants a word behind the file's first line break.
func insert(id, word string) *lint.Rule {
	return &lint.Rule{ID: id, Severity: lint.Medium, Check: lint.Containers(func(p *lint.Pass, c *lint.Container) {
		f := c.Image.Value.File
		if !strings.Contains(string(f.Text), word) {
			at := strings.IndexByte(string(f.Text), '\n') + 1
			p.Report(c.Image, "%s is missing", word).Fix(lint.Safe, "add it", []lint.Edit{{Span: lint.Span{File: f, Start: at, End: at}, Text: word + "\n"}})
		}
	})}
}

// uncovered is a rule about the first container's image that has a word. Where another word stands too, its fix takes it out.
func uncovered(id, word, fixable string) *lint.Rule {
	return &lint.Rule{ID: id, Severity: lint.Medium, Check: lint.Pods(func(p *lint.Pass, pod *lint.Pod) {
		for _, c := range pod.Containers {
			if image := c.Image.Value.Text(); strings.Contains(image, word) {
				f := p.Report(c.Image, "%s has %s", c, word)
				if strings.Contains(image, fixable) {
					f.Fix(lint.Safe, "take it out", []lint.Edit{{Span: c.Image.Value, Text: strings.Replace(image, word, "x", 1)}})
				}
				return
			}
		}
	})}
}

// swap makes a rule about the text one, whose fix puts it in the place of the text two, and that in its own.
func swap(id string) *lint.Rule {
	return &lint.Rule{ID: id, Severity: lint.Medium, Check: lint.Containers(func(p *lint.Pass, c *lint.Container) {
		f := c.Image.Value.File
		if !strings.Contains(c.Image.Value.Text(), "one") {
			return
		}
		var edits []lint.Edit
		for from, to := range map[string]string{"one": "two", "two": "one"} {
			at := strings.Index(string(f.Text), from)
			edits = append(edits, lint.Edit{Span: lint.Span{File: f, Start: at, End: at + len(from)}, Text: to})
		}
		p.Report(c.Image, "is one").Fix(lint.Safe, "swap it", edits)
	})}
}

func firstFix(f *lint.Finding) *lint.Fix {
	if len(f.Fixes) == 0 {
		return nil
	}
	return &f.Fixes[0]
}

const twoServices = "services:\n  a: {image: 'one:1'}\n  b: {image: 'two:1'}\n"

const pod = "apiVersion: v1\nkind: Pod\nspec: {containers: [{image: a}]}\n"

const twoContainers = "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n    - image: one:1\n    - image: two:1\n"

// crowd is rules that all want to write at one place, more than there are rounds.
func crowd() (all []*lint.Rule) {
	for i := range maxRounds + 2 {
		all = append(all, insert(fmt.Sprintf("r%02d", i), fmt.Sprintf("#%02d", i)))
	}
	return all
}

// repairs is what becomes of a text by rules.
var repairs = []struct {
	name, path, text string
	rules            []*lint.Rule
	want             string // empty: as it was
	left             string
}{
	{"one fix", "compose.yaml", twoServices, []*lint.Rule{flag("r", "one", "uno")}, strings.Replace(twoServices, "one", "uno", 1), ""},
	{"every finding", "compose.yaml", twoServices, []*lint.Rule{flag("r", ":1", ":2")}, strings.ReplaceAll(twoServices, ":1", ":2"), ""},
	{"no fix", "compose.yaml", twoServices, []*lint.Rule{flag("r", ":1")}, "", ""},
	{"taking turns", "compose.yaml", twoServices, []*lint.Rule{flag("r", "one", "uno"), flag("s", ":1", ":2")},
		"services:\n  a: {image: 'uno:2'}\n  b: {image: 'two:2'}\n", ""},
	{"the same edit", "compose.yaml", twoServices, []*lint.Rule{flag("r", "one", "uno"), flag("s", "one:", "uno:")}, strings.Replace(twoServices, "one", "uno", 1), ""},
	{"one after another", "compose.yaml", twoServices, []*lint.Rule{insert("r", "#a"), insert("s", "#b")}, "services:\n#b\n#a\n" + twoServices[10:], ""},
	{"too many turns", "compose.yaml", "services:\n" + services(1), crowd(), "-", "r32: the fixes of the file come to no end|r33: the fixes of the file come to no end"},
	{"finding stays", "compose.yaml", twoServices, []*lint.Rule{flag("r", "one", "oneone"), flag("s", "two", "due")},
		strings.Replace(twoServices, "two", "due", 1), "r: r would still find it"},
	{"finding uncovers another one", "pod.yaml", twoContainers, []*lint.Rule{uncovered("r", ":1", "")}, strings.ReplaceAll(twoContainers, ":1", "x"), ""},
	{"finding uncovers one that stays", "pod.yaml", twoContainers, []*lint.Rule{uncovered("r", ":1", "one")}, "", "r: as much would still be found"},
	{"going round in circles", "compose.yaml", twoServices, []*lint.Rule{swap("r")}, "", "r: the fixes of the file come to no end"},
	{"no change", "compose.yaml", twoServices, []*lint.Rule{flag("r", "one", "one")}, "", "r: r would still find it"},
	{"finding is gained", "compose.yaml", twoServices, []*lint.Rule{flag("r", "one", "uno"), flag("s", "uno"), flag("t", "two", "due")},
		strings.Replace(twoServices, "two", "due", 1), "r: s would find more"},
	{"finding moves to another rule's", "compose.yaml", twoServices, []*lint.Rule{flag("r", "one", "two"), flag("s", "two", "due")},
		"services:\n  a: {image: 'due:1'}\n  b: {image: 'due:1'}\n", ""},
	{"blame among many", "compose.yaml", "services:\n" + services(9), []*lint.Rule{flag("r", "image", "x"), flag("s", "x5")},
		strings.NewReplacer(": image5", ": image5", ": image", ": x").Replace("services:\n" + services(9)), "r: s would find more"},
	{"refused, yet another one wants its text", "compose.yaml", twoServices, []*lint.Rule{flag("a", "one", "oneone"), flag("b", "one:1", "uno:1")},
		strings.Replace(twoServices, "one", "uno", 1), ""},
	{"no longer read", "compose.yaml", twoServices, []*lint.Rule{rewrite("r", "'one:1'", "[")}, "",
		"r: the file could no longer be read: not valid YAML: a value should stand here"},
	{"no longer ours", "pod.yaml", pod, []*lint.Rule{rewrite("r", "kind: Pod", "sort: Pod")}, "",
		"r: the file would be taken for something else"},
	{"becomes another kind", "pod.yaml", pod, []*lint.Rule{rewrite("r", pod, "services: {a: {image: b}}\n")}, "", "r: the file would be taken for something else"},
	{"becomes a part", "pod.yaml", pod, []*lint.Rule{rewrite("r", "image: a", "image: '{{ a }}'")}, "",
		"r: the file would be taken for something else"},
	{"was broken before", "compose.yaml", twoServices + "---\n- [\n", []*lint.Rule{flag("r", "one", "uno")}, strings.Replace(twoServices, "one", "uno", 1) + "---\n- [\n", ""},
	{"ignored", "compose.yaml", "services:\n  a:\n    image: one # stridelint:ignore r -- it is fine\n", []*lint.Rule{flag("r", "one", "uno")}, "", ""},
	{"ignore would cover more", "compose.yaml", "services:\n  a:\n    # stridelint:ignore r -- it is fine\n    x-a: y\n    image: one\n",
		[]*lint.Rule{flag("r", "one"), rewrite("s", "    x-a: y\n", "")}, "", "s: an ignore would make another finding of r quiet"},
	{"ignore would cover less", "compose.yaml", "services:\n  a:\n    # stridelint:ignore r -- it is fine\n    image: one\n",
		[]*lint.Rule{flag("r", "one"), rewrite("s", "# stridelint:ignore r -- it is fine\n", "# why\n")}, "", "s: r would find more"},
	{"carriage returns", "compose.yaml", strings.ReplaceAll(twoServices, "\n", "\r\n"), []*lint.Rule{flag("r", "one", "uno")},
		strings.ReplaceAll(strings.Replace(twoServices, "one", "uno", 1), "\n", "\r\n"), ""},
	{"byte-order mark", "compose.yaml", "\ufeff" + twoServices, []*lint.Rule{flag("r", "one", "uno")}, "\ufeff" + strings.Replace(twoServices, "one", "uno", 1), ""},
	{"none of ours", "notes.txt", "notes\n", []*lint.Rule{flag("r", "notes", "x")}, "", ""},
}

func TestRepair(t *testing.T) {
	for _, test := range repairs {
		t.Run(test.name, func(t *testing.T) {
			file := lint.NewFile(test.path, []byte(test.text))
			got, left := Repair(file, Options{Rules: test.rules}, firstFix)
			var reasons []string
			for _, l := range left {
				reasons = append(reasons, l.Finding.Rule.ID+": "+l.Reason)
			}
			if reason := strings.Join(reasons, "|"); reason != test.left {
				t.Errorf("left %q, want %q", reason, test.left)
			}
			if test.want == "" {
				test.want = test.text
			}
			if test.want != "-" && string(got) != test.want {
				t.Error(cmp.Diff(test.want, string(got)))
			}
			if string(file.Text) != test.text {
				t.Error("the file was changed")
			}
			if again, _ := Repair(lint.NewFile(test.path, got), Options{Rules: test.rules}, firstFix); test.want != "-" && string(again) != string(got) {
				t.Error(cmp.Diff(string(got), string(again)))
			}
		})
	}
}

// services is so many services of a compose file, each with its image.
func services(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "  s%d: {image: image%d}\n", i, i)
	}
	return b.String()
}

func TestRepairBounds(t *testing.T) {
	// Every fix brings a finding: halves of halves are refused, but not each by itself.
	looks := 0
	counted := &lint.Rule{ID: "c", Check: lint.Each(lint.Problems(nil), lint.Containers(func(p *lint.Pass, c *lint.Container) {
		if c.Subject == "service s0" {
			looks++
		}
	}))}
	text := "services:\n" + services(500)
	got, left := Repair(lint.NewFile("compose.yaml", []byte(text)), Options{Rules: []*lint.Rule{flag("r", "image", "x"), flag("s", "x"), counted}}, firstFix)
	if string(got) != text || len(left) != 500 {
		t.Errorf("%d fixes are left, and the text changed: %t", len(left), string(got) != text)
	}
	if looks > 2*maxTrials {
		t.Errorf("judged %d times", looks)
	}
}

func TestRepairRefusesEdits(t *testing.T) {
	file := lint.NewFile("compose.yaml", []byte(twoServices))
	for want, edits := range map[string][]lint.Edit{
		"edits overlap":                  {{Span: lint.Span{File: file, Start: 0, End: 5}}, {Span: lint.Span{File: file, Start: 3, End: 9}}},
		"edit outside the text":          {{Span: lint.Span{File: file, Start: 5, End: 500}}},
		"the file is larger than 10 MiB": {{Span: lint.Span{File: file, Start: 10, End: 10}, Text: "#" + strings.Repeat("x", maxFileSize) + "\n"}},
	} {
		rule := &lint.Rule{ID: "r", Check: lint.Containers(func(p *lint.Pass, c *lint.Container) { p.Report(c.Image, "is bad").Fix(lint.Safe, "fix it", edits) })}
		got, left := Repair(file, Options{Rules: []*lint.Rule{rule}}, firstFix)
		if string(got) != twoServices || len(left) != 2 || left[0].Reason != want {
			t.Errorf("%s: left %v", want, left)
		}
	}
}
