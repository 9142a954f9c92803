package dockercli

import (
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/shorthand"
)

// applyStorage lets an option take effect that brings files into the container; false if it is another one.
func (p *projection) applyStorage(g given) bool {
	switch g.name {
	case "volume":
		p.volume(g)
	case "mount":
		p.mount(g)
	case "tmpfs":
		p.tmpfs(g)
	case "use-api-socket":
		p.apiSocket(g)
	case "volumes-from":
		p.container.Mounts.State = lint.Unknown
	default:
		return false
	}
	return true
}

// addMount adds a mount to the container and, if it is one, the path of the host to the pod.
func (p *projection) addMount(g given, m lint.Mount) {
	if !m.ReadOnly.Value.IsZero() {
		m.ReadOnly.Entry, m.ReadOnly.Via = m.Source.Entry, m.Source.Via
	}
	hidden := p.container.Mounts.State == lint.Unknown
	extend(p.line, &p.container.Mounts, g, m)
	if hidden {
		p.container.Mounts.State = lint.Unknown
	}
	if !m.Source.Absent() && (m.Type == lint.BindMount || m.Type == lint.OtherMount && !m.Source.Known()) {
		p.pod.HostPaths = append(p.pod.HostPaths, lint.HostPath{Path: m.Source, ReadOnly: m.ReadOnly})
	}
}

// volume reads one --volume. What is no path is the name of a volume.
func (p *projection) volume(g given) {
	read := shorthand.ReadVolume(g.short())
	m := lint.Mount{Type: read.Type, Source: p.written(g, read.Source), Target: p.written(g, read.Target)}
	p.volumeOptions(g, read, &m)
	p.addMount(g, m)
}

// volumeOptions reads what stands behind the second colon of a volume.
func (p *projection) volumeOptions(g given, read shorthand.Volume, m *lint.Mount) {
	end := len(g.text())
	entry, _ := g.place()
	slot := modeSlot{head: entry}
	m.Propagation.At = slot
	switch {
	case read.Access.Exists():
		m.ReadOnly = lint.Val[bool]{V: read.IsReadOnly, State: lint.Set, Value: p.written(g, read.Access).Value}
		slot.place, slot.yes, slot.no = exactly(g, read.Access.Start, read.Access.End), "ro", "rw"
	case len(read.Options) > 0:
		slot.place, slot.yes, slot.no = exactly(g, end, end), ",ro", ",rw"
	case !read.AccessHidden:
		slot.place, slot.yes, slot.no = exactly(g, end, end), ":ro", ":rw"
	}
	m.ReadOnly.At = slot
	if read.AccessHidden {
		m.ReadOnly.V, m.ReadOnly.State = false, lint.Unknown
	}
	if read.Propagation.Exists() {
		m.Propagation = p.item(g, read.Propagation, read.Cut(read.Propagation))
	}
	if read.PropagationHidden {
		m.Propagation.V, m.Propagation.State = "", lint.Unknown
	}
}

// mount reads one --mount.
func (p *projection) mount(g given) {
	text := g.text()
	read, ok := shorthand.ReadMount(g.short())
	m := lint.Mount{Type: mountType(read.Type.Of(text)), Source: p.written(g, read.Source), Target: p.written(g, read.Target)}
	switch hidden := g.vague(shorthand.Part{End: len(text)}) && !read.Source.Exists(); {
	case !ok, hidden && !read.Target.Exists():
		m.Type, m.Source, m.Target = lint.OtherMount, p.text(g), m.Target.OrUnknown()
		m.Source.State = lint.Unknown
	case g.vague(read.Type):
		m.Type, m.Source.State = lint.OtherMount, lint.Unknown
	case hidden:
		m.Source = m.Source.OrUnknown()
	}
	p.mountOptions(g, read, &m)
	p.addMount(g, m)
}

// mountOptions reads the fields of a --mount that say how it is mounted.
func (p *projection) mountOptions(g given, read shorthand.Mount, m *lint.Mount) {
	text := g.text()
	entry, _ := g.place()
	slot := modeSlot{head: entry, place: exactly(g, len(text), len(text)), yes: ",readonly", no: ",readonly=false"}
	m.Propagation.At = modeSlot{head: entry}
	switch {
	case read.ReadOnly.Exists():
		m.ReadOnly.V, m.ReadOnly.State = true, lint.Set
		if read.Mode != "" {
			m.ReadOnly.V, m.ReadOnly.State = isTrue(read.Mode)
		}
		m.ReadOnly.Value = p.written(g, read.ReadOnly).Value
		if g.vague(read.ReadOnly) {
			m.ReadOnly.State = lint.Unknown
		}
		slot.place, slot.yes, slot.no = exactly(g, read.ReadOnly.Start, read.ReadOnly.End), "readonly", "readonly=false"
	case g.vague(shorthand.Part{End: len(text)}):
		m.ReadOnly, m.Propagation = m.ReadOnly.OrUnknown(), m.Propagation.OrUnknown()
	}
	m.ReadOnly.At = slot
	if read.Propagation.Exists() {
		start := strings.LastIndexByte(text[:read.Propagation.Start], ',')
		cut := shorthand.Part{Start: start, End: read.Propagation.End}
		if start < 0 {
			cut = shorthand.Part{End: min(read.Propagation.End+1, len(text))}
		}
		m.Propagation = p.item(g, read.Propagation, cut)
	}
}

// mountType is what the type of a --mount brings.
func mountType(text string) lint.MountType {
	switch strings.ToLower(text) {
	case "", "volume":
		return lint.VolumeMount
	case "bind", "npipe", "glob": // podman's glob binds what a pattern matches
		return lint.BindMount
	case "tmpfs", "ramfs":
		return lint.TmpfsMount
	}
	return lint.OtherMount
}

// apiSocket reads --use-api-socket, which mounts the daemon's own socket
// (https://docs.docker.com/reference/cli/docker/container/run/).
func (p *projection) apiSocket(g given) {
	used, state := isTrue(g.text())
	if g.state() != lint.Set || state != lint.Set || !used {
		return
	}
	path := p.text(g)
	path.V = "/var/run/docker.sock"
	at := modeSlot{head: path.Entry}
	p.addMount(g, lint.Mount{Type: lint.BindMount, Source: path, Target: path, ReadOnly: lint.Val[bool]{At: at}, Propagation: lint.Val[string]{At: at}})
}

// tmpfs reads one --tmpfs: TARGET[:OPTIONS].
func (p *projection) tmpfs(g given) {
	read := shorthand.ReadTmpfs(g.short())
	entry, _ := g.place()
	m := lint.Mount{Type: read.Type, Source: lint.Val[string]{At: modeSlot{head: entry}}, Target: p.written(g, read.Target)}
	p.volumeOptions(g, read, &m)
	p.addMount(g, m)
}
