package lint

import (
	"bytes"
	"cmp"
	"errors"
	"slices"
)

// ErrConflict says that two edits want the same text.
var ErrConflict = errors.New("edits overlap")

// Apply makes edits to a text, which their spans are offsets into. The same edit asked for twice is made once; edits that
// overlap, or insert different text at one place, are an ErrConflict. The text itself is left as it is.
func Apply(text []byte, edits []Edit) ([]byte, error) {
	edits = slices.SortedStableFunc(slices.Values(edits), func(a, b Edit) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End))
	})
	edits = slices.Compact(edits)
	var out bytes.Buffer
	done := 0
	for i, e := range edits {
		if e.Span.Start < done || i > 0 && e.Span == edits[i-1].Span {
			return nil, ErrConflict
		}
		if e.Span.End < e.Span.Start || e.Span.End > len(text) || e.Span.File != edits[0].Span.File {
			return nil, errors.New("edit outside the text")
		}
		out.Write(text[done:e.Span.Start])
		out.WriteString(e.Text)
		done = e.Span.End
	}
	out.Write(text[done:])
	return out.Bytes(), nil
}
