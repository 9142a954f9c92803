package compose

import (
	"iter"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// service reads one service.
type service struct {
	lint.Field
	*reader
	unit *lint.Unit
	file lint.Field // that the service stands in
	// partial tells that what the service lacks may stand elsewhere: in what it extends, in an included file or, where it
	// has no image, in the file that this one is laid over.
	partial bool
}

// project adds the service to its unit.
func (s *service) project(name string) {
	pod := s.pod(name)
	c := s.container(pod)
	pod.Containers = []*lint.Container{c}
	pod.HostPaths = s.hostPaths(c.Mounts.Items)
	s.unit.Pods = append(s.unit.Pods, pod)
	s.unit.Project.Services = append(s.unit.Project.Services, &lint.Service{
		Field: s.Field, Project: s.unit.Project, Container: c, Profiles: readList(s, s.Get("profiles"), s.text),
	})
	s.unit.Scopes = append(s.unit.Scopes, s.EntrySpan())
	if build := s.Get("build"); build.Exists() {
		s.unit.Builds = append(s.unit.Builds, s.howBuilt(build, c))
	}
	s.hooks(name, "post_start")
	s.hooks(name, "pre_stop")
	s.assign(s.Get("environment"), lint.ContainerEnv, c)
	s.assign(s.Get("build").Get("args"), lint.BuildArg, c)
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
		Devices:          readItems(s, s.Get("devices"), s.device),
		Mounts:           s.mounts(),
		Ports:            s.ports(),
		Resources:        s.resources(),
		Ulimits:          s.ulimits(),
		Restart:          s.restart(),
		Healthcheck:      s.healthcheck(),
	}
	c.Security.User = c.User
	s.securityOptions(c)
	return c
}

// network is the network mode or, without one, the first network that the service joins.
func (s *service) network() lint.Val[string] {
	mode, networks := s.Get("network_mode"), s.Get("networks")
	if mode.Exists() || !networks.Exists() {
		return read(s, mode, s.text)
	}
	for _, item := range networks.Items() {
		if item.Exists() {
			return s.networkName(lint.Read(item, s.text))
		}
	}
	for _, entry := range networks.Entries() {
		return s.networkName(name(entry))
	}
	return read(s, mode, s.text)
}

// networkName is the name that a network of the file has on the host, if it is one that the file does not make.
func (s *service) networkName(network lint.Val[string]) lint.Val[string] {
	declared := s.file.Get("networks").Get(network.V)
	if external := lint.Read(declared.Get("external"), s.boolean); external.Is(true) {
		if given := lint.Read(declared.Get("name"), s.text); !given.Absent() {
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
	if disabled := lint.Read(f.Get("disable"), s.boolean); disabled.Is(true) {
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
	if f.Node.Kind == lint.Scalar {
		return &lint.Build{Container: c, Folder: lint.Read(f, s.text)}
	}
	return &lint.Build{
		Container:    c,
		Folder:       lint.Read(f.Get("context"), s.text),
		Dockerfile:   lint.Read(f.Get("dockerfile"), s.text),
		Target:       lint.Read(f.Get("target"), s.text),
		Inline:       lint.Read(f.Get("dockerfile_inline"), literal),
		Privileged:   lint.Read(f.Get("privileged"), s.boolean),
		Entitlements: lint.ReadList(f.Get("entitlements"), s.text),
		Network:      lint.Read(f.Get("network"), s.text),
		Provenance:   lint.Read(f.Get("provenance"), s.attested),
		SBOM:         lint.Read(f.Get("sbom"), s.attested),
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

// assign reads variables in either form. One without a value is the caller's own.
func (s *service) assign(f lint.Field, source lint.AssignmentSource, owner *lint.Container) {
	for v := range s.pairs(f) {
		s.unit.Assignments = append(s.unit.Assignments, &lint.Assignment{Name: v.name.V, Value: v.value, Source: source, Owner: owner})
	}
}

// pair is one name with its value.
type pair struct{ name, value lint.Val[string] }

// pairs reads names and values in either form: a mapping, or a list of NAME=value. A value that is not given is unknown.
func (s *service) pairs(f lint.Field) iter.Seq[pair] {
	return func(yield func(pair) bool) {
		for _, entry := range f.Entries() {
			value := lint.Read(entry, s.text)
			if value.Absent() {
				value.State = lint.Unknown
			}
			if !yield(pair{name(entry), value}) {
				return
			}
		}
		for _, item := range f.Items() {
			if !item.Exists() || item.Node.Kind != lint.Scalar {
				continue
			}
			c := s.content(item)
			name := c.whole()
			value := lint.Locate(item, "", lint.Unknown)
			if at := strings.IndexByte(c.text, '='); at >= 0 {
				name.end = at
				value = stretch{&c, at + 1, len(c.text)}.value()
			}
			if !yield(pair{name.value(), value}) {
				return
			}
		}
	}
}
