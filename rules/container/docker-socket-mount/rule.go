// Package dockersocketmount flags containers that are handed a container runtime's socket.
package dockersocketmount

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is docker-socket-mount.
var Rule = &lint.Rule{
	ID: "docker-socket-mount", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "The container is given the socket of Docker or another container runtime.",
	Hint:      "Take the mount out; give the tool a proxy that allows only what it needs, or a builder that needs no daemon.",
	Severity:  lint.Critical,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.ElevationOfPrivilege, lint.Tampering, lint.InformationDisclosure},
	Refs:      []lint.Ref{"CWE-250", "CIS Docker 1.6.0 5.32", "CIS Kubernetes 1.12 5.2.11", "PSS baseline"},
	Over:      []string{"hostpath-volume", "sensitive-host-mount", "shared-volume"},
	Check:     lint.Pods(check),
}

// check does not ask whether a mount is read-only: commands are sent through the socket, not written into its file.
func check(p *lint.Pass, pod *lint.Pod) {
	for _, host := range pod.HostPaths {
		if !host.Path.Known() {
			continue
		}
		runtime, reach := knowledge.RuntimeSocket(host.Path.V)
		given := "the socket of " + runtime
		switch reach {
		case knowledge.NoSocket:
			continue
		case knowledge.SocketFolder:
			given = "the folder that holds " + given
		}
		f := p.Report(host.Path, "%s is given %s: through it a process can start containers that hold the host's files", pod, given).
			Identify(host.Path.V)
		// A Kubernetes volume cannot go alone: the containers' mounts of it would hang in the air.
		if p.Unit.Kind != lint.Kubernetes {
			f.Fix(lint.Unsafe, "take the mount out", lint.Delete(host.Path))
		}
	}
}
