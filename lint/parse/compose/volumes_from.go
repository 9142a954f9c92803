package compose

import (
	"slices"

	"github.com/stridelint/stridelint/lint"
)

// takeVolumes puts before a service's own mounts those of the containers from which it takes their volumes. What comes later takes
// the place of what has the same target. Of a container that no service of the file makes, nothing is known.
// https://docs.docker.com/reference/compose-file/services/#volumes_from
func (s *service) takeVolumes(own lint.List[lint.Mount]) lint.List[lint.Mount] {
	from := s.Get("volumes_from")
	if !from.Exists() {
		return own
	}
	var taken []lint.Mount
	state := lint.Unknown
	if from.Node.Kind == lint.Sequence {
		state = lint.Set
	}
	for _, item := range from.Items() {
		mounts, complete := s.taken(item)
		taken = append(taken, mounts...)
		if !complete {
			state = lint.Unknown
		}
	}
	own.Items, own.State = append(taken, own.Items...), max(own.State, state)
	return own
}

// taken is the mounts that one item brings, SERVICE[:MODE] or container:NAME[:MODE], each over a hop, and whether that is all of them.
func (s *service) taken(item lint.Field) ([]lint.Mount, bool) {
	if !item.Exists() {
		return nil, true
	}
	c := s.content(item)
	parts := c.whole().split(':')
	other := s.file.Get("services").Get(parts[0].string())
	if parts[0].string() == "container" && len(parts) > 1 {
		parts = parts[1:]
		other = s.named(parts[0].string())
	}
	if !other.Exists() || other.Node.Kind != lint.Mapping {
		return nil, false
	}
	volumes := s.volumesOf(other)
	var mounts []lint.Mount
	for _, m := range volumes.Items {
		if s.isExhausted() {
			break
		}
		s.merged += 1 + len(m.Source.Via)
		m.Source.Via = append(slices.Clip(m.Source.Via), hop(item))
		if len(parts) > 1 {
			restrict(&m, parts[1])
		}
		mounts = append(mounts, m)
	}
	return mounts, volumes.State <= lint.Set && !s.isExhausted()
}

// restrict makes a mount read-only if a mode says so. One that is so already stays it.
func restrict(m *lint.Mount, mode stretch) {
	for _, option := range mode.split(',') {
		if readOnly := option.string() == "ro"; !m.ReadOnly.Is(true) && (readOnly || option.known() != lint.Set) {
			m.ReadOnly = lint.Val[bool]{V: readOnly, State: option.known(), Value: option.span(), Entry: option.field.EntrySpan()}
		}
	}
}

// named is the service whose container has a name.
func (s *service) named(container string) lint.Field {
	if s.containers == nil {
		s.containers = map[string]lint.Field{}
		for _, other := range s.file.Get("services").Entries() {
			if name := get(s.reader, other.Get("container_name"), s.text); name.Known() {
				s.containers[name.V] = other
			}
		}
	}
	return s.containers[container]
}

// volumesOf is the volumes of another service, which are read once for all that take them. They are not known while they are read:
// of services that take each other's, compose starts none.
func (s *service) volumesOf(other lint.Field) lint.List[lint.Mount] {
	volumes, known := s.volumes[other.Node]
	if !known && !s.isExhausted() {
		s.volumes[other.Node] = lint.List[lint.Mount]{State: lint.Unknown}
		s.taking++
		s.deepest = max(s.deepest, s.taking)
		of := s.loader.service(s.file, other)
		volumes = of.sharedVolumes()
		s.taking--
		s.volumes[other.Node] = volumes
	}
	return volumes
}
