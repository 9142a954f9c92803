package compose

import (
	"strconv"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// service reads one service.
type service struct {
	lint.Field
	*loader
	file lint.Field // that the service stands in
	// partial tells that what the service lacks may stand elsewhere: in a file that could not be read or, where it has no image,
	// in the one that this one is laid over.
	partial bool
}

// project adds the service to its unit.
func (s *service) project(name string) {
	c := s.start(name)
	if written := s.lookUp(s.unit.Project.Root.Get("services"), s.Key.Value); written.Node != nil {
		s.unit.Project.Services = append(s.unit.Project.Services, &lint.Service{
			Field: written, Project: s.unit.Project, Container: c, Profiles: readList(s, s.Get("profiles"), s.text),
		})
	}
	s.unit.Scopes = append(s.unit.Scopes, s.EntrySpan())
	if build := s.Get("build"); build.Exists() {
		s.unit.Builds = append(s.unit.Builds, s.howBuilt(build, c))
	}
	s.hooks(name, "post_start")
	s.hooks(name, "pre_stop")
	s.assign(s.Get("build").Get("args"), lint.BuildArg, c)
	s.preStart(name)
}

// start adds the pod of one container, with its environment.
func (s *service) start(name string) *lint.Container {
	pod := s.pod(name)
	c := s.container(pod)
	pod.Containers = []*lint.Container{c}
	pod.HostPaths = s.hostPaths(c.Mounts.Items)
	s.unit.Pods = append(s.unit.Pods, pod)
	s.assign(s.Get("environment"), lint.ContainerEnv, c)
	s.assignFiles(c)
	return c
}

// pod reads the namespaces that the service's container is put in.
func (s *service) pod(name string) *lint.Pod {
	network := s.network()
	return &lint.Pod{
		Subject:      name,
		HostPID:      read(s, s.Get("pid"), s.isHost),
		HostIPC:      read(s, s.Get("ipc"), s.isHost),
		HostUTS:      read(s, s.Get("uts"), s.isHost),
		HostCgroup:   read(s, s.Get("cgroup"), s.isHost),
		HostUsers:    read(s, s.Get("userns_mode"), s.isHost),
		HostNetwork:  s.hostNetwork(network),
		Network:      network,
		CgroupParent: read(s, s.Get("cgroup_parent"), s.text),
		Groups:       readList(s, s.Get("group_add"), s.text).Items,
		Sysctls:      s.sysctls(),
	}
}

// container reads the service's container.
func (s *service) container(pod *lint.Pod) *lint.Container {
	c := &lint.Container{
		Pod:              pod,
		Subject:          pod.Subject,
		Image:            read(s, s.Get("image"), s.image),
		Built:            s.Get("build").Exists(),
		Head:             s.Head(),
		PullPolicy:       read(s, s.Get("pull_policy"), s.text),
		User:             read(s, s.Get("user"), s.user),
		Privileged:       read(s, s.Get("privileged"), s.boolean),
		AddCapabilities:  readList(s, s.Get("cap_add"), s.text),
		DropCapabilities: readList(s, s.Get("cap_drop"), s.text),
		ReadOnlyRoot:     read(s, s.Get("read_only"), s.boolean),
		Devices:          s.devices(),
		DeviceRules:      readList(s, s.Get("device_cgroup_rules"), s.text),
		Mounts:           s.mounts(),
		Ports:            s.ports(),
		Resources:        s.resources(),
		Ulimits:          s.ulimits(),
		Restart:          s.restart(),
		LogDriver:        read(s, s.Get("logging").Get("driver"), s.text),
		Healthcheck:      s.healthcheck(),
		Programs:         s.programs(),
	}
	c.Security.User = c.User
	s.securityOptions(c)
	return c
}

// network is the network mode or, without one, the network that compose starts the container in: of those that the service joins,
// the first by its priority, then by its name.
func (s *service) network() lint.Val[string] {
	mode := s.Get("network_mode")
	if mode.Exists() {
		return read(s, mode, s.text)
	}
	var first lint.Val[string]
	most := 0
	for network := range s.pairs(s.Get("networks")) {
		priority, _ := strconv.Atoi(get(s.reader, network.field.Get("priority"), s.text).V)
		if first.Absent() || priority > most || priority == most && network.name.V < first.V {
			first, most = network.name, priority
		}
	}
	if first.Absent() {
		return read(s, mode, s.text)
	}
	return s.networkName(first)
}

// networkName is the name that a network of the file has on the host, if it is one that the file does not make.
func (s *service) networkName(network lint.Val[string]) lint.Val[string] {
	declared := s.lookUp(s.file.Get("networks"), network.V)
	if external := get(s.reader, declared.Get("external"), s.boolean); external.Is(true) {
		if given := get(s.reader, declared.Get("name"), s.text); !given.Absent() {
			network.V, network.State = given.V, given.State
		}
	}
	return network
}

// hostNetwork tells whether the network is the host's own.
func (s *service) hostNetwork(network lint.Val[string]) lint.Val[bool] {
	return lint.Val[bool]{
		V: network.Is("host"), State: network.State, Value: network.Value, Entry: network.Entry, At: network.At, Via: network.Via,
	}
}

// healthcheck tells whether the service says how to ask whether it works.
func (s *service) healthcheck() lint.Val[bool] {
	f := s.Get("healthcheck")
	if disabled := get(s.reader, f.Get("disable"), s.boolean); disabled.Is(true) {
		disabled.V = false
		return disabled
	}
	return read(s, f.Get("test"), func(n *lint.Node) (bool, lint.State) {
		if n.Kind == lint.Sequence && len(n.Items) > 0 {
			n, _ = n.Items[0].Resolve()
		}
		test, state := s.text(n)
		if state == lint.Set && test == "" {
			state = lint.Unset
		}
		return state == lint.Set && test != "NONE", state
	})
}

// howBuilt reads a build. Its short form names the context alone.
func (s *service) howBuilt(f lint.Field, c *lint.Container) *lint.Build {
	folder := f.Get("context")
	if f.Node.Kind == lint.Scalar {
		return &lint.Build{Container: c, Start: s.document(f.Node).dir, Folder: get(s.reader, f, s.text)}
	}
	start := f.Node
	if folder.Exists() {
		start = folder.Node
	}
	var contexts []string
	for context := range s.pairs(f.Get("additional_contexts")) {
		if context.name.Known() {
			contexts = append(contexts, context.name.V)
		}
	}
	return &lint.Build{
		Container:    c,
		Contexts:     contexts,
		Start:        s.document(start).dir,
		Folder:       get(s.reader, folder, s.text),
		Dockerfile:   get(s.reader, f.Get("dockerfile"), s.text),
		Target:       get(s.reader, f.Get("target"), s.text),
		Inline:       get(s.reader, f.Get("dockerfile_inline"), literal),
		Privileged:   get(s.reader, f.Get("privileged"), s.boolean),
		Entitlements: lint.ReadList(f.Get("entitlements"), s.text),
		Network:      get(s.reader, f.Get("network"), s.text),
		Provenance:   get(s.reader, f.Get("provenance"), s.attested),
		SBOM:         get(s.reader, f.Get("sbom"), s.attested),
	}
}

// literal reads a text that stands in the file as it is meant: a literal block scalar, over which compose puts no variable in.
func literal(n *lint.Node) (string, lint.State) {
	if n.Kind != lint.Scalar || n.Style != lint.Literal || strings.Contains(n.Value, "$") {
		return "", lint.Unknown
	}
	return n.Value, lint.Set
}

// attested reads whether a build attests something: a truth value, or how it is to be done.
// https://docs.docker.com/reference/compose-file/build/#provenance
func (r *reader) attested(n *lint.Node) (bool, lint.State) {
	attested, state := r.boolean(n)
	if text, known := r.text(n); state == lint.Invalid && known == lint.Set && text != "" {
		return true, lint.Set
	}
	return attested, state
}

// hooks reads the processes that are started in the container at one of the service's events.
func (s *service) hooks(name, event string) {
	for _, hook := range s.Get(event).Items() {
		if hook.Exists() {
			s.unit.Execs = append(s.unit.Execs, &lint.Exec{
				Subject:    name + " " + event,
				User:       read(s, hook.Get("user"), s.user),
				Privileged: read(s, hook.Get("privileged"), s.boolean),
			})
		}
	}
}
