package lint

import "strings"

// Container is one container as it will run. What it inherits of its pod stands in it, with the pod's place.
type Container struct {
	Pod     *Pod
	Subject string
	Role    Role
	// Head is where what is true of the container as a whole is reported: its name, the service's key, the command's program.
	Head Span

	Image Val[Image]
	// Built tells that the image is built from a Dockerfile beside it, or elsewhere in the unit: Image is the name of the
	// result, not of a source.
	Built bool
	// Retagged tells that the kustomizations of the run give the image another tag or digest.
	Retagged bool
	// From is the stage of a Dockerfile in the same tree that makes the image, or nil if there is none or it is not sure which.
	From *Stage
	// PullPolicy is when the image is fetched, in the format's own words: "Always", "IfNotPresent", "missing".
	PullPolicy Val[string]

	// User is the effective user, of the container or of its pod.
	User     Val[User]
	Security SecurityContext // User aside, what holds of the container's own and of its pod's

	Privileged       Val[bool]
	AddCapabilities  List[Val[string]] // as written, in any case and with or without CAP_
	DropCapabilities List[Val[string]]
	// PrivilegeEscalation is whether a process may gain more privileges than its parent has: allowPrivilegeEscalation,
	// and the opposite of no-new-privileges.
	PrivilegeEscalation Val[bool]
	ReadOnlyRoot        Val[bool]
	ProcMount           Val[string] // "Default", "Unmasked"

	Devices List[Device]
	// DeviceRules is the devices that processes may make and use besides, by the kernel's numbers: "b 8:* rw".
	DeviceRules List[Val[string]]
	Mounts      List[Mount]
	Ports       List[Port]

	Resources Resources
	Ulimits   List[Ulimit]
	// Restart is the policy as compose and docker run have it: "no", "always", "on-failure:5", "unless-stopped".
	Restart Val[string]
	// LogDriver is what becomes of the container's output: "json-file", "journald", "none". Unset, the daemon decides.
	LogDriver Val[string]
	// Attached tells that its output goes, whatever becomes of it otherwise, to whoever starts it: docker run without --detach.
	Attached bool

	// Healthcheck is true where the container is told how to ask whether it works, false where its image's own check is turned off.
	Healthcheck Val[bool]
	// Liveness, Readiness and Startup are true where a Kubernetes container has that probe.
	Liveness, Readiness, Startup Val[bool]
	// Programs is what the file itself has started in the container. What the image decides is not among it.
	Programs []Program
	// HandlerHosts is the hosts that probes and lifecycle hooks name, which they ask instead of the pod.
	HandlerHosts []Val[string]
}

// String is the container's name in messages: "Deployment/web container app", "service db".
func (c *Container) String() string { return c.Subject }

// IsPart tells whether what the file lacks of the container proves nothing.
func (c *Container) IsPart() bool { return c.Pod.Part }

// Role is what a container is to its pod.
type Role uint8

const (
	App       Role = iota
	Init           // runs to its end before the others start
	Sidecar        // an init container that keeps running
	Ephemeral      // added to a running pod for debugging
)

// Device is one device of the host that a container is given.
type Device struct {
	Path        Val[string] // on the host: "/dev/sda", or the name of a kind of device: "vendor.com/gpu=all"
	Permissions string      // some of "rwm"; empty, all
}

// Mount is one thing that is mounted into a container.
type Mount struct {
	Type MountType
	// Source is a path of the host or the name of a volume; unset for an anonymous volume and a tmpfs.
	Source      Val[string]
	Target      Val[string]
	ReadOnly    Val[bool]
	Propagation Val[string] // as written: "rshared", "Bidirectional"
}

// MountType is what a mount brings.
type MountType uint8

const (
	VolumeMount MountType = iota // a volume, named or anonymous; in Kubernetes, any of the pod's volumes
	BindMount                    // a path of the host
	TmpfsMount                   // memory
	OtherMount                   // an image, a cluster volume, or not known
)

// Port is one port, or range of ports, of a container.
type Port struct {
	// Container is the port within the container and Host that on the host; Host is unset where the runtime chooses one.
	Container, Host Val[PortRange]
	// Address is the address of the host on which the port is published. Unset, every address.
	Address Val[string]
	// Protocol is "tcp", "udp" or "sctp"; empty, not known.
	Protocol string
	// Published tells that the host forwards it.
	Published Val[bool]
	// Entry is the port as it is written: the short syntax' text, the item of a list, the option's value.
	Entry Val[string]
}

// OnEveryInterface tells whether the port is surely published on every address of the host.
func (p Port) OnEveryInterface() bool {
	if !p.Published.Is(true) || p.Host.State == Invalid {
		return false
	}
	switch p.Address.V {
	case "", "0.0.0.0", "::", "[::]", "*":
		return p.Address.State == Unset || p.Address.State == Set
	}
	return false
}

// Opening is where the port is opened on the host: the entry or, if that is known by the container's port, the one of the host.
func (p Port) Opening() Locator {
	if !p.Host.Value.IsZero() && !p.Entry.Value.Contains(p.Host.Value) {
		return p.Host
	}
	return p.Entry
}

// PortRange is the ports from First up to and including Last.
type PortRange struct{ First, Last uint16 }

// Holds tells whether a port is in the range.
func (r PortRange) Holds(port uint16) bool { return r.First <= port && port <= r.Last }

// Resources is what a container may use of its host and what it is promised, as written: "512Mi", "1.5".
type Resources struct {
	MemoryLimit, CPULimit, PIDsLimit Val[string]
	MemoryRequest, CPURequest        Val[string]
}

// NoLimit tells whether a limit is written and is none: zero or less, in whatever unit.
func NoLimit(limit Val[string]) bool {
	number := strings.TrimRight(strings.TrimSpace(limit.V), "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ ")
	return limit.Known() && number != "" && (number[0] == '-' || strings.Trim(number, "0.") == "")
}

// Ulimit is one resource limit of a container's processes. Where one number stands for both, Soft and Hard are the same.
type Ulimit struct {
	Name       Val[string]
	Soft, Hard Val[string]
}

// Program is what one entry of a container's description starts: its entrypoint, a health check, a probe, a hook.
type Program struct {
	Path Val[string] // as written: "/bin/sh", "server"; "/bin/sh" where the entry is a shell's text, whose place it then has
	Use  string      // what the entry is, as messages name it: "entrypoint", "health check", "livenessProbe"
	// Words is the command line as YAML has it, the program first. One text that stands for all of it is alone.
	Words []*Node
	// Shell tells that a shell reads that text.
	Shell bool
	// Assumed tells that the image's own entrypoint may take the words for arguments.
	Assumed bool
}

// IsShell tells whether a program is a shell, by its name alone or at one of its usual places.
func IsShell(program string) bool {
	for _, folder := range [...]string{"/bin/", "/usr/bin/"} {
		program = strings.TrimPrefix(program, folder)
	}
	switch program {
	case "sh", "bash", "dash", "zsh", "ksh", "ash":
		return true
	}
	return false
}

// Exec is a process that is started beside a container's main one: docker exec, a compose service's post_start and pre_stop.
type Exec struct {
	Subject    string
	User       Val[User]
	Privileged Val[bool]
}

// String is the process' name in messages: "docker exec web", "service db post_start".
func (e *Exec) String() string { return e.Subject }
