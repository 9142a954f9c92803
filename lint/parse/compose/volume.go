package compose

import (
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
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
	sections := c.sections()
	m := lint.Mount{Type: lint.VolumeMount}
	switch {
	case len(sections) == 1 && sections[0].string() == unknown:
		// The variable can hold all of it.
		m.Type, m.Source = lint.OtherMount, sections[0].value()
		m.Target = m.Source
		m.ReadOnly = located(sections[0], false, lint.Unknown)
		return m
	case len(sections) == 1:
		m.Target = sections[0].value()
		return m
	}
	m.Source, m.Target = sections[0].value(), sections[1].value()
	switch {
	case isPath(sections[0].string()):
		m.Type = lint.BindMount
	case m.Source.State == lint.Unknown:
		m.Type = lint.OtherMount
	}
	s.mountOptions(&m, sections)
	return m
}

// mountOptions reads the options that a short volume ends in.
func (s *service) mountOptions(m *lint.Mount, sections []stretch) {
	last := sections[len(sections)-1]
	end := stretch{last.content, last.end, last.end}.slot()
	end.spell = func(value string) string { return ":" + access(value) }
	if len(sections) < 3 {
		m.ReadOnly = lint.Val[bool]{At: end, Via: last.field.Via}
		return
	}
	end.spell = func(value string) string { return "," + access(value) }
	m.ReadOnly = lint.Val[bool]{At: end, Via: last.field.Via}
	options := sections[2].split(',')
	for i, option := range options {
		switch text := option.string(); {
		case text == "ro", text == "rw", option.known() != lint.Set:
			m.ReadOnly = located(option, text == "ro", option.known())
			slot := option.cutSlot(options, i)
			slot.spell = access
			m.ReadOnly.At = slot
		case slices.Contains(propagations, text):
			m.Propagation = option.value()
			m.Propagation.At = option.cutSlot(options, i)
		}
	}
}

// access is how the short syntax says whether a volume is read-only.
func access(readOnly string) string {
	if readOnly == "true" {
		return "ro"
	}
	return "rw"
}

// propagations is the ways in which mounts within a mount are shared.
var propagations = []string{"private", "rprivate", "shared", "rshared", "slave", "rslave"}

// cutSlot is the slot of one of several options, which goes with a comma or, where it is the only one, with the colon before.
func (s stretch) cutSlot(options []stretch, i int) partSlot {
	slot := s.slot()
	if slot.replaced.IsZero() {
		return slot
	}
	slot.cut = slot.replaced
	if i == 0 && len(options) > 1 {
		slot.cut.End++
	} else {
		slot.cut.Start--
	}
	return slot
}

// sections is the parts of a short volume, between colons other than those of Windows' drives.
func (c *content) sections() []stretch {
	var sections []stretch
	for _, part := range c.whole().split(':') {
		if n := len(sections) - 1; n >= 0 && part.start > 0 && len(sections[n].string()) == 1 && isLetter(sections[n].string()[0]) {
			sections[n].end = part.end
			continue
		}
		sections = append(sections, part)
	}
	return sections
}

// isPath tells whether a short volume's source is a path rather than a volume's name.
func isPath(source string) bool {
	switch {
	case source == "":
		return false
	case source[0] == '.', source[0] == '/', source[0] == '~', strings.HasPrefix(source, `\\`):
		return true
	}
	return len(source) > 1 && source[1] == ':' && isLetter(source[0])
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// tmpfs reads path[:options].
func (s *service) tmpfs(f lint.Field) (lint.Mount, bool) {
	c := s.content(f)
	sections := c.whole().split(':')
	m := lint.Mount{Type: lint.TmpfsMount, Target: sections[0].value(), ReadOnly: lint.Val[bool]{At: f.Slot(), Via: f.Via}}
	if len(sections) > 1 {
		for _, option := range sections[1].split(',') {
			if option.string() == "ro" || option.string() == "rw" {
				m.ReadOnly = located(option, option.string() == "ro", lint.Set)
			}
		}
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
	options := s.file.Get("volumes").Get(volume).Get("driver_opts")
	for option := range strings.SplitSeq(get(s.reader, options.Get("o"), s.text).V, ",") {
		if option == "bind" || option == "rbind" {
			return get(s.reader, options.Get("device"), s.text)
		}
	}
	return lint.Val[string]{}
}
