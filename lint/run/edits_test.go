package run

import (
	"slices"
	"testing"

	"github.com/stridelint/stridelint/lint"
)

func edit(start, end int, text string) lint.Edit {
	return lint.Edit{Span: lint.Span{Start: start, End: end}, Text: text}
}

func TestIsTaken(t *testing.T) {
	taken := []lint.Edit{edit(2, 2, "x"), edit(4, 8, ""), edit(8, 8, "y"), edit(10, 12, "z")}
	for _, e := range []lint.Edit{edit(2, 2, "x"), edit(2, 2, "y"), edit(0, 5, ""), edit(7, 9, ""), edit(5, 5, "x"), edit(1, 3, ""), edit(0, 20, ""), edit(11, 12, "")} {
		if !isTaken(taken, e) {
			t.Errorf("%v is not taken", e)
		}
	}
	for _, e := range []lint.Edit{edit(0, 2, ""), edit(2, 4, ""), edit(4, 4, "x"), edit(8, 10, ""), edit(12, 12, "x"), edit(20, 21, "")} {
		if isTaken(taken, e) {
			t.Errorf("%v is taken", e)
		}
	}
}

// TestMovement follows places of a text through edits: what is no edit's text stays the same.
func TestMovement(t *testing.T) {
	const before = "one two three four five"
	edits := []lint.Edit{edit(8, 14, ""), edit(0, 3, "eins"), edit(18, 18, "einhalb"), edit(0, 3, "eins")}
	after, err := lint.Apply([]byte(before), edits)
	if err != nil || string(after) != "eins two foureinhalb five" {
		t.Fatalf("%q, %v", after, err)
	}
	for _, c := range []struct {
		start, end int
		want       string
	}{
		{0, 3, "eins"}, {1, 2, "eins"}, {4, 7, "two"}, {0, 7, "eins two"}, {8, 13, ""}, {9, 10, ""}, {5, 9, "wo "},
		{15, 17, "ou"}, {14, 18, "foureinhalb"}, {18, 23, "einhalb five"}, {19, 23, "five"},
	} {
		s := movementBy(edits).of(lint.Span{Start: c.start, End: c.end})
		if got := string(after[s.Start:s.End]); got != c.want {
			t.Errorf("%q is %q, want %q", before[c.start:c.end], got, c.want)
		}
	}
}

func TestPlaces(t *testing.T) {
	var p places
	for _, s := range []lint.Span{{Start: 2, End: 20}, {Start: 3, End: 5}, {Start: 22, End: 24}, {Start: 30, End: 30}} {
		p.add(s)
	}
	for _, at := range []int{1, 2, 6, 19, 20, 21, 22, 23, 24, 30} {
		want := slices.Contains([]int{2, 6, 19, 22, 23}, at)
		if got := p.touch(lint.Span{Start: at, End: at + 1}); got != want {
			t.Errorf("%d is touched: %t", at, got)
		}
		if p.touch(lint.Span{Start: at, End: at}) && !slices.Contains([]int{6, 19, 23}, at) {
			t.Errorf("nothing at %d is touched", at)
		}
	}
	if new(places).touch(lint.Span{End: 9}) {
		t.Error("nothing is touched")
	}
}
