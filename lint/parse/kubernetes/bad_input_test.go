package kubernetes_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse"
)

// Bad input is told of at its place or passed over in silence, and hides nothing that stands beside it.
func TestBadInput(t *testing.T) {
	const pod = "apiVersion: v1\nkind: Pod\nmetadata: {name: x}\n"
	for _, test := range []struct{ name, text, want string }{
		{"duplicate keys", pod + "spec: {hostPID: false, hostPID: true}", `
problem: duplicate key "hostPID" «hostPID»
Pod/x hostPID
`},
		{"a tab", pod + "spec:\n  hostPID: true\n\thostIPC: true", `
problem: not valid YAML: a tab cannot indent, only spaces can «	»
`},
		{"comments alone", "# a\n---\n# b\n---\n" + pod + "spec: {hostPID: true}\n---\n# c\n", `
Pod/x hostPID
`},
		{"a number for a kind", "apiVersion: v1\nkind: 3\nspec: {hostPID: true}", `
invalid: kind is a number where text belongs «3»
`},
		{"containers as a mapping", pod + "spec: {hostPID: true, containers: {name: a}}", `
problem: containers must be a list «containers»
Pod/x hostPID
`},
		{"a container as text", pod + "spec: {hostPID: true, containers: [a, {name: b}]}", `
problem: a container must be a mapping «a»
Pod/x hostPID
  Pod/x container b:
`},
		{"null where lists are meant", pod + "spec: {hostPID: true, containers: ~, volumes: null, initContainers: }", `
Pod/x hostPID
`},
		{"null items", pod + "spec: {hostPID: true, containers: [~, {name: b, env: [~], ports: [~], volumeMounts: [~]}], volumes: [~], hostAliases: [~]}", `
Pod/x hostPID
  Pod/x container b:
`},
		{"a list where a mapping is meant", pod + "spec: [x]", `
problem: spec must be a mapping «spec»
`},
		{"an anchor of another document", pod + "spec: &s {hostPID: true}\n---\n" + pod + "spec: *s\n---\n" + pod + "spec: {hostIPC: true}", `
Pod/x hostPID
problem: not valid YAML: the alias names no anchor of this document «*s»
Pod/x hostIPC
`},
		{"an alias within itself", pod + "spec: &s {hostPID: true, x: *s}\n---\n" + pod + "spec: {hostIPC: true}", `
problem: the alias stands within the node that it repeats «*s»
Pod/x hostIPC
`},
		{"numbers in quotes", pod + `spec: {containers: [{name: a, securityContext: {runAsUser: "0"}, ports: [{hostPort: "80"}]}]}`, `
invalid: runAsUser is text where a whole number belongs «"0"»
invalid: hostPort is text where a whole number belongs «"80"»
Pod/x
  Pod/x container a:
`},
		{"a name that is a number", "apiVersion: v1\nkind: Pod\nmetadata: {name: 5}\nspec: {hostPID: true}", `
invalid: name is a number where text belongs «5»
Pod/5 hostPID
`},
		{"items that are no objects", "apiVersion: v1\nkind: List\nitems: [x, ~, [y], {kind: Pod, spec: {hostPID: true}}]", `
Pod hostPID
`},
		{"items that are no list", "apiVersion: v1\nkind: List\nitems: {a: b}", `
problem: items must be a list «items»
`},
		{"JSON with a comma too many", `{"apiVersion": "v1", "kind": "Pod", "spec": {"hostPID": true,}}`, `
Pod hostPID
`},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(strings.TrimLeft(test.want, "\n"), told(test.text)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// told is what is told of a file, and the pods that are read from it.
func told(text string) string {
	var b strings.Builder
	for _, u := range parse.File(lint.NewFile("x.yaml", []byte(text)), nil) {
		for _, problem := range u.Problems {
			fmt.Fprintf(&b, "problem: %s «%s»\n", problem.Message, problem.Span.Text())
		}
		for _, invalid := range u.Invalid {
			fmt.Fprintf(&b, "invalid: %s «%s»\n", invalid.Message, invalid.Span.Text())
		}
		b.WriteString(outline(u))
	}
	return b.String()
}

// One broken document of many is one problem.
func TestOneBrokenDocument(t *testing.T) {
	var text strings.Builder
	for i := range 50 {
		brackets := "{hostPID: true}"
		if i == 25 {
			brackets = "{hostPID: true, ]"
		}
		fmt.Fprintf(&text, "---\napiVersion: v1\nkind: Pod\nmetadata: {name: p%d}\nspec: %s\n", i, brackets)
	}
	got := told(text.String())
	if strings.Count(got, "hostPID\n") != 49 || strings.Count(got, "problem: ") != 1 {
		t.Error(got)
	}
}
