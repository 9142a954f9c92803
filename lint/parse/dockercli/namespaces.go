package dockercli

import (
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/shorthand"
)

// applyToPod lets an option take effect that is about namespaces, networks and the kernel; false if it is another one.
func (p *projection) applyToPod(g given) bool {
	switch g.name {
	case "pid":
		p.pod.HostPID = p.mode(g, isHost)
	case "ipc":
		p.pod.HostIPC = p.mode(g, isHost)
	case "uts":
		p.pod.HostUTS = p.mode(g, isHost)
	case "cgroupns":
		p.pod.HostCgroup = p.mode(g, isHost)
	case "userns":
		p.pod.HostUsers = p.mode(g, usesHostUsers)
	case "network", "net":
		p.network(g)
	case "cgroup-parent":
		p.pod.CgroupParent = p.text(g)
	case "sysctl":
		name, value, _ := strings.Cut(g.text(), "=")
		extend(p.line, &p.pod.Sysctls, g, lint.Sysctl{
			Name:  p.written(g, shorthand.Part{End: len(name)}),
			Value: p.written(g, shorthand.Part{Start: len(g.text()) - len(value), End: len(g.text())}),
		})
	case "pod":
		p.join()
	case "platform", "os":
		p.pod.OS = p.text(g)
		p.pod.OS.V, _, _ = strings.Cut(p.pod.OS.V, "/")
	default:
		return false
	}
	return true
}

// network reads one --network. Several networks can be joined; the first is the mode.
func (p *projection) network(g given) {
	if !p.pod.HostNetwork.Entry.IsZero() {
		return
	}
	start, end := networkName(p.line.program, g.text())
	p.pod.Network = p.written(g, shorthand.Part{Start: start, End: end})
	p.pod.HostNetwork = p.mode(g, func(text string) (bool, lint.State) { return text[start:end] == "host", lint.Set })
}

// networkName is where the mode stands in a --network: docker takes name=NAME,alias=…, podman MODE:OPTIONS.
func networkName(program, text string) (start, end int) {
	end = len(text)
	if strings.Contains(text, "=") && program != "podman" {
		at := 0
		for field := range strings.SplitSeq(text, ",") {
			if name, found := strings.CutPrefix(field, "name="); found {
				return at + len(field) - len(name), at + len(field)
			}
			at += len(field) + 1
		}
		return 0, end
	}
	mode, _, _ := strings.Cut(text, ":")
	if program == "podman" && mode != "container" && mode != "ns" {
		end = len(mode)
	}
	return 0, end
}

// join makes unknown what podman's container has of the pod that it joins.
func (p *projection) join() {
	pod, c := &p.pod, &p.container
	pod.HostPID, pod.HostIPC, pod.HostUTS = pod.HostPID.OrUnknown(), pod.HostIPC.OrUnknown(), pod.HostUTS.OrUnknown()
	pod.HostNetwork, pod.HostUsers, pod.Network = pod.HostNetwork.OrUnknown(), pod.HostUsers.OrUnknown(), pod.Network.OrUnknown()
	if c.Ports.Absent() {
		c.Ports.State = lint.Unknown
	}
}

// usesHostUsers reads a user namespace: docker and nerdctl know host alone, podman has its own ones
// (https://docs.podman.io/en/latest/markdown/podman-run.1.html#userns-mode).
func usesHostUsers(text string) (bool, lint.State) {
	mode, _, _ := strings.Cut(text, ":")
	switch mode {
	case "host":
		return true, lint.Set
	case "auto", "keep-id", "nomap", "private":
		return false, lint.Set
	}
	return false, lint.Unknown
}
