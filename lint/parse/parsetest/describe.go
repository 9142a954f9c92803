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
	for _, invalid := range u.Invalid {
		fmt.Fprintf(&b, "invalid: %s: %s «%s»", invalid, invalid.Message, invalid.Span.Text())
		for _, edit := range invalid.Repair {
			fmt.Fprintf(&b, " → %s", edit.Text)
		}
		b.WriteString("\n")
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
	for _, build := range u.Builds {
		describeBuild(&b, build)
	}
	for _, e := range u.Execs {
		fmt.Fprintf(&b, "exec %s\n", e)
		value(&b, "user", e.User)
		value(&b, "privileged", e.Privileged)
	}
	for _, use := range u.Images {
		fmt.Fprintf(&b, "image of %s\n", use)
		value(&b, [...]string{"base", "copied of", "run of", "new name", "new tag"}[use.Role], use.Image)
	}
	for _, push := range u.Pushes {
		fmt.Fprintf(&b, "push of %s by «%s»\n", push, push.By.Text())
		value(&b, "image", push.Image)
	}
	for i, a := range u.Written() {
		if i == len(u.Assignments) {
			b.WriteString("overridden\n")
		}
		fmt.Fprintf(&b, "%s of %s\n", [...]string{"env", "image env", "build arg", "variable"}[a.Source], a)
		value(&b, a.Name, a.Value)
	}
	return b.String()
}

func describePod(b *strings.Builder, pod *lint.Pod) {
	fmt.Fprintf(b, "pod %s\n", pod)
	if pod.Part {
		b.WriteString("  part\n")
	}
	value(b, "hostPID", pod.HostPID)
	value(b, "hostIPC", pod.HostIPC)
	value(b, "hostNetwork", pod.HostNetwork)
	value(b, "hostUTS", pod.HostUTS)
	value(b, "hostCgroup", pod.HostCgroup)
	value(b, "hostUsers", pod.HostUsers)
	value(b, "automountToken", pod.AutomountToken)
	value(b, "network", pod.Network)
	value(b, "cgroup parent", pod.CgroupParent)
	value(b, "os", pod.OS)
	value(b, "os of nodes", pod.NodeOS)
	describeSecurity(b, &pod.Security)
	for _, group := range pod.Groups {
		value(b, "supplementary group", group)
	}
	for _, profile := range pod.AppArmorAnnotations {
		value(b, "apparmor annotation", profile)
	}
	list(b, "sysctls", pod.Sysctls, func(s lint.Sysctl) {
		value(b, "  name", s.Name)
		value(b, "  value", s.Value)
	})
	values(b, "host aliases", pod.HostAliases)
	for _, volume := range pod.Volumes {
		value(b, "volume "+volume.Name, volume.Type)
	}
	for _, path := range pod.HostPaths {
		value(b, "path", path.Path)
		value(b, "  readOnly", path.ReadOnly)
	}
	for _, c := range pod.Containers {
		describeContainer(b, c)
	}
}

func describeSecurity(b *strings.Builder, s *lint.SecurityContext) {
	value(b, "user", s.User)
	value(b, "group", s.Group)
	value(b, "runAsNonRoot", s.RunAsNonRoot)
	value(b, "seccomp", s.Seccomp)
	value(b, "seccomp annotation", s.SeccompAnnotation)
	value(b, "apparmor", s.AppArmor)
	value(b, "selinux type", s.SELinux.Type)
	value(b, "selinux user", s.SELinux.User)
	value(b, "selinux role", s.SELinux.Role)
	value(b, "selinux disabled", s.SELinux.Disabled)
	value(b, "hostProcess", s.HostProcess)
}

func describeContainer(b *strings.Builder, c *lint.Container) {
	fmt.Fprintf(b, "%s %s\n", [...]string{"app", "init", "sidecar", "ephemeral"}[c.Role], c)
	value(b, "image", c.Image)
	if c.Built {
		b.WriteString("  built\n")
	}
	value(b, "pull policy", c.PullPolicy)
	security := c.Security
	security.User = c.User
	describeSecurity(b, &security)
	value(b, "privileged", c.Privileged)
	value(b, "privilege escalation", c.PrivilegeEscalation)
	value(b, "read-only root", c.ReadOnlyRoot)
	value(b, "procMount", c.ProcMount)
	values(b, "capabilities", c.AddCapabilities)
	values(b, "dropped capabilities", c.DropCapabilities)
	list(b, "devices", c.Devices, func(d lint.Device) { value(b, "  device "+d.Permissions, d.Path) })
	values(b, "device rules", c.DeviceRules)
	list(b, "mounts", c.Mounts, func(m lint.Mount) {
		value(b, "  "+[...]string{"volume", "bind", "tmpfs", "other"}[m.Type], m.Source)
		value(b, "    target", m.Target)
		value(b, "    readOnly", m.ReadOnly)
		value(b, "    propagation", m.Propagation)
	})
	list(b, "ports", c.Ports, func(p lint.Port) {
		value(b, "  port "+p.Protocol, p.Entry)
		value(b, "    container", p.Container)
		value(b, "    host", p.Host)
		value(b, "    address", p.Address)
		value(b, "    published", p.Published)
	})
	value(b, "memory limit", c.Resources.MemoryLimit)
	value(b, "cpu limit", c.Resources.CPULimit)
	value(b, "memory request", c.Resources.MemoryRequest)
	value(b, "cpu request", c.Resources.CPURequest)
	if limit := c.Resources.PIDsLimit; !limit.Value.IsZero() { // else it may be the node's, or podman's, to say
		value(b, "pids limit", limit)
	}
	list(b, "ulimits", c.Ulimits, func(u lint.Ulimit) {
		value(b, "  name", u.Name)
		value(b, "  soft", u.Soft)
		value(b, "  hard", u.Hard)
	})
	value(b, "restart", c.Restart)
	value(b, "log driver", c.LogDriver)
	if c.Attached && c.LogDriver.Known() {
		b.WriteString("  attached\n")
	}
	value(b, "healthcheck", c.Healthcheck)
	value(b, "liveness", c.Liveness)
	value(b, "readiness", c.Readiness)
	value(b, "startup", c.Startup)
	for _, program := range c.Programs {
		value(b, program.Use+" starts", program.Path)
	}
	for _, host := range c.HandlerHosts {
		value(b, "handler host", host)
	}
}

func describeBuild(b *strings.Builder, build *lint.Build) {
	fmt.Fprintf(b, "build of %s\n", build)
	if build.Start != "" {
		fmt.Fprintf(b, "  starts in %s\n", build.Start)
	}
	if bake := build.Bake; bake != nil {
		b.WriteString("  of bake files\n")
		for _, part := range []struct {
			name   string
			values []lint.Val[string]
		}{{"  file", bake.Files}, {"  target", bake.Targets}, {"  override", bake.Overrides}} {
			for _, v := range part.values {
				value(b, part.name, v)
			}
		}
	}
	for _, context := range build.Contexts {
		fmt.Fprintf(b, "  context %s\n", context)
	}
	value(b, "folder", build.Folder)
	value(b, "dockerfile", build.Dockerfile)
	value(b, "target", build.Target)
	for _, image := range build.Images {
		value(b, "image", image)
	}
	value(b, "network", build.Network)
	value(b, "privileged", build.Privileged)
	values(b, "entitlements", build.Entitlements)
	value(b, "provenance", build.Provenance)
	value(b, "sbom", build.SBOM)
	value(b, "load", build.Load)
	value(b, "push", build.Push)
}

// values writes a list of values.
func values[T comparable](b *strings.Builder, name string, l lint.List[lint.Val[T]]) {
	list(b, name, l, func(item lint.Val[T]) { value(b, "  -", item) })
}

// list writes a list, each item as describe does.
func list[T any](b *strings.Builder, name string, l lint.List[T], describe func(T)) {
	if l.Absent() {
		return
	}
	fmt.Fprintf(b, "  %s: %s «%s»\n", name, l.State, strings.Join(strings.Fields(l.Span.Text()), " "))
	for _, item := range l.Items {
		describe(item)
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

// Sessions is a unit's runs of a shell, a line each: whose it is, and its commands as they are written.
func Sessions(u *lint.Unit) string {
	var lines []string
	for _, s := range u.Sessions {
		line := s.String()
		for _, c := range s.Commands {
			line += " «" + c.Span.Text() + "»"
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "; ")
}
