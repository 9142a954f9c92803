package compose

import (
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/shorthand"
)

// mounts reads all that is mounted into the service's container.
func (s *service) mounts() lint.List[lint.Mount] {
	list, tmpfs := s.sharedVolumes(), s.Get("tmpfs")
	files := readItems(s, tmpfs, s.tmpfs)
	if tmpfs.Exists() && tmpfs.Node.Kind == lint.Scalar {
		mount, _ := s.tmpfs(tmpfs)
		files.Items, files.State = append(files.Items, mount), lint.Set
	}
	list.Items = append(list.Items, files.Items...)
	list.State = max(list.State, files.State)
	return list
}

// sharedVolumes reads what is mounted of the host and of volumes: all that another service can take.
func (s *service) sharedVolumes() lint.List[lint.Mount] {
	list := s.takeVolumes(readItems(s, s.Get("volumes"), s.mount))
	list.Items, _ = lastOf(list.Items, func(m lint.Mount) string { return m.Target.V })
	if socket := s.Get("use_api_socket"); get(s.reader, socket, s.boolean).Is(true) {
		path := lint.Locate(socket, apiSocket, lint.Set)
		list.Items = append(list.Items, lint.Mount{Type: lint.BindMount, Source: path, Target: path})
		list.State = max(list.State, lint.Set)
	}
	return list
}

// apiSocket is what use_api_socket mounts.
// https://docs.docker.com/reference/compose-file/services/#use_api_socket
const apiSocket = "/var/run/docker.sock"

// mount reads one of the volumes.
func (s *service) mount(f lint.Field) (lint.Mount, bool) {
	if f.Node.Kind == lint.Scalar {
		return s.shortMount(f), true
	}
	kind := get(s.reader, f.Get("type"), s.text)
	m := lint.Mount{
		Type:        mountType(kind),
		Source:      read(s, f.Get("source"), s.text),
		Target:      read(s, f.Get("target"), s.text),
		ReadOnly:    get(s.reader, f.Get("read_only"), s.boolean),
		Propagation: get(s.reader, f.Get("bind").Get("propagation"), s.text),
	}
	if kind.State == lint.Unknown && m.Source.Known() {
		m.Source.State = lint.Unknown // a path or a name
	}
	m.Source.Entry = f.EntrySpan()
	m.Source.At = whole{m.Source.At, f.Slot()}
	return m, f.Node.Kind == lint.Mapping
}

// whole is a slot of a part without which the whole is nothing.
type whole struct {
	lint.Slot
	of lint.Slot
}

// Remove deletes the whole.
func (w whole) Remove() []lint.Edit { return w.of.Remove() }

// mountType is the type of a volume in the long syntax.
func mountType(kind lint.Val[string]) lint.MountType {
	switch {
	case kind.Absent(), kind.Is("volume"):
		return lint.VolumeMount
	case kind.Is("bind"), kind.Is("npipe"):
		return lint.BindMount
	case kind.Is("tmpfs"):
		return lint.TmpfsMount
	}
	return lint.OtherMount
}

// shortMount reads [source:]target[:options].
func (s *service) shortMount(f lint.Field) lint.Mount {
	c := s.content(f)
	read := shorthand.ReadVolume(c.short())
	m := lint.Mount{Type: read.Type, Target: c.stretch(read.Target).value()}
	if read.Source.Exists() {
		m.Source = c.stretch(read.Source).value()
	}
	s.mountOptions(&m, &c, read)
	return m
}

// mountOptions reads the options that a short volume ends in.
func (s *service) mountOptions(m *lint.Mount, c *content, read shorthand.Volume) {
	if read.Access.Exists() {
		option := c.stretch(read.Access)
		m.ReadOnly = located(option, read.IsReadOnly, option.known())
		slot := option.cutSlot(read)
		slot.spell = access
		m.ReadOnly.At = slot
	} else {
		separator := ":"
		if len(read.Options) > 0 {
			separator = ","
		}
		end := stretch{c, len(c.text), len(c.text)}.slot()
		end.spell = func(value string) string { return separator + access(value) }
		m.ReadOnly = lint.Val[bool]{At: end, Via: c.field.Via}
	}
	if read.AccessHidden {
		m.ReadOnly.State = lint.Unknown
	}
	if read.Propagation.Exists() {
		option := c.stretch(read.Propagation)
		m.Propagation = option.value()
		m.Propagation.At = option.cutSlot(read)
	}
	if read.PropagationHidden {
		m.Propagation.V, m.Propagation.State = "", lint.Unknown
	}
}

// access is how the short syntax says whether a volume is read-only.
func access(readOnly string) string {
	if readOnly == "true" {
		return "ro"
	}
	return "rw"
}

// cutSlot is the slot of one of a volume's options, which can be cut out.
func (s stretch) cutSlot(volume shorthand.Volume) partSlot {
	slot := s.slot()
	if !slot.replaced.IsZero() {
		cut := volume.Cut(s.part())
		slot.cut = slot.replaced
		slot.cut.Start += cut.Start - s.start
		slot.cut.End += cut.End - s.end
	}
	return slot
}

// tmpfs reads path[:options].
func (s *service) tmpfs(f lint.Field) (lint.Mount, bool) {
	c := s.content(f)
	read := shorthand.ReadTmpfs(c.short())
	m := lint.Mount{Type: read.Type, Target: c.stretch(read.Target).value(), ReadOnly: lint.Val[bool]{At: f.Slot(), Via: f.Via}}
	if read.Access.Exists() {
		m.ReadOnly = located(c.stretch(read.Access), read.IsReadOnly, lint.Set)
	}
	if read.AccessHidden {
		m.ReadOnly.V, m.ReadOnly.State = false, lint.Unknown
	}
	return m, f.Node.Kind == lint.Scalar
}

// hostPaths is what of the host's file system the mounts hand over: the paths themselves, and those that volumes stand for.
func (s *service) hostPaths(mounts []lint.Mount) []lint.HostPath {
	var paths []lint.HostPath
	for _, m := range mounts {
		path := lint.HostPath{Path: m.Source, ReadOnly: m.ReadOnly}
		switch {
		case m.Type == lint.BindMount && !m.Source.Absent():
		case m.Type == lint.OtherMount && m.Source.State == lint.Unknown:
		case m.Type == lint.VolumeMount && m.Source.Known():
			device := s.boundFolder(m.Source.V)
			if device.Absent() {
				continue
			}
			device.Via = slices.Clone(device.Via)
			for _, hop := range append([]lint.Span{m.Source.Value}, m.Source.Via...) {
				if !slices.Contains(device.Via, hop) {
					device.Via = append(device.Via, hop)
				}
			}
			path.Path = device
		default:
			continue
		}
		paths = append(paths, path)
	}
	return paths
}

// boundFolder is the folder of the host that a named volume stands for, if its driver binds one.
// https://docs.docker.com/reference/compose-file/volumes/#driver_opts
func (s *service) boundFolder(volume string) lint.Val[string] {
	options := s.lookUp(s.file.Get("volumes"), volume).Get("driver_opts")
	for option := range strings.SplitSeq(get(s.reader, options.Get("o"), s.text).V, ",") {
		if option == "bind" || option == "rbind" {
			return get(s.reader, options.Get("device"), s.text)
		}
	}
	return lint.Val[string]{}
}
