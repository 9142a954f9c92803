package compose

import (
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// service reads one service.
type service struct {
	lint.Field
	unit *lint.Unit
	// partial tells that what the service lacks may stand elsewhere: in what it extends, in an included file or, where it
	// has no image, in the file that this one is laid over.
	partial bool
}

// project adds the service to its unit.
func (s *service) project(name string) {
	pod := &lint.Pod{
		Subject:     name,
		HostPID:     read(s, s.Get("pid"), isHost),
		HostIPC:     read(s, s.Get("ipc"), isHost),
		HostNetwork: read(s, s.Get("network_mode"), isHost),
		HostUsers:   read(s, s.Get("userns_mode"), isHost),
	}
	build := s.Get("build")
	c := &lint.Container{
		Pod:             pod,
		Subject:         name,
		Image:           read(s, s.Get("image"), image),
		Built:           build.Exists(),
		User:            read(s, s.Get("user"), user),
		Privileged:      read(s, s.Get("privileged"), boolean),
		AddCapabilities: lint.ReadList(s.Get("cap_add"), text),
	}
	if c.AddCapabilities.Absent() && s.partial {
		c.AddCapabilities.State = lint.Unknown
	}
	pod.Containers = []*lint.Container{c}
	if build.Exists() {
		s.unit.Builds = append(s.unit.Builds, howBuilt(build, c))
	}
	for _, volume := range s.Get("volumes").Items() {
		if path, ok := hostPath(volume); ok {
			pod.HostPaths = append(pod.HostPaths, path)
		}
	}
	s.unit.Pods = append(s.unit.Pods, pod)
	s.unit.Scopes = append(s.unit.Scopes, s.EntrySpan())
	s.assign(s.Get("environment"), lint.ContainerEnv, c)
	s.assign(build.Get("args"), lint.BuildArg, c)
}

// howBuilt reads a build. Its short form names the context alone.
func howBuilt(f lint.Field, c *lint.Container) *lint.Build {
	if f.Node.Kind == lint.Scalar {
		return &lint.Build{Container: c, Folder: lint.Read(f, text)}
	}
	return &lint.Build{
		Container:    c,
		Folder:       lint.Read(f.Get("context"), text),
		Dockerfile:   lint.Read(f.Get("dockerfile"), text),
		Target:       lint.Read(f.Get("target"), text),
		Privileged:   lint.Read(f.Get("privileged"), boolean),
		Entitlements: lint.ReadList(f.Get("entitlements"), text),
	}
}

// read reads a value of the service.
func read[T comparable](s *service, f lint.Field, parse func(*lint.Node) (T, lint.State)) lint.Val[T] {
	value := lint.Read(f, parse)
	if value.Absent() && s.partial {
		value.State = lint.Unknown
	}
	return value
}

// assign reads variables in either form: a mapping, or a list of NAME=value. A variable without a value is the caller's own.
func (s *service) assign(f lint.Field, source lint.AssignmentSource, owner *lint.Container) {
	add := func(name string, value lint.Val[string]) {
		s.unit.Assignments = append(s.unit.Assignments, &lint.Assignment{Name: name, Value: value, Source: source, Owner: owner})
	}
	for _, entry := range f.Entries() {
		value := lint.Read(entry, text)
		if value.Absent() {
			value.State = lint.Unknown
		}
		add(entry.Key.Value, value)
	}
	for _, item := range f.Items() {
		if !item.Exists() || item.Node.Kind != lint.Scalar {
			continue
		}
		name, raw, given := strings.Cut(item.Node.Value, "=")
		if !given {
			add(name, lint.Locate(item, "", lint.Unknown))
			continue
		}
		v, state := interpolate(raw)
		value := lint.Locate(item, v, state)
		value.Value = part(item.Node, len(name)+1, len(item.Node.Value))
		add(name, value)
	}
}
