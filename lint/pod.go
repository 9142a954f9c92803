package lint

import (
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// Pod is a group of containers that share namespaces and volumes: a Kubernetes pod, one compose service, one docker run.
type Pod struct {
	Subject string
	// Workload is the kind of the Kubernetes object that runs the pod: "Deployment", "CronJob", "Pod", that of a custom
	// resource. Empty elsewhere.
	Workload   string
	Containers []*Container
	// Part tells that the file shows only a part of the pod, which something else makes: what it lacks proves nothing.
	Part bool
	// RestartPolicy is that of a Kubernetes pod: "Always", "OnFailure", "Never".
	RestartPolicy Val[string]

	HostPID     Val[bool]
	HostIPC     Val[bool]
	HostNetwork Val[bool]
	HostUTS     Val[bool]
	HostCgroup  Val[bool]
	// HostUsers is false where the pod's user IDs are mapped to unprivileged ones of the host.
	HostUsers Val[bool]
	// Network is the network mode as compose and docker run have it: "bridge", "none", "host", "container:web", the name of a
	// network. Unset, compose makes a network of the project's own and docker run takes the default bridge.
	Network Val[string]
	// CgroupParent is the cgroup of the host under which the containers' own are put.
	CgroupParent Val[string]
	// ServiceAccount is the name of the account that a Kubernetes pod runs as; unset, "default".
	ServiceAccount Val[string]
	// AutomountToken is whether the containers of a Kubernetes pod are given the token of its service account.
	AutomountToken Val[bool]
	// OS is spec.os.name of a Kubernetes pod: "linux" or "windows".
	OS Val[string]
	// NodeOS is the operating system of the nodes on which alone a Kubernetes pod may run, as their label has it.
	NodeOS Val[string]

	// Security is what the pod's own security context says; containers have what they inherit of it in theirs.
	Security SecurityContext
	// Groups is the supplementary groups of the containers' processes and of what is mounted: supplementalGroups, fsGroup, group_add.
	Groups []Val[string]
	// AppArmorAnnotations is the profiles that annotations name, whether there is such a container or not.
	AppArmorAnnotations []Val[SecurityProfile]
	Sysctls             List[Sysctl]
	// HostAliases is the host names that a Kubernetes pod's hosts file is given.
	HostAliases List[Val[string]]
	// Volumes is what a Kubernetes pod declares as its volumes.
	Volumes []Volume
	// HostPaths are the folders, files and sockets of the host that the pod's containers can be given.
	HostPaths []HostPath

	// What each container would find out anew:
	once        sync.Once
	hostProcess bool
	hostVolumes map[string][]int // which of the host paths each volume brings
}

// know finds out what all containers ask for.
func (p *Pod) know() {
	p.once.Do(func() {
		p.hostProcess = p.Security.HostProcess.Is(true) || slices.ContainsFunc(p.Containers, func(c *Container) bool {
			return c.Role != Ephemeral && c.Security.HostProcess.Is(true)
		})
		p.hostVolumes = map[string][]int{}
		for i, host := range p.HostPaths {
			p.hostVolumes[host.Volume] = append(p.hostVolumes[host.Volume], i)
		}
	})
}

// String is the pod's name in messages: "Deployment/web", "service db", "docker run nginx".
func (p *Pod) String() string { return p.Subject }

// IsPart tells whether what the file lacks of the pod proves nothing.
func (p *Pod) IsPart() bool { return p.Part }

// IsWindows tells whether the pod runs on Windows: it says so or, if it does not say what it is for, asks for nodes with Windows or
// is a process of one.
func (p *Pod) IsWindows() bool {
	return p.OS.Is("windows") || p.OS.Absent() && (p.NodeOS.Is("windows") || p.isHostProcess())
}

// isHostProcess tells whether the pod is processes of a Windows node: either all its containers are, or none is
// (https://kubernetes.io/docs/tasks/configure-pod-container/create-hostprocess-pod/).
func (p *Pod) isHostProcess() bool {
	p.know()
	return p.hostProcess
}

// HostPath is something of the host's file system that containers can be given.
type HostPath struct {
	Path     Val[string] // as the host has it
	Volume   string      // the Kubernetes volume that brings it
	ReadOnly Val[bool]   // of the mount that lets a container do most
}

// HostPaths is what the container itself is given of the host's file system.
func (c *Container) HostPaths() []HostPath {
	if len(c.Pod.Volumes) == 0 {
		return c.Pod.HostPaths // a pod of one container
	}
	c.Pod.know()
	mounts := map[int][]Mount{} // of each host path
	for _, m := range c.Mounts.Items {
		if m.Source.Known() {
			for _, i := range c.Pod.hostVolumes[m.Source.V] {
				mounts[i] = append(mounts[i], m)
			}
		}
	}
	var own []HostPath
	for _, i := range slices.Sorted(maps.Keys(mounts)) {
		host := c.Pod.HostPaths[i]
		for _, m := range mounts[i] {
			own = append(own, HostPath{Path: host.Path, Volume: host.Volume, ReadOnly: m.ReadOnly})
		}
	}
	return own
}

// Volume is one volume that a Kubernetes pod declares.
type Volume struct {
	Name string
	// Type is the key of its source: "hostPath", "emptyDir", "configMap". Unset, the API server makes it an emptyDir.
	Type Val[string]
}

// Sysctl is one kernel parameter that is set for a pod.
type Sysctl struct {
	Name  Val[string]
	Value Val[string]
}

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
