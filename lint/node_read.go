package lint

// Read makes a value of what a field says, as parse reads its node. An absent field is unset or, where its absence proves
// nothing, unknown; parse is not asked then.
func Read[T comparable](f Field, parse func(*Node) (T, State)) Val[T] {
	var v T
	state := Unset
	switch {
	case f.Exists():
		v, state = parse(f.Node)
	case f.Obscured():
		state = Unknown
	}
	return Locate(f, v, state)
}

// ReadList makes a list of what a field says, each item as parse reads it; null items are left out. What is no sequence
// is invalid, unless parse finds that it is unknown.
func ReadList[T comparable](f Field, parse func(*Node) (T, State)) List[Val[T]] {
	read := func(item Field) Val[T] { return Read(item, parse) }
	return ReadItems(f, read, func(n *Node) State {
		_, state := parse(n)
		return state
	})
}

// ReadItems makes a list of what a field says, each item as read makes it of its field; null items are left out. What is no
// sequence is invalid, unless otherwise finds that it is unknown.
func ReadItems[T any](f Field, read func(Field) T, otherwise func(*Node) State) List[T] {
	list := List[T]{At: f.Slot()}
	switch {
	case f.Exists() && f.Node.Kind == Sequence:
		list.State = Set
		for _, item := range f.Items() {
			if item.Exists() {
				list.Items = append(list.Items, read(item))
			}
		}
	case f.Exists():
		list.State = Invalid
		if otherwise(f.Node) == Unknown {
			list.State = Unknown
		}
	case f.Obscured():
		list.State = Unknown
	}
	if f.Exists() {
		list.Span = f.Node.Span
	}
	return list
}

// Scalar is the text of a scalar, whatever it means to its consumers; nothing where there is none.
func (f Field) Scalar() string {
	if !f.Exists() || f.Node.Kind != Scalar {
		return ""
	}
	return f.Node.Value
}
