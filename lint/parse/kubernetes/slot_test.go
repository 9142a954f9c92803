package kubernetes_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/stridelint/stridelint/lint"
)

// What is absent can be put in its place, however much of the way to it is absent too.
func TestSlots(t *testing.T) {
	const head = "apiVersion: v1\nkind: Pod\nspec:\n  containers:\n"
	for _, test := range []struct {
		name, text string
		put        func(*lint.Container) []lint.Edit
		want       string
	}{
		{"no security context", head + "  - name: a\n    image: x\n  - name: b\n", dropAll,
			head + "  - name: a\n    image: x\n    securityContext:\n      capabilities:\n        drop: [\"ALL\"]\n  - name: b\n"},
		{"another field in it", head + "  - name: a\n    securityContext:\n      runAsUser: 5\n", dropAll,
			head + "  - name: a\n    securityContext:\n      runAsUser: 5\n      capabilities:\n        drop: [\"ALL\"]\n"},
		{"it is null", head + "  - name: a\n    securityContext:\n", dropAll,
			head + "  - name: a\n    securityContext:\n      capabilities:\n        drop: [\"ALL\"]\n"},
		{"it is empty", head + "  - name: a\n    securityContext: {}\n", dropAll,
			head + "  - name: a\n    securityContext: {capabilities: {drop: [\"ALL\"]}}\n"},
		{"flow", head + "  - {name: a, image: x}\n", dropAll,
			head + "  - {name: a, image: x, securityContext: {capabilities: {drop: [\"ALL\"]}}}\n"},
		{"JSON", `{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "a"}, {"name": "b"}]}}`, dropAll,
			`{"apiVersion": "v1", "kind": "Pod", "spec": {"containers": [{"name": "a", "securityContext": {"capabilities": {"drop": ["ALL"]}}}, {"name": "b"}]}}`},
		{"a profile", head + "  - name: a\n    securityContext:\n      privileged: false\n", runtimeDefault,
			head + "  - name: a\n    securityContext:\n      privileged: false\n      seccompProfile:\n        type: RuntimeDefault\n"},
		{"a profile without a type", head + "  - name: a\n    securityContext: {seccompProfile: {}}\n", runtimeDefault,
			head + "  - name: a\n    securityContext: {seccompProfile: {type: RuntimeDefault}}\n"},
		{"the pod's profile", head + "  - name: a\n  securityContext: {seccompProfile: {type: Unconfined}}\n", runtimeDefault,
			head + "  - name: a\n  securityContext: {seccompProfile: {type: RuntimeDefault}}\n"},
		{"a limit", head + "  - name: a\n    resources:\n      requests: {cpu: 1}\n", memoryLimit,
			head + "  - name: a\n    resources:\n      requests: {cpu: 1}\n      limits:\n        memory: 128Mi\n"},
	} {
		u := read(t, test.text)
		if diff := cmp.Diff(test.want, apply(t, test.text, test.put(u.Containers()[0]))); diff != "" {
			t.Errorf("%s: %s", test.name, diff)
		}
	}
}

func apply(t *testing.T, text string, edits []lint.Edit) string {
	t.Helper()
	changed, err := lint.Apply([]byte(text), edits)
	if err != nil {
		t.Fatal(err)
	}
	return string(changed)
}

func dropAll(c *lint.Container) []lint.Edit { return lint.Put(c.DropCapabilities, `["ALL"]`) }
func runtimeDefault(c *lint.Container) []lint.Edit {
	return lint.Put(c.Security.Seccomp, "RuntimeDefault")
}
func memoryLimit(c *lint.Container) []lint.Edit { return lint.Put(c.Resources.MemoryLimit, "128Mi") }

// A profile that an annotation names is changed as annotations name profiles.
func TestAnnotationSlot(t *testing.T) {
	text := "apiVersion: v1\nkind: Pod\nmetadata:\n  annotations:\n    container.apparmor.security.beta.kubernetes.io/a: unconfined\nspec:\n  containers:\n  - name: a\n"
	profile := read(t, text).Containers()[0].Security.AppArmor
	for value, want := range map[string]string{"RuntimeDefault": "runtime/default", "Unconfined": "unconfined"} {
		if got := apply(t, text, lint.Put(profile, value)); got != strings.Replace(text, "unconfined", want, 1) {
			t.Errorf("%s: %s", value, got)
		}
	}
	if edits := lint.Put(profile, "Localhost"); edits != nil {
		t.Errorf("a profile without its name: %v", edits)
	}
}
