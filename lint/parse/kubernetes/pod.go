package kubernetes

import (
	"slices"
	"strconv"

	"github.com/stridelint/stridelint/lint"
)

// pod reads the specification of a pod. Template is what holds it and the pod's metadata.
func (r *reader) pod(template, spec lint.Field, subject, workload string) {
	annotations := readAnnotations(template.Get("metadata").Get("annotations"))
	security := spec.Get("securityContext")
	pod := &lint.Pod{
		Subject:     subject,
		Workload:    workload,
		HostPID:     lint.Read(spec.Get("hostPID"), boolean),
		HostIPC:     lint.Read(spec.Get("hostIPC"), boolean),
		HostNetwork: lint.Read(spec.Get("hostNetwork"), boolean),
		HostUsers:   lint.Read(spec.Get("hostUsers"), boolean),
		OS:          lint.Read(spec.Get("os").Get("name"), text),
		Security:    securityContext(security),
		Groups:      groups(security),
		Sysctls:     lint.ReadItems(security.Get("sysctls"), sysctl, otherwise),
		HostAliases: hostAliases(spec.Get("hostAliases")),
	}
	pod.Security.SeccompAnnotation = annotations.seccomp
	pod.AppArmorAnnotations = annotations.appArmor
	r.unit.Pods = append(r.unit.Pods, pod)
	inherited := inheritance{security: &pod.Security, annotations: annotations, resources: resources(spec.Get("resources"))}
	for _, list := range containerLists(spec) {
		r.expect(list.field, lint.Sequence, list.key+" must be a list")
		for i, item := range list.field.Items() {
			if !r.expect(item, lint.Mapping, "a container must be a mapping") {
				continue
			}
			name := name(item)
			label := lint.Label(name)
			if label == "" {
				label = strconv.Itoa(i + 1)
			}
			c := &lint.Container{Pod: pod, Subject: subject + " " + list.noun + " " + label, Role: list.role}
			r.container(c, item, name, &inherited)
			pod.Containers = append(pod.Containers, c)
			r.unit.Scopes = append(r.unit.Scopes, item.Node.Span)
		}
	}
	r.volumes(pod, spec.Get("volumes"))
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

// groups reads the groups that processes have besides their own.
func groups(security lint.Field) []lint.Val[string] {
	groups := lint.ReadList(security.Get("supplementalGroups"), id).Items
	if files := lint.Read(security.Get("fsGroup"), id); !files.Absent() {
		groups = append(groups, files)
	}
	return groups
}

// sysctl reads one item of sysctls.
func sysctl(f lint.Field) lint.Sysctl {
	return lint.Sysctl{Name: lint.Read(f.Get("name"), text), Value: lint.Read(f.Get("value"), text)}
}

// hostAliases reads the names that the pod's hosts file is given, each of which has its address.
func hostAliases(f lint.Field) lint.List[lint.Val[string]] {
	var names []lint.Val[string]
	for _, alias := range f.Items() {
		names = append(names, lint.ReadList(alias.Get("hostnames"), text).Items...)
	}
	list := lint.ReadItems(f, func(lint.Field) lint.Val[string] { return lint.Val[string]{} }, otherwise)
	list.Items = names
	return list
}

// volumes reads what the pod declares as its volumes, once its containers are read.
func (r *reader) volumes(pod *lint.Pod, f lint.Field) {
	var mounts map[string]lint.Val[bool]
	for _, item := range f.Items() {
		r.markPart(item)
		if !item.Exists() {
			continue
		}
		volume := lint.Volume{Name: name(item), Type: volumeType(item)}
		pod.Volumes = append(pod.Volumes, volume)
		if volume.Type.V != "hostPath" {
			continue
		}
		if mounts == nil {
			mounts = readOnly(pod.Containers)
		}
		access, mounted := mounts[volume.Name]
		if !mounted {
			access.State = lint.Unknown
		}
		pod.HostPaths = append(pod.HostPaths, lint.HostPath{Path: lint.Read(item.Get("hostPath").Get("path"), text), ReadOnly: access})
	}
}

// volumeType is the key of a volume's source: the one that gives most away, should there be several.
func volumeType(volume lint.Field) lint.Val[string] {
	var source lint.Field
	for _, entry := range volume.Entries() {
		switch key := entry.Key.Value; {
		case key == "name" || isDirective(key) || !entry.Exists():
		case !source.Exists() || key == "hostPath":
			source = entry
		}
	}
	if !source.Exists() {
		none := lint.Locate(volume.Get("emptyDir"), "", lint.Unset)
		if otherwise(volume.Node) == lint.Unknown {
			none.State = lint.Unknown
		}
		return none
	}
	kind := lint.Locate(source, source.Key.Value, lint.Set)
	kind.Value = source.Key.Span
	return kind
}

// readOnly is, of each volume that the containers mount, the readOnly of the mount that lets them do most.
func readOnly(containers []*lint.Container) map[string]lint.Val[bool] {
	mounts := map[string]lint.Val[bool]{}
	for _, c := range containers {
		for _, mount := range c.Mounts.Items {
			volume := mount.Source.V
			if known, mounted := mounts[volume]; !mounted || freedom(mount.ReadOnly) > freedom(known) {
				mounts[volume] = mount.ReadOnly
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
