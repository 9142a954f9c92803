package ignores_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse"
	"github.com/stridelint/stridelint/lint/parse/ignores"
)

// describe writes what is read of a file: of each ignore its rule, options, reason, and the first line of what it covers or its fault.
func describe(path, text string) []string {
	file := lint.NewFile(path, []byte(text))
	var found []string
	for _, i := range ignores.Parse(file, parse.File(file, nil)) {
		var b strings.Builder
		fmt.Fprintf(&b, "%s", i.Rule)
		if i.Until+i.Owner != "" {
			fmt.Fprintf(&b, " (%s %s)", i.Until, i.Owner)
		}
		fmt.Fprintf(&b, " -- %s:", i.Reason)
		for _, c := range i.Covers {
			line, _, _ := strings.Cut(strings.TrimSpace(c.Text()), "\n")
			fmt.Fprintf(&b, " %q+%d", line, strings.Count(c.Text(), "\n"))
		}
		b.WriteString(i.Fault)
		found = append(found, b.String())
	}
	return found
}

func TestParse(t *testing.T) {
	for _, c := range []struct {
		name, path, text string
		want             []string
	}{
		{"behind something", "compose.yaml", "services:\n  a:\n    pid: host # stridelint:ignore host-pid -- why not\n",
			[]string{`host-pid -- why not: "pid: host # stridelint:ignore host-pid -- why not"+0`}},
		{"on the line above", "compose.yaml", "services:\n  a:\n    # stridelint:ignore host-pid -- b\n\n    # another\n    pid: host\n",
			[]string{`host-pid -- b: "pid: host"+0`}},
		{"no blank behind the sign", "run.sh", "docker run a #stridelint:ignore latest-tag -- c\n",
			[]string{`latest-tag -- c: "docker run a #stridelint:ignore latest-tag -- c"+0 "docker run a"+0`}},
		{"several rules and options", "compose.yaml", "x: 1 #  stridelint:ignore a,b , c  until=2030-01-02 owner=@me --  d -- e  \r\n",
			[]string{
				`a (2030-01-02 @me) -- d -- e: "x: 1 #  stridelint:ignore a,b , c  until=2030-01-02 owner=@me --  d -- e"+0`,
				`b (2030-01-02 @me) -- d -- e: "x: 1 #  stridelint:ignore a,b , c  until=2030-01-02 owner=@me --  d -- e"+0`,
				`c (2030-01-02 @me) -- d -- e: "x: 1 #  stridelint:ignore a,b , c  until=2030-01-02 owner=@me --  d -- e"+0`,
			}},
		{"a service's head", "compose.yaml", "services:\n  a: # stridelint:ignore r -- s\n    image: b\n    pid: host\n  c:\n    image: d\n",
			[]string{`r -- s: "a: # stridelint:ignore r -- s"+0 "a: # stridelint:ignore r -- s"+2`}},
		{"an object's head", "pod.yaml", "# stridelint:ignore r -- s\napiVersion: v1\nkind: Pod\nspec: {containers: [{name: a}]}\n",
			[]string{`r -- s: "apiVersion: v1"+0 "apiVersion: v1"+2`}},
		{"a container's head", "pod.yaml", "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n  - name: a # stridelint:ignore r -- s\n    image: b\n",
			[]string{`r -- s: "- name: a # stridelint:ignore r -- s"+0 "name: a # stridelint:ignore r -- s"+1`}},
		{"the whole file", "compose.yaml", "a: 1\n# stridelint:ignore-file r -- s\nb: 2\n", []string{`r -- s: "a: 1"+3`}},
		{"a comment within RUN", "Dockerfile", "FROM a:1\nRUN b \\\n  # stridelint:ignore r -- s\n  c\n", []string{`r -- s: "c"+0`}},
		{"JSON with comments", "x.json", "{\"a\": 1, // stridelint:ignore r -- s\n\"b\": 2}", []string{`r -- s: "{\"a\": 1, // stridelint:ignore r -- s"+0`}},
		{"two on a line", "run.sh", "a # stridelint:ignore r -- s # stridelint:ignore t -- u\n",
			[]string{`r -- s: "a # stridelint:ignore r -- s # stridelint:ignore t -- u"+0`, `t -- u: "a # stridelint:ignore r -- s # stridelint:ignore t -- u"+0`}},
		{"no comment", "run.sh", "echo stridelint:ignore r\necho a#stridelint:ignore r\n", nil},

		{"behind an instruction", "Dockerfile", "FROM a:1\nUSER root # stridelint:ignore r -- s\n",
			[]string{"r -- s:stands behind an instruction, where a Dockerfile has no comments: put it on the line above"}},
		{"no rule", "run.sh", "# stridelint:ignore -- s\n# stridelint:ignore\n# stridelint:ignored r\n",
			[]string{" -- s:names no rule", " -- :names no rule", " -- :names no rule"}},
		{"no day", "run.sh", "# stridelint:ignore r until=2030-02-30 -- s\n", []string{"r (2030-02-30 ) -- s:says until=, but not a day as YYYY-MM-DD"}},
		{"an unknown option", "run.sh", "# stridelint:ignore r by=me -- s\n", []string{"r -- s:has an option that is neither until= nor owner="}},

		{"annotations", "pod.yaml", "apiVersion: v1\nkind: Pod\nmetadata:\n  annotations:\n    stridelint.dev/ignore.r: s\n    stridelint.dev/ignore.: t\n    other: u\n",
			[]string{`r -- s: "apiVersion: v1"+6`, ` -- t:names no rule`}},
	} {
		t.Run(c.name, func(t *testing.T) {
			if difference := cmp.Diff(c.want, describe(c.path, c.text)); difference != "" {
				t.Error(difference)
			}
		})
	}
}

// FuzzParse reads ignores from any text: nothing panics, and every place lies in the file.
func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"# stridelint:ignore a,b until=2030-01-01 owner=@c -- d\nx\n",
		"// stridelint:ignore-file a -- # stridelint:ignore",
		"apiVersion: v1\nkind: Pod\nmetadata: {annotations: {stridelint.dev/ignore.a: b, stridelint.dev/ignore.: [c]}}\n",
		"FROM a\nRUN b \\\n # stridelint:ignore c\n d # stridelint:ignore = -- \xff",
	} {
		f.Add(uint8(0), seed)
		f.Add(uint8(1), seed)
	}
	f.Fuzz(func(t *testing.T, name uint8, text string) {
		file := lint.NewFile([]string{"Dockerfile", "a.yaml", "a.sh"}[name%3], []byte(text))
		for _, i := range ignores.Parse(file, parse.File(file, nil)) {
			for _, s := range append([]lint.Span{i.Name, i.Whole}, i.Covers...) {
				if s.File != file || s.Start < 0 || s.Start > s.End || s.End > len(text) {
					t.Errorf("%q: span %d to %d of %d bytes", i.Rule, s.Start, s.End, len(text))
				}
			}
			if (len(i.Covers) == 0) == (i.Fault == "") {
				t.Errorf("%q covers %d places and has the fault %q", i.Rule, len(i.Covers), i.Fault)
			}
		}
	})
}
