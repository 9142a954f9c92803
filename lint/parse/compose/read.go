package compose

import (
	"slices"

	"github.com/stridelint/stridelint/lint"
)

// read reads a value of the service.
func read[T comparable](s *service, f lint.Field, parse func(*lint.Node) (T, lint.State)) lint.Val[T] {
	value := lint.Read(f, parse)
	value.State = s.absent(value.State)
	return value
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
