package lint

// State tells how much is known of a value.
type State uint8

const (
	Unset   State = iota // the file says nothing: the format's default holds
	Set                  // the file says it, and V is what it says
	Unknown              // it depends on what the file does not say: a variable, a template
	Invalid              // the file says something of the wrong type
)

// String is the state in one lower-case word.
func (s State) String() string {
	switch s {
	case Set:
		return "set"
	case Unknown:
		return "unknown"
	case Invalid:
		return "invalid"
	}
	return "unset"
}

// Locator is anything that a finding can point at: its span, and the hops over which the value got where it takes effect, nearest first.
type Locator interface {
	Where() (Span, []Span)
}

// Absence is a Locator that also tells whether what it locates is absent: not written, and not unknown.
type Absence interface {
	Locator
	Absent() bool
}

// Val is one value of the model, with its places.
type Val[T comparable] struct {
	V     T
	State State
	Value Span   // the value's text: where a bad value is reported
	Entry Span   // the whole entry (key and value, flag and word, instruction)
	At    Slot   // where the entry stands, or would stand if it were unset
	Via   []Span // alias, merge, extends, include and env-file hops, nearest first
}

// Is tells whether the value is known to be want. Unset, unknown and invalid values are never anything.
func (v Val[T]) Is(want T) bool { return v.State == Set && v.V == want }

// Known tells whether the file says the value.
func (v Val[T]) Known() bool { return v.State == Set }

// Absent tells whether the value is unset, rather than unknown or invalid.
func (v Val[T]) Absent() bool { return v.State == Unset }

// OrUnknown is the value; if it is unset, it is not known what is.
func (v Val[T]) OrUnknown() Val[T] {
	if v.State == Unset {
		v.State = Unknown
	}
	return v
}

// Where is the value's text, or the place where its absence shows.
func (v Val[T]) Where() (Span, []Span) {
	if v.Value.IsZero() && v.At != nil {
		return v.At.Head(), v.Via
	}
	return v.Value, v.Via
}

// Slot is where the value stands or would stand, for fixes.
func (v Val[T]) Slot() Slot { return v.At }

// List is a sequence of the model. Items of an unset, unknown or invalid list are empty or a part of what it holds.
type List[T any] struct {
	Items []T
	State State
	Span  Span // the list's text
	At    Slot
}

// Absent tells whether the list is unset, rather than unknown or invalid.
func (l List[T]) Absent() bool { return l.State == Unset }

// Where is the list's text, or the place where its absence shows.
func (l List[T]) Where() (Span, []Span) {
	if l.Span.IsZero() && l.At != nil {
		return l.At.Head(), nil
	}
	return l.Span, nil
}

// Slot is where the list stands or would stand, for fixes.
func (l List[T]) Slot() Slot { return l.At }

// Slot is a place that one entry takes or could take: in a YAML mapping, on a command line, in a Dockerfile.
// It knows its format's way of writing and deleting there. A Slot of a place that cannot be edited returns no edits.
type Slot interface {
	// Head is where the entry's absence is reported: the head of the deepest thing on its path that exists.
	Head() Span
	// Put writes the entry's value: it replaces the value that stands there, or inserts the entry.
	Put(value string) []Edit
	// Remove deletes the entry with all that only it needs: its line, its comma, a parent left empty.
	Remove() []Edit
}

// Edit is new text for a span of the original bytes.
type Edit struct {
	Span Span
	Text string
}

// Slotted is what a fix can act on: a Val or a List.
type Slotted interface{ Slot() Slot }

// Delete is the edits that delete an entry.
func Delete(v Slotted) []Edit {
	if at := v.Slot(); at != nil {
		return at.Remove()
	}
	return nil
}

// Put is the edits that give an entry a value, written as the format spells it.
func Put(v Slotted, value string) []Edit {
	if at := v.Slot(); at != nil {
		return at.Put(value)
	}
	return nil
}
