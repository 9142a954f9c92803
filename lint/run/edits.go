package run

import (
	"cmp"
	"slices"
	"sort"

	"github.com/stridelint/stridelint/lint"
)

// isTaken tells whether an edit wants the text or the place of another one; those taken stand in their order, and apart.
func isTaken(taken []lint.Edit, e lint.Edit) bool {
	at, found := slices.BinarySearchFunc(taken, e, compareEdits)
	overlap := func(other lint.Edit) bool { return other.Span.Start < e.Span.End && e.Span.Start < other.Span.End }
	return found || at > 0 && overlap(taken[at-1]) || at < len(taken) && overlap(taken[at])
}

func compareEdits(a, b lint.Edit) int {
	return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(a.Span.End, b.Span.End))
}

// movement is where places of a text are once edits are made to it.
type movement struct {
	edits []lint.Edit // in their order
	grown []int       // by how much the text before each has grown, and the whole text
}

func movementBy(edits []lint.Edit) movement {
	m := movement{edits: slices.SortedFunc(slices.Values(edits), compareEdits), grown: []int{0}}
	m.edits = slices.Compact(m.edits)
	for i, e := range m.edits {
		m.grown = append(m.grown, m.grown[i]+len(e.Text)-(e.Span.End-e.Span.Start))
	}
	return m
}

// of is where a stretch of the text is then, what edits within it and at its ends write included.
func (m movement) of(s lint.Span) lint.Span {
	first := sort.Search(len(m.edits), func(i int) bool { return m.edits[i].Span.End >= s.Start })
	behind := sort.Search(len(m.edits), func(i int) bool { return m.edits[i].Span.Start > s.End })
	if first < behind {
		s.Start, s.End = min(s.Start, m.edits[first].Span.Start), max(s.End, m.edits[behind-1].Span.End)
	}
	return lint.Span{Start: s.Start + m.grown[first], End: s.End + m.grown[behind]}
}

// places is stretches of a text, added in the order of their starts.
type places struct {
	starts []int
	reach  []int // how far those up to here reach
}

func (p *places) add(s lint.Span) {
	if n := len(p.reach); n > 0 {
		s.End = max(s.End, p.reach[n-1])
	}
	p.starts, p.reach = append(p.starts, s.Start), append(p.reach, s.End)
}

// touch tells whether one of them has text in common with another stretch.
func (p *places) touch(s lint.Span) bool {
	n := sort.SearchInts(p.starts, s.End)
	return n > 0 && p.reach[n-1] > s.Start
}
