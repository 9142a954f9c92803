package kubernetes

import (
	"slices"
	"strconv"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

// form is how a pod is written.
type form struct {
	subject, workload string

	spec     lint.Field // what holds the pod's fields
	around   lint.Field // what says of the pod what spec does not, if anything
	metadata lint.Field // what holds the pod's annotations
	image    lint.Field // the image of containers that name none, if there is one
	security string     // the key of the pod's security context, if it is not securityContext
	part     bool       // what is not written may be added
	exact    bool       // it has the fields of the API, and no others
	lists    []containerList
}

// get is one of the pod's fields.
func (p *form) get(key string) lint.Field {
	f := p.spec.Get(key)
	if p.around.Node != nil && !f.Exists() {
		if outer := p.around.Get(key); outer.Exists() {
			return outer
		}
	}
	return f
}

// pod reads a pod.
func (r *reader) pod(p form) {
	annotations := readAnnotations(p.metadata.Get("annotations"))
	security := p.get("securityContext")
	if p.security != "" {
		security = p.get(p.security)
	}
	pod := &lint.Pod{
		Subject:        p.subject,
		Workload:       p.workload,
		Part:           p.part,
		HostPID:        lint.Read(p.get("hostPID"), boolean),
		HostIPC:        lint.Read(p.get("hostIPC"), boolean),
		HostNetwork:    lint.Read(p.get("hostNetwork"), boolean),
		HostUsers:      lint.Read(p.get("hostUsers"), boolean),
		ServiceAccount: lint.Read(p.get("serviceAccountName"), text),
		AutomountToken: lint.Read(p.get("automountServiceAccountToken"), boolean),
		OS:             lint.Read(p.get("os").Get("name"), text),
		NodeOS:         nodeOS(p),
		Security:       securityContext(security),
		Groups:         groups(security),
		Sysctls:        lint.ReadItems(security.Get("sysctls"), sysctl, otherwise),
		HostAliases:    hostAliases(p.get("hostAliases")),

		RestartPolicy: lint.Read(p.get("restartPolicy"), text),
	}
	pod.Security.SeccompAnnotation = annotations.seccomp
	pod.AppArmorAnnotations = annotations.appArmor
	r.unit.Pods = append(r.unit.Pods, pod)
	inherited := inheritance{security: &pod.Security, annotations: annotations}
	if p.exact {
		validator{unit: r.unit, owner: pod}.fields(p.spec.Node, &knowledge.PodSpec)
	}
	if !p.part {
		inherited.resources = resources(p.spec.Get("resources"))
	}
	if p.image.Exists() {
		inherited.image = lint.Read(p.image, image)
	}
	for _, list := range p.lists {
		r.containers(pod, list, p.exact, &inherited)
	}
	r.volumes(pod, p.spec.Get("volumes"))
	if p.around.Node != nil {
		r.volumes(pod, p.around.Get("volumes"))
	}
}

// containers reads one of a pod's lists of containers.
func (r *reader) containers(pod *lint.Pod, list containerList, exact bool, inherited *inheritance) {
	items := []lint.Field{list.field}
	if !list.single {
		r.expect(list.field, lint.Sequence, list.key+" must be a list")
		items = list.field.Items()
	}
	for i, item := range items {
		if !r.expect(item, lint.Mapping, "a container must be a mapping") {
			continue
		}
		name := name(item)
		c := &lint.Container{Pod: pod, Subject: pod.Subject + " " + list.noun, Role: list.role, Head: item.Head()}
		switch {
		case name != "":
			c.Subject += " " + lint.Label(name)
		case !list.single:
			c.Subject += " " + strconv.Itoa(i+1)
		}
		if exact {
			validator{unit: r.unit, owner: c}.fields(item.Node, &knowledge.Container)
		}
		r.container(c, item, name, inherited)
		pod.Containers = append(pod.Containers, c)
		r.unit.Scopes = append(r.unit.Scopes, item.Node.Span)
	}
}

// containerList is one of a pod's lists of containers, or a container that stands alone.
type containerList struct {
	key, noun string
	role      lint.Role
	single    bool
	field     lint.Field
}

// containerLists is the lists of containers of a pod's specification.
func containerLists(spec lint.Field) []containerList {
	return inFileOrder([]containerList{
		{key: "initContainers", noun: "init container", role: lint.Init, field: spec.Get("initContainers")},
		{key: "containers", noun: "container", role: lint.App, field: spec.Get("containers")},
		{key: "ephemeralContainers", noun: "ephemeral container", role: lint.Ephemeral, field: spec.Get("ephemeralContainers")},
	})
}

func inFileOrder(lists []containerList) []containerList {
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
		if files := item.Get("image").Get("reference"); files.Exists() {
			r.unit.Images = append(r.unit.Images, &lint.ImageUse{Image: lint.Read(files, image), Role: lint.CopiedOf, Owner: pod})
		}
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
		pod.HostPaths = append(pod.HostPaths, lint.HostPath{Path: lint.Read(item.Get("hostPath").Get("path"), text), Volume: volume.Name, ReadOnly: access})
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
