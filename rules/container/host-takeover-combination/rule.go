// Package hosttakeovercombination flags containers in which several settings together give the host away.
package hosttakeovercombination

import (
	_ "embed"
	"slices"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is host-takeover-combination.
var Rule = &lint.Rule{
	ID: "host-takeover-combination", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "Root in the container, together with what it is given, is root on the host.",
	Hint:      "Take one of the steps away: run as another user, or drop the socket, mount or capability.",
	Severity:  lint.Critical,
	Precision: lint.HighPrecision,
	STRIDE:    []lint.Category{lint.ElevationOfPrivilege},
	Refs:      []lint.Ref{"CWE-250", "CIS Docker 1.6.0 4.1", "PSS baseline"},
	Check:     lint.Containers(check),
}

// way is one thing that root in a container can leave it by, or a second one that it takes.
type way struct {
	at   lint.Locator
	how  string // what root does with it: the end of a sentence; empty of a second one
	what string // what stands there
}

// check joins what other rules report one by one. A single setting is theirs alone: what root of an image does with one mount is said
// where the mount is.
func check(p *lint.Pass, c *lint.Container) {
	user := p.UserOf(c)
	if !user.Known() || !user.V.IsRoot() || c.Pod.HostUsers.Is(false) || c.Security.RunAsNonRoot.Is(true) || c.Pod.IsWindows() {
		return // no root, or none that is one outside
	}
	ways := slices.Concat(byPath(c), byCapability(c), byProcesses(c))
	if len(ways) == 0 || len(ways) == 1 && c.User.Absent() {
		return
	}
	f := p.Report(c.Head, "%s is root on the host in one step: it runs as root, and %s", c, ways[0].how)
	f.Relate(user.Value, "it runs as root")
	for _, w := range ways {
		span, _ := w.at.Where()
		f.Relate(span, w.what)
	}
}

// byPath is the sockets of runtimes, and the paths of the host that decide what it runs and that the container may write.
func byPath(c *lint.Container) []way {
	var ways []way
	for _, host := range c.HostPaths() {
		if !host.Path.Known() {
			continue
		}
		if runtime, reach := knowledge.RuntimeSocket(host.Path.V); reach != knowledge.NoSocket {
			ways = append(ways, way{host.Path, "starts containers that hold the host's disk through the socket of " + runtime, "it is given the socket of " + runtime})
			continue
		}
		gain, found := knowledge.SensitiveHostPath(host.Path.V, false)
		if found && gain.CommandsHost && (host.ReadOnly.Absent() || host.ReadOnly.Is(false)) {
			ways = append(ways, way{host.Path, "may write " + host.Path.V + " of the host: " + gain.Clause, "it may write " + host.Path.V + " of the host"})
		}
	}
	return ways
}

// byCapability is the capabilities that lead out of a container.
func byCapability(c *lint.Container) []way {
	var ways []way
	for _, capability := range c.AddCapabilities.Items {
		if why, leads := knowledge.EscapeCapability(capability.V); leads && capability.Known() {
			name := knowledge.CapabilityName(capability.V)
			ways = append(ways, way{capability, "holds the capability " + name + ": " + why, "it is given the capability " + name})
		}
	}
	return ways
}

// byProcesses is the host's processes and the privilege to enter them, where the container has both.
func byProcesses(c *lint.Container) []way {
	if !c.Pod.HostPID.Is(true) {
		return nil
	}
	sight := way{c.Pod.HostPID, "enters the host's first process, which it sees and has the privilege for", "it sees the host's processes"}
	if c.Privileged.Is(true) {
		return []way{sight, {c.Privileged, "", "it is privileged"}}
	}
	for _, capability := range c.AddCapabilities.Items {
		if capability.Known() && knowledge.CapabilityName(capability.V) == "SYS_PTRACE" {
			return []way{sight, {capability, "", "it is given the capability SYS_PTRACE"}}
		}
	}
	return nil
}
