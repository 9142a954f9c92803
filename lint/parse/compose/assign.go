package compose

import (
	"iter"
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// assign reads variables in either form. One without a value has that of the environment in which compose runs.
func (s *service) assign(f lint.Field, source lint.AssignmentSource, owner *lint.Container) {
	var all []*lint.Assignment
	for _, v := range s.written(f) {
		all = append(all, &lint.Assignment{Name: v.name.V, Value: v.value, Source: source, Owner: owner})
	}
	s.take(all)
}

// take adds assignments to the unit, of each name the last one.
func (s *service) take(all []*lint.Assignment) {
	kept, others := lastOf(all, func(a *lint.Assignment) string { return a.Name })
	s.unit.Assignments, s.unit.Overridden = append(s.unit.Assignments, kept...), append(s.unit.Overridden, others...)
}

// pair is one name with its value.
type pair struct {
	name, value lint.Val[string]
	field       lint.Field // the value, where the pair stands in a mapping
}

// pairs reads names and values in either form. Of a name given twice the last value counts.
func (s *service) pairs(f lint.Field) iter.Seq[pair] {
	kept, _ := lastOf(s.written(f), func(p pair) string { return p.name.V })
	return slices.Values(kept)
}

// written is the names and values as they are written: in a mapping, or in a list of NAME=value.
func (s *service) written(f lint.Field) []pair {
	var all []pair
	for _, entry := range f.Entries() {
		all = append(all, s.entryPair(entry))
	}
	for _, item := range f.Items() {
		switch {
		case !item.Exists():
		case item.Node.Kind == lint.Scalar:
			all = append(all, s.itemPair(item))
		case item.Node.Origin != nil: // an entry of a mapping that was merged with a list
			for _, entry := range item.Entries() {
				all = append(all, s.entryPair(entry))
			}
		}
	}
	return all
}

// entryPair is a pair in a mapping.
func (s *service) entryPair(entry lint.Field) pair {
	p := pair{name: name(entry), value: get(s.reader, entry, s.text), field: entry}
	if p.value.Absent() {
		p.value = s.inherited(p.name.V, p.value)
	}
	return p
}

// itemPair is a pair in a list.
func (s *service) itemPair(item lint.Field) pair {
	c := s.content(item)
	name := c.whole()
	at := strings.IndexByte(c.text, '=')
	if at < 0 {
		return pair{name: name.value(), value: s.inherited(c.text, lint.Locate(item, "", lint.Unset))}
	}
	name.end = at
	return pair{name: name.value(), value: stretch{&c, at + 1, len(c.text)}.value()}
}

// inherited gives a variable that is named without a value that of compose's own environment, as far as it is known.
func (s *service) inherited(name string, value lint.Val[string]) lint.Val[string] {
	at, _ := value.Where()
	text, origin, state := s.environment(s.Node).value(name)
	if value.State = state; state == lint.Set {
		value.V, value.Value, value.Entry = text, origin, origin
		value.Via = append([]lint.Span{at}, value.Via...)
	}
	return value
}

// assignFiles reads the variables of the service's env files, each over those before it. What environment says counts before them.
// https://docs.docker.com/reference/compose-file/services/#env_file
func (s *service) assignFiles(owner *lint.Container) {
	given := map[string]bool{}
	known := environment{}
	for v := range s.pairs(s.Get("environment")) {
		given[v.name.V] = true
		if v.value.Known() {
			known[v.name.V] = variable{v.value.V, v.value.Value}
		}
	}
	var all []*lint.Assignment
	for _, file := range s.envFiles() {
		for _, line := range s.envLines(file, known) {
			a := &lint.Assignment{Name: line.name, Value: s.lineValue(line, file), Source: lint.ContainerEnv, Owner: owner}
			if given[line.name] {
				s.unit.Overridden = append(s.unit.Overridden, a)
			} else {
				all = append(all, a)
			}
		}
	}
	s.take(all)
}

// lineValue is the value of one variable of an env file.
func (s *service) lineValue(line envLine, file lint.Field) lint.Val[string] {
	value := lint.Val[string]{V: line.value.value, State: max(line.state, lint.Set), Value: line.value.span, Entry: line.entry}
	if line.state == lint.Unset {
		value = s.inherited(line.name, lint.Val[string]{Value: line.entry, Entry: line.entry})
	}
	value.Via = append(append(value.Via, hop(file)), file.Via...)
	return value
}

// envFiles is the service's env files.
func (s *service) envFiles() []lint.Field {
	f := s.Get("env_file")
	if f.Exists() && f.Node.Kind != lint.Sequence {
		return []lint.Field{f}
	}
	return slices.DeleteFunc(f.Items(), func(item lint.Field) bool { return !item.Exists() })
}

// envLines reads an env file, whose variables can be those of the project and of the service.
func (s *service) envLines(file lint.Field, service environment) []envLine {
	at := file
	if file.Node.Kind == lint.Mapping {
		at = file.Get("path")
	}
	name := get(s.reader, at, s.text)
	if !name.Known() {
		return nil
	}
	in := s.document(at.Node)
	f := s.use(relative(in.dir, name.V))
	switch {
	case f == nil:
		return nil
	case get(s.reader, file.Get("format"), s.text).Is("raw"):
		return rawEnv(f)
	}
	return parseEnv(f, service.under(in.environment))
}
