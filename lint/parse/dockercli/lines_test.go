package dockercli_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/shell"
)

// facts is what a command line says: its text where it is known, behind ? where it is not, behind ! where it is wrong.
type facts []string

func (f *facts) add(format string, args ...any) { *f = append(*f, fmt.Sprintf(format, args...)) }

func mark(s lint.State) string {
	switch s {
	case lint.Unknown:
		return "?"
	case lint.Invalid:
		return "!"
	}
	return ""
}

// fact adds a value that is written.
func fact[T comparable](f *facts, name string, v lint.Val[T]) {
	if !v.Value.IsZero() && v.State != lint.Unset {
		f.add("%s %s«%s»", name, mark(v.State), v.Value.Text())
	}
}

// flag adds a truth value that is written.
func flag(f *facts, name string, v lint.Val[bool]) {
	if v.State == lint.Set && !v.V {
		name = "no " + name
	}
	fact(f, name, v)
}

func (f *facts) pod(pod *lint.Pod) {
	flag(f, "pid", pod.HostPID)
	flag(f, "ipc", pod.HostIPC)
	flag(f, "host network", pod.HostNetwork)
	flag(f, "uts", pod.HostUTS)
	flag(f, "cgroup", pod.HostCgroup)
	flag(f, "userns", pod.HostUsers)
	fact(f, "network", pod.Network)
	fact(f, "parent", pod.CgroupParent)
	fact(f, "os", pod.OS)
	for _, s := range pod.Sysctls.Items {
		fact(f, "sysctl", s.Name)
	}
	for _, path := range pod.HostPaths {
		fact(f, "path", path.Path)
		flag(f, "read-only", path.ReadOnly)
	}
}

func (f *facts) container(c *lint.Container) {
	fact(f, "pull", c.PullPolicy)
	fact(f, "user", c.User)
	flag(f, "privileged", c.Privileged)
	flag(f, "escalation", c.PrivilegeEscalation)
	flag(f, "read-only root", c.ReadOnlyRoot)
	fact(f, "seccomp "+string(c.Security.Seccomp.V), c.Security.Seccomp)
	fact(f, "apparmor "+string(c.Security.AppArmor.V), c.Security.AppArmor)
	flag(f, "no label", c.Security.SELinux.Disabled)
	fact(f, "proc", c.ProcMount)
	for _, item := range c.AddCapabilities.Items {
		fact(f, "add", item)
	}
	for _, item := range c.DropCapabilities.Items {
		fact(f, "drop", item)
	}
	for _, d := range c.Devices.Items {
		fact(f, strings.TrimSpace("device "+d.Permissions), d.Path)
	}
	for _, m := range c.Mounts.Items {
		fact(f, [...]string{"volume", "bind", "tmpfs", "mount"}[m.Type]+" at", m.Target)
		fact(f, "propagation", m.Propagation)
	}
	for _, p := range c.Ports.Items {
		f.add("port %s %v to %s %v", p.Address.V, p.Host.V, p.Protocol, p.Container.V)
	}
	r := c.Resources
	fact(f, "memory", r.MemoryLimit)
	fact(f, "memory request", r.MemoryRequest)
	fact(f, "cpu", r.CPULimit)
	fact(f, "pids", r.PIDsLimit)
	for _, u := range c.Ulimits.Items {
		fact(f, "limit of "+u.Name.V, u.Hard)
	}
	fact(f, "restart", c.Restart)
	flag(f, "health", c.Healthcheck)
}

func (f *facts) unit(u *lint.Unit) {
	for _, pod := range u.Pods {
		c := pod.Containers[0]
		f.add("%s", pod)
		fact(f, "image", c.Image)
		f.pod(pod)
		f.container(c)
		if c.Privileged.State == lint.Unknown && c.Privileged.Value.IsZero() || c.Restart.State == lint.Unknown {
			f.add("…")
		}
	}
	for _, e := range u.Execs {
		f.add("%s", e)
		fact(f, "user", e.User)
		flag(f, "privileged", e.Privileged)
	}
	for _, b := range u.Builds {
		f.add("%s", b)
		fact(f, "folder", b.Folder)
		fact(f, "file "+b.Dockerfile.V, b.Dockerfile)
		fact(f, "target", b.Target)
		for _, context := range b.Contexts {
			f.add("context %s", context)
		}
		if b.Bake != nil {
			for _, file := range b.Bake.Files {
				fact(f, "bake file", file)
			}
			for _, target := range b.Bake.Targets {
				fact(f, "bake target", target)
			}
			for _, override := range b.Bake.Overrides {
				fact(f, "set", override)
			}
		}
		for _, image := range b.Images {
			fact(f, "tag", image)
		}
		fact(f, "network", b.Network)
		for _, item := range b.Entitlements.Items {
			fact(f, "allow", item)
		}
		flag(f, "provenance", b.Provenance)
		flag(f, "sbom", b.SBOM)
	}
	for _, p := range u.Pushes {
		f.add("push by «%s»", p.By.Text())
		fact(f, "of", p.Image)
	}
	for _, a := range u.Assignments {
		switch a.Source {
		case lint.ContainerEnv:
			fact(f, "env "+a.Name, a.Value)
		case lint.BuildArg:
			fact(f, "arg "+a.Name, a.Value)
		}
	}
}

// line is a command line and what it says.
type line struct{ line, want string }

// lines is command lines as people write them; behind each stands what it says, or nothing if it is none of docker's that a view
// shows.
func lines(t *testing.T) []line {
	text, err := os.ReadFile("testdata/lines.txt")
	if err != nil {
		t.Fatal(err)
	}
	var all []line
	for entry := range strings.SplitSeq(strings.TrimSpace(string(text)), "\n\n") {
		command, want, _ := strings.Cut(strings.TrimPrefix(entry, "$ "), "\n")
		all = append(all, line{command, want})
	}
	if len(all) < 300 {
		t.Fatalf("only %d lines", len(all))
	}
	return all
}

func TestLines(t *testing.T) {
	for _, test := range lines(t) {
		t.Run(test.line, func(t *testing.T) {
			var got facts
			got.unit(shell.Parse(lint.NewFile("run.sh", []byte(test.line+"\n"))))
			if got := strings.Join(got, "; "); got != test.want {
				t.Errorf("\n got %s\nwant %s", got, test.want)
			}
		})
	}
}
