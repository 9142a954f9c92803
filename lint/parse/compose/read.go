package compose

import (
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// get reads a value. One that is a variable, and nothing else, has its place where the variable's value is written.
func get[T comparable](r *reader, f lint.Field, parse func(*lint.Node) (T, lint.State)) lint.Val[T] {
	value := lint.Read(f, parse)
	if value.State == lint.Set && f.Node.Kind == lint.Scalar && strings.HasPrefix(f.Node.Value, "$") {
		c := r.content(f)
		value = fromOrigin(c.whole(), value)
	}
	return value
}

// fromOrigin gives a value the place where the variable is written that the stretch is, if it is one.
func fromOrigin[T comparable](s stretch, value lint.Val[T]) lint.Val[T] {
	done := 0
	for _, f := range s.fragments {
		if done == s.start && done+len(f.text) == s.end && !f.origin.IsZero() {
			value.Via = append([]lint.Span{value.Value}, value.Via...)
			value.Value = f.origin
			value.At = partSlot{Slot: value.At, replaced: f.origin}
			return value
		}
		done += len(f.text)
	}
	return value
}

// read reads a value of the service.
func read[T comparable](s *service, f lint.Field, parse func(*lint.Node) (T, lint.State)) lint.Val[T] {
	value := get(s.reader, f, parse)
	value.State = s.absent(value.State)
	return value
}

// lookUp is the entry of a name in a mapping in which many are looked up.
func (r *reader) lookUp(f lint.Field, name string) lint.Field {
	if f.Node == nil {
		return lint.Field{}
	}
	entries, known := r.sections[f.Node]
	if !known {
		entries = map[string]lint.Field{}
		for _, entry := range f.Entries() {
			entries[entry.Key.Value] = entry
		}
		r.sections[f.Node] = entries
	}
	return entries[name]
}

// absent is the state of a value of the service: what is unset may stand elsewhere.
func (s *service) absent(state lint.State) lint.State {
	if state == lint.Unset && s.partial {
		return lint.Unknown
	}
	return state
}

// readList reads a list of values of the service.
func readList[T comparable](s *service, f lint.Field, parse func(*lint.Node) (T, lint.State)) lint.List[lint.Val[T]] {
	list := lint.ReadList(f, parse)
	list.State = s.absent(list.State)
	return list
}

// readItems reads a list of the service, each item as parse reads it; those that are nothing, or of which it can make nothing, are left out.
func readItems[T any](s *service, f lint.Field, parse func(lint.Field) (T, bool)) lint.List[T] {
	list := listOf[T](s, f, lint.Sequence)
	for _, item := range f.Items() {
		if !item.Exists() {
			continue
		}
		if v, ok := parse(item); ok {
			list.Items = append(list.Items, v)
		}
	}
	return list
}

// lastOf is the items of a list of which one of a key can stand only once: the last one, in the place of the first. Items without a
// key all stand. The others are those that they take the place of.
func lastOf[T any](items []T, key func(T) string) (kept, others []T) {
	at := map[string]int{}
	for _, item := range items {
		k := key(item)
		if i, seen := at[k]; seen && k != "" {
			others = append(others, kept[i])
			kept[i] = item
			continue
		}
		at[k] = len(kept)
		kept = append(kept, item)
	}
	return kept, others
}

// listOf is a list of the service that is written as one of the kinds of nodes, without its items.
func listOf[T any](s *service, f lint.Field, kinds ...lint.NodeKind) lint.List[T] {
	list := lint.List[T]{At: f.Slot()}
	switch {
	case f.Exists() && slices.Contains(kinds, f.Node.Kind):
		list.State, list.Span = lint.Set, f.Node.Span
	case f.Exists():
		list.State, list.Span = lint.Invalid, f.Node.Span
		if _, state := s.text(f.Node); state == lint.Unknown {
			list.State = lint.Unknown
		}
	case f.Obscured():
		list.State = lint.Unknown
	}
	list.State = s.absent(list.State)
	return list
}
