package dockercli_test

import (
	"testing"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/shell"
)

func TestSubject(t *testing.T) {
	for line, want := range map[string]string{
		"docker run docker.io/library/nginx:1": "docker run nginx:1",
		"docker container create shop/web":     "docker create shop/web",
		"sudo podman run --rm \"$IMAGE\"":      "podman run",
	} {
		pod := shell.Parse(lint.NewFile("run.sh", []byte(line))).Pods[0]
		if pod.String() != want || pod.Containers[0].String() != want || pod.Containers[0].Pod != pod {
			t.Errorf("%s: subjects %q and %q, want %q", line, pod, pod.Containers[0], want)
		}
	}
}

// TestAbsent proves where absence is reported.
func TestAbsent(t *testing.T) {
	pod := shell.Parse(lint.NewFile("run.sh", []byte("sudo docker --debug run --rm nginx"))).Pods[0]
	c := pod.Containers[0]
	for name, at := range map[string]lint.Absence{"pid": pod.HostPID, "ipc": pod.HostIPC, "net": pod.HostNetwork, "uts": pod.HostUTS,
		"userns": pod.HostUsers, "network": pod.Network, "sysctls": pod.Sysctls, "user": c.User, "privileged": c.Privileged,
		"capabilities": c.AddCapabilities, "dropped": c.DropCapabilities, "escalation": c.PrivilegeEscalation, "root": c.ReadOnlyRoot,
		"seccomp": c.Security.Seccomp, "apparmor": c.Security.AppArmor, "non-root": c.Security.RunAsNonRoot, "label": c.Security.SELinux.Type,
		"memory": c.Resources.MemoryLimit, "cpu": c.Resources.CPULimit, "pids": c.Resources.PIDsLimit, "restart": c.Restart,
		"health": c.Healthcheck, "ports": c.Ports, "mounts": c.Mounts, "devices": c.Devices, "ulimits": c.Ulimits} {
		if span, _ := at.Where(); span.Text() != "docker --debug run" || !at.Absent() {
			t.Errorf("%s: absent %v, reported at %q", name, at.Absent(), span.Text())
		}
	}
}

// TestVia proves that a value is reported where it is written, and by which variable it gets to the command.
func TestVia(t *testing.T) {
	u := shell.Parse(lint.NewFile("run.sh", []byte("U=root\nI=nginx:1\nO='--privileged -v /etc:/etc'\nM=host\ndocker run --user $U $O --pid $M \"$I\"")))
	pod := u.Pods[0]
	c := pod.Containers[0]
	for name, test := range map[string]struct {
		at        lint.Locator
		want, via string
	}{
		"user":       {c.User, "root", "$U"},
		"privileged": {c.Privileged, "--privileged", "$O"},
		"path":       {pod.HostPaths[0].Path, "/etc", "$O"},
		"image":      {c.Image, "nginx:1", "\"$I\""},
		"pid":        {pod.HostPID, "--pid $M", ""},
	} {
		span, hops := test.at.Where()
		via := ""
		for _, hop := range hops {
			via += hop.Text()
		}
		if span.Text() != test.want || via != test.via {
			t.Errorf("%s: at %q via %q", name, span.Text(), via)
		}
	}
}
