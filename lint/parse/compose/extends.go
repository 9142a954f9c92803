package compose

import (
	"path"
	"slices"

	"github.com/stridelint/stridelint/lint"
)

// extend puts into each service of a file what it extends.
// https://github.com/compose-spec/compose-spec/blob/main/05-services.md#extends
func (p *project) extend(file lint.Field) lint.Field {
	services := file.Get("services")
	if services.Node == nil || services.Node.Kind != lint.Mapping {
		return file
	}
	e := extension{project: p, services: services}
	changed := false
	extended := inPlaceOf(services.Node, lint.Mapping)
	for _, s := range services.Entries() {
		entry := lint.Entry{Key: s.Key, Value: s.Reached()}
		if s.Get("extends").Exists() {
			changed = true
			whole, complete := e.service(s, nil)
			entry.Value = whole.Reached()
			p.partial[s.Key.Value] = p.partial[s.Key.Value] || !complete
		}
		extended.Entries = append(extended.Entries, entry)
	}
	if !changed {
		return file
	}
	whole := inPlaceOf(file.Node, lint.Mapping)
	for _, section := range file.Entries() {
		entry := lint.Entry{Key: section.Key, Value: section.Reached()}
		if section.Key == services.Key {
			entry.Value = extended
		}
		whole.Entries = append(whole.Entries, entry)
	}
	return lint.Root(whole)
}

// extension is the services of one file, on their way to what they extend.
type extension struct {
	*project
	services lint.Field
}

// service is a service with what it extends, and whether that is all there. Behind are those that extend it.
func (e extension) service(s lint.Field, behind []*lint.Node) (lint.Field, bool) {
	extends := s.Get("extends")
	if !extends.Exists() {
		return s, true
	}
	ref, file := extends, lint.Field{}
	if extends.Node.Kind == lint.Mapping {
		ref, file = extends.Get("service"), extends.Get("file")
	}
	name := get(e.reader, ref, e.text)
	if whole, known := e.extended[s.Node]; known {
		return whole, true
	}
	if slices.Contains(behind, s.Node) {
		e.refuse(extends.Node, "the service extends itself")
		return s, false
	}
	e.deepest = max(e.deepest, len(behind))
	if !name.Known() || e.isExhausted() {
		return s, false
	}
	base, complete := e.base(ref, file, name.V, append(behind, s.Node))
	if !base.Exists() {
		return s, false
	}
	base.Via = append(slices.Clip(base.Via), hop(ref))
	whole := e.merger(false).mapping("services.*", base, s)
	whole.Entries = slices.DeleteFunc(whole.Entries, func(entry lint.Entry) bool { return entry.Key.Value == "extends" })
	result := lint.Field{Node: whole, Key: s.Key}
	if complete {
		e.extended[s.Node] = result
	}
	return result, complete
}

// base is the service of a name, in the same or in another file, with what it extends itself.
func (e extension) base(ref, file lint.Field, name string, behind []*lint.Node) (lint.Field, bool) {
	if file.Exists() {
		named := get(e.reader, file, e.text)
		if !named.Known() || isRemote(named.V) {
			return lint.Field{}, false
		}
		other := relative(e.document(file.Node).dir, named.V)
		root := e.file(other, path.Dir(other))
		if !root.Exists() {
			e.missing(file, other)
			return lint.Field{}, false
		}
		e.services = root.Get("services")
	}
	base := e.lookUp(e.services, name)
	if base.Node == nil && !e.incomplete {
		e.refuse(ref.Node, "there is no such service")
	}
	if !base.Exists() || base.Node.Kind != lint.Mapping {
		return lint.Field{}, false
	}
	return e.service(base, behind)
}
