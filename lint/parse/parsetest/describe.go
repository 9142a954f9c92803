// Package parsetest writes units out as text, so that tests of parsers can compare all that was read at once.
// Places are written as the text that they cover: a span that is off by one shows.
package parsetest

import (
	"fmt"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// Describe is a unit as text: a line for each thing, below it a line for each value that is not unset, with the text
// «that it covers» and the hops that led to it.
func Describe(u *lint.Unit) string {
	var b strings.Builder
	if u.Part {
		b.WriteString("part\n")
	}
	for _, problem := range u.Problems {
		fmt.Fprintf(&b, "problem: %s «%s»\n", problem.Message, problem.Span.Text())
	}
	for _, object := range u.Objects {
		fmt.Fprintf(&b, "object %s\n", object)
		value(&b, "apiVersion", object.APIVersion)
		value(&b, "kind", object.Kind)
		value(&b, "name", object.Name)
		value(&b, "namespace", object.Namespace)
	}
	for _, pod := range u.Pods {
		describePod(&b, pod)
	}
	for _, a := range u.Assignments {
		fmt.Fprintf(&b, "%s of %s\n", [...]string{"env", "image env", "build arg", "variable"}[a.Source], a)
		value(&b, a.Name, a.Value)
	}
	return b.String()
}

func describePod(b *strings.Builder, pod *lint.Pod) {
	fmt.Fprintf(b, "pod %s\n", pod)
	value(b, "hostPID", pod.HostPID)
	value(b, "hostIPC", pod.HostIPC)
	value(b, "hostNetwork", pod.HostNetwork)
	value(b, "hostUsers", pod.HostUsers)
	for _, path := range pod.HostPaths {
		value(b, "path", path.Path)
		value(b, "  readOnly", path.ReadOnly)
	}
	for _, c := range pod.Containers {
		fmt.Fprintf(b, "%s %s\n", [...]string{"app", "init", "sidecar", "ephemeral"}[c.Role], c)
		value(b, "image", c.Image)
		if c.Built {
			b.WriteString("  built\n")
		}
		value(b, "user", c.User)
		value(b, "privileged", c.Privileged)
		if list := c.AddCapabilities; !list.Absent() {
			fmt.Fprintf(b, "  capabilities: %s «%s»\n", list.State, list.Span.Text())
			for _, item := range list.Items {
				value(b, "  -", item)
			}
		}
	}
}

func value[T comparable](b *strings.Builder, name string, v lint.Val[T]) {
	if v.State == lint.Unset {
		return
	}
	state := v.State.String()
	if v.State == lint.Set {
		state = fmt.Sprint(v.V)
	}
	fmt.Fprintf(b, "  %s: %s «%s»", name, state, v.Value.Text())
	for i, hop := range v.Via {
		fmt.Fprintf(b, "%s «%s»", [...]string{" via", ","}[min(i, 1)], hop.Text())
	}
	b.WriteString("\n")
}
