package kubernetes

import (
	"slices"
	"strconv"

	"github.com/stridelint/stridelint/lint"
)

// pod reads the specification of a pod.
func (r *reader) pod(spec lint.Field, subject string) {
	pod := &lint.Pod{
		Subject:     subject,
		HostPID:     lint.Read(spec.Get("hostPID"), boolean),
		HostIPC:     lint.Read(spec.Get("hostIPC"), boolean),
		HostNetwork: lint.Read(spec.Get("hostNetwork"), boolean),
		HostUsers:   lint.Read(spec.Get("hostUsers"), boolean),
	}
	r.unit.Pods = append(r.unit.Pods, pod)
	podUser := user(spec.Get("securityContext"))
	var all []lint.Field
	for _, list := range containerLists(spec) {
		r.expect(list.field, lint.Sequence, list.key+" must be a list")
		for i, item := range list.field.Items() {
			if !r.expect(item, lint.Mapping, "a container must be a mapping") {
				continue
			}
			label := lint.Label(name(item))
			if label == "" {
				label = strconv.Itoa(i + 1)
			}
			c := &lint.Container{Pod: pod, Subject: subject + " " + list.noun + " " + label, Role: list.role}
			r.container(c, item, podUser)
			pod.Containers = append(pod.Containers, c)
			r.unit.Scopes = append(r.unit.Scopes, item.Node.Span)
			all = append(all, item)
		}
	}
	r.hostPaths(pod, spec.Get("volumes"), all)
}

// containerList is one of a pod's lists of containers.
type containerList struct {
	key, noun string
	role      lint.Role
	field     lint.Field
}

// containerLists is a pod's lists of containers in the order of the file.
func containerLists(spec lint.Field) []containerList {
	lists := []containerList{
		{key: "initContainers", noun: "init container", role: lint.Init},
		{key: "containers", noun: "container", role: lint.App},
		{key: "ephemeralContainers", noun: "ephemeral container", role: lint.Ephemeral},
	}
	for i := range lists {
		lists[i].field = spec.Get(lists[i].key)
	}
	slices.SortStableFunc(lists, func(a, b containerList) int { return a.field.Head().Start - b.field.Head().Start })
	return lists
}

// name is what an item of a list is called, or nothing.
func name(f lint.Field) string {
	if f = f.Get("name"); !f.Exists() {
		return ""
	}
	name, _ := text(f.Node)
	return name
}

// container fills in a container.
func (r *reader) container(c *lint.Container, f lint.Field, podUser lint.Val[lint.User]) {
	r.markPart(f)
	securityContext := f.Get("securityContext")
	c.Image = lint.Read(f.Get("image"), image)
	c.Privileged = lint.Read(securityContext.Get("privileged"), boolean)
	c.AddCapabilities = lint.ReadList(securityContext.Get("capabilities").Get("add"), text)
	c.User = user(securityContext)
	if c.User.Absent() && !podUser.Absent() {
		c.User = podUser
	}
	if restart := lint.Read(f.Get("restartPolicy"), text); c.Role == lint.Init && restart.Is("Always") {
		c.Role = lint.Sidecar
	}
	for _, env := range f.Get("env").Items() {
		value := env.Get("value")
		if !value.Exists() {
			continue // empty, or from a source that is named
		}
		r.unit.Assignments = append(r.unit.Assignments, &lint.Assignment{
			Name: name(env), Value: lint.Read(value, text), Source: lint.ContainerEnv, Owner: c,
		})
	}
}

// user reads runAsUser, with the group of the same level.
func user(securityContext lint.Field) lint.Val[lint.User] {
	return lint.Read(securityContext.Get("runAsUser"), func(n *lint.Node) (lint.User, lint.State) {
		name, state := id(n)
		if state != lint.Set {
			return lint.User{}, state
		}
		return lint.User{Name: name, Group: lint.Read(securityContext.Get("runAsGroup"), id).V}, lint.Set
	})
}

// hostPaths reads the volumes that are paths of the host.
func (r *reader) hostPaths(pod *lint.Pod, volumes lint.Field, containers []lint.Field) {
	var mounts map[string]lint.Val[bool]
	for _, volume := range volumes.Items() {
		r.markPart(volume)
		path := volume.Get("hostPath").Get("path")
		if !path.Exists() {
			continue
		}
		if mounts == nil {
			mounts = readOnly(containers)
		}
		access, mounted := mounts[name(volume)]
		if !mounted {
			access.State = lint.Unknown
		}
		pod.HostPaths = append(pod.HostPaths, lint.HostPath{Path: lint.Read(path, text), ReadOnly: access})
	}
}

// readOnly is, of each volume that the containers mount, the readOnly of the mount that lets them do most.
func readOnly(containers []lint.Field) map[string]lint.Val[bool] {
	mounts := map[string]lint.Val[bool]{}
	for _, container := range containers {
		for _, mount := range container.Get("volumeMounts").Items() {
			volume, access := name(mount), lint.Read(mount.Get("readOnly"), boolean)
			if known, mounted := mounts[volume]; !mounted || freedom(access) > freedom(known) {
				mounts[volume] = access
			}
		}
	}
	return mounts
}

// freedom orders mounts by what they let a container do: read, perhaps write, write.
func freedom(readOnly lint.Val[bool]) int {
	switch {
	case readOnly.Is(true):
		return 0
	case readOnly.State == lint.Set, readOnly.State == lint.Unset:
		return 2
	}
	return 1
}
