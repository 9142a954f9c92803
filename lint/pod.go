package lint

import (
	"strings"
	"unicode"
)

// Pod is a group of containers that share namespaces and volumes: a Kubernetes pod, one compose service, one docker run.
type Pod struct {
	Subject    string
	Containers []*Container

	HostPID     Val[bool]
	HostIPC     Val[bool]
	HostNetwork Val[bool]
	// HostUsers is false where the pod's user IDs are mapped to unprivileged ones of the host.
	HostUsers Val[bool]
	// HostPaths are the folders, files and sockets of the host that the pod's containers can be given.
	HostPaths []HostPath
}

// String is the pod's name in messages: "Deployment/web", "service db", "docker run nginx".
func (p *Pod) String() string { return p.Subject }

// HostPath is something of the host's file system that containers can be given.
type HostPath struct {
	Path     Val[string] // as the host has it
	ReadOnly Val[bool]
}

// Container is one container as it will run.
type Container struct {
	Pod     *Pod
	Subject string
	Role    Role

	Image Val[Image]
	// Built tells that the image is built from a Dockerfile beside it, or elsewhere in the unit: Image is the name of the
	// result, not of a source.
	Built bool

	User            Val[User]
	Privileged      Val[bool]
	AddCapabilities List[Val[string]] // as written, in any case and with or without CAP_
}

// String is the container's name in messages: "Deployment/web container app", "service db".
func (c *Container) String() string { return c.Subject }

// Role is what a container is to its pod.
type Role uint8

const (
	App       Role = iota
	Init           // runs to its end before the others start
	Sidecar        // an init container that keeps running
	Ephemeral      // added to a running pod for debugging
)

// maxLabel is the longest name that Kubernetes has (RFC 1123 subdomains).
const maxLabel = 253

// Label is a name that a file gives, as subjects show it: on one line, and cut where nothing can be named so any more.
func Label(name string) string {
	if len(name) > maxLabel {
		name = strings.ToValidUTF8(name[:maxLabel], "") + "…"
	}
	if strings.IndexFunc(name, unicode.IsControl) < 0 {
		return name
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) {
			return ' '
		}
		return r
	}, name)
}
