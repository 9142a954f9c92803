package run

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"github.com/stridelint/stridelint/lint"
)

// unified is the change of a file as a unified diff, secrets masked on both sides; empty if there is none.
func unified(before, after reading) string {
	if before.focus == after.focus {
		return ""
	}
	const context = 3 // lines that are shown around a change
	a, b := newSide(before), newSide(after)
	found := changes(a.lines, b.lines)
	var out strings.Builder
	fmt.Fprintf(&out, "--- %s\n+++ %s\n", diffName("a", before.focus.Path), diffName("b", after.focus.Path))
	for len(found) > 0 {
		n := 1
		for n < len(found) && found[n].a-found[n-1].aEnd <= 2*context {
			n++
		}
		first, last := found[0], found[n-1]
		lead, tail := min(context, first.a), min(context, len(a.lines)-last.aEnd)
		fmt.Fprintf(&out, "@@ -%s +%s @@\n", lineRange(first.a-lead, last.aEnd+tail), lineRange(first.b-lead, last.bEnd+tail))
		at := first.a - lead
		for _, c := range found[:n] {
			a.show(&out, ' ', at, c.a)
			a.show(&out, '-', c.a, c.aEnd)
			b.show(&out, '+', c.b, c.bEnd)
			at = c.aEnd
		}
		a.show(&out, ' ', at, last.aEnd+tail)
		found = found[n:]
	}
	return out.String()
}

// diffName is a path as patch and git read it in a diff.
func diffName(side, path string) string {
	name := side + "/" + strings.TrimPrefix(path, "/")
	switch {
	case strings.ContainsFunc(name, func(r rune) bool { return !unicode.IsPrint(r) || r == '"' || r == '\\' }):
		return strconv.Quote(name)
	case strings.Contains(name, " "):
		return name + "\t" // or the name would end at the blank
	}
	return name
}

// lineRange is lines as a hunk's head has them: the first one, counted from 1, and how many; of none, the line before.
func lineRange(from, to int) string {
	return fmt.Sprintf("%d,%d", from+min(1, to-from), to-from)
}

// side is one of the two texts of a diff.
type side struct {
	file   *lint.File
	hidden masks
	lines  []string // with their line breaks
	starts []int
}

func newSide(r reading) side {
	s := side{file: r.focus, hidden: secrets(r.focus, r.units)}
	at := 0
	for line := range strings.Lines(string(r.focus.Text)) {
		s.lines, s.starts = append(s.lines, line), append(s.starts, at)
		at += len(line)
	}
	return s
}

// show writes lines as they may be shown, a mark before each.
func (s side) show(out *strings.Builder, mark byte, from, to int) {
	for i := from; i < to; i++ {
		text, broken := strings.CutSuffix(s.lines[i], "\n")
		text, carriage := strings.CutSuffix(text, "\r")
		span := lint.Span{File: s.file, Start: s.starts[i], End: s.starts[i] + len(text)}
		out.WriteByte(mark)
		out.WriteString(s.hidden.onLine(span).render(s.file, span.Start, span.End))
		if carriage {
			out.WriteByte('\r')
		}
		out.WriteByte('\n')
		if !broken {
			out.WriteString("\\ No newline at end of file\n")
		}
	}
}

// change is lines of a text, from a up to aEnd, that others take the place of.
type change struct{ a, aEnd, b, bEnd int }

// changes is how one list of lines becomes another, in their order.
func changes(a, b []string) []change {
	var found []change
	for i, j := 0, 0; i < len(a) || j < len(b); {
		if i < len(a) && j < len(b) && a[i] == b[j] {
			i, j = i+1, j+1
			continue
		}
		near := align(a[i:min(i+diffWindow, len(a))], b[j:min(j+diffWindow, len(b))])
		for _, c := range near {
			c = change{c.a + i, c.aEnd + i, c.b + j, c.bEnd + j}
			if n := len(found); n > 0 && found[n-1].aEnd == c.a && found[n-1].bEnd == c.b {
				found[n-1].aEnd, found[n-1].bEnd = c.aEnd, c.bEnd
			} else {
				found = append(found, c)
			}
		}
		i, j = found[len(found)-1].aEnd, found[len(found)-1].bEnd
	}
	return found
}

// diffWindow is how many lines are aligned at once. Fixes are local, so the texts are the same again soon; where they are
// not, the diff is still right, only longer than it need be.
const diffWindow = 64

// align is the changes between two short lists of lines, the first lines of which differ, by a longest common subsequence.
// It stops where the lists have long agreed again, or where one of them ends.
func align(a, b []string) []change {
	if len(a) == 0 || len(b) == 0 {
		return []change{{0, len(a), 0, len(b)}}
	}
	var common [diffWindow + 1][diffWindow + 1]uint8 // how many lines a[i:] and b[j:] have in common
	for i, line := range slices.Backward(a) {
		for j, other := range slices.Backward(b) {
			if line == other {
				common[i][j] = common[i+1][j+1] + 1
			} else {
				common[i][j] = max(common[i+1][j], common[i][j+1])
			}
		}
	}
	const long = 8
	var found []change
	for i, j, same := 0, 0, long; i < len(a) && j < len(b); {
		if a[i] == b[j] {
			if i, j, same = i+1, j+1, same+1; same == long {
				break
			}
			continue
		}
		if same > 0 {
			found, same = append(found, change{i, i, j, j}), 0
		}
		if common[i+1][j] >= common[i][j+1] {
			i++
		} else {
			j++
		}
		found[len(found)-1].aEnd, found[len(found)-1].bEnd = i, j
	}
	return found
}
