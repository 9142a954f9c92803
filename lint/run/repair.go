package run

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

const (
	// maxRounds is how often a file is fixed: fixes that want the same text take turns.
	maxRounds = 32
	// maxTrials is how many combinations of fixes are tried in a round before what was refused is no longer taken apart.
	maxTrials = 32
)

// LeftOut is a fix that was not made.
type LeftOut struct {
	Finding *lint.Finding
	Reason  string // what would come of it
}

// Repair makes the fixes of a file's findings until none is left that can be made. Choose picks a finding's fix, or none; it is
// not asked about suppressed ones. A fix is made only if the file is read as before, its finding is gone from its place and no
// rule finds more. What could not be made is returned beside the text.
func Repair(f *lint.File, o Options, choose func(*lint.Finding) *lint.Fix) ([]byte, []LeftOut) {
	o = o.withDefaults()
	after, left := repair(look(Input{Path: f.Path}, f, o), o, choose)
	return after.focus.Text, left
}

// repair is Repair of the file in the focus of a reading.
func repair(before reading, o Options, choose func(*lint.Finding) *lint.Fix) (reading, []LeftOut) {
	r := repairer{o: o, choose: choose, now: before}
	best, rounds := before, 0
	for rounds < maxRounds && r.round() {
		rounds++
		// What is fixed can uncover the same elsewhere, say a pod's setting behind its container's: it is worth it once that goes too.
		if shown(r.now.findings, lint.Info) < shown(best.findings, lint.Info) {
			best = r.now
		}
	}
	switch {
	case rounds == maxRounds:
		r.now = best
		r.refuseAll(errors.New("the fixes of the file come to no end"))
	case r.now.focus != best.focus:
		r.now = best
		r.refuseAll(errors.New("as much would still be found"))
	}
	return best, r.left
}

// repairer fixes one file.
type repairer struct {
	o      Options
	choose func(*lint.Finding) *lint.Fix
	now    reading // what the earlier rounds made of the file

	// Of the round:
	made   []proposal
	next   reading // what they make of the file
	left   []LeftOut
	trials int
}

// proposal is the fix that was chosen for a finding.
type proposal struct {
	finding *lint.Finding
	edits   []lint.Edit
}

// round makes the fixes that do not want the same text, and tells whether it made any. The others wait for the next one,
// where the rules have seen the new text.
func (r *repairer) round() bool {
	r.made, r.left, r.trials = nil, nil, 0
	waiting := r.proposals()
	for len(waiting) > 0 && len(r.made) == 0 && r.trials < maxTrials {
		var batch []proposal
		batch, waiting = disjoint(waiting)
		r.accept(batch)
	}
	if len(r.made) == 0 {
		r.refuse(waiting, errors.New("too many other fixes of the file were refused"))
		return false
	}
	r.now = r.next
	return true
}

// proposals is the chosen fixes of the file as it is now, in the order of its findings.
func (r *repairer) proposals() []proposal {
	var all []proposal
	for _, f := range r.now.about(r.now.focus) {
		if f.Suppressed != nil {
			continue
		}
		if fix := r.choose(f); fix != nil && len(fix.Edits) > 0 {
			all = append(all, proposal{f, fix.Edits})
		}
	}
	return all
}

// accept makes fixes together or, where that is refused, in halves, until those stand alone that are to blame.
func (r *repairer) accept(batch []proposal) {
	together := slices.Concat(r.made, batch)
	next, err := r.try(together)
	switch half := len(batch) / 2; {
	case err == nil:
		r.made, r.next = together, next
	case len(batch) == 1 || r.trials >= maxTrials:
		r.refuse(batch, err)
	default:
		r.accept(batch[:half])
		r.accept(batch[half:])
	}
}

func (r *repairer) refuse(batch []proposal, reason error) {
	for _, p := range batch {
		r.left = append(r.left, LeftOut{p.finding, reason.Error()})
	}
}

// refuseAll refuses whatever fix the file has now.
func (r *repairer) refuseAll(reason error) {
	r.left = nil
	r.refuse(r.proposals(), reason)
}

// try is what fixes make of the file, and why they must not be made.
func (r *repairer) try(batch []proposal) (reading, error) {
	r.trials++
	var edits []lint.Edit
	for _, p := range batch {
		edits = append(edits, p.edits...)
	}
	text, err := lint.Apply(r.now.focus.Text, edits)
	if err != nil {
		return reading{}, err
	}
	if len(text) > maxFileSize {
		return reading{}, fmt.Errorf("the file %w", tooLarge(maxFileSize))
	}
	next := r.now.with(text, r.o)
	return next, cmp.Or(unlike(r.now, next), worse(r.now, next, batch, edits))
}

// unlike tells why a file is no longer read as it was.
func unlike(before, after reading) error {
	if len(before.units) != len(after.units) || len(before.files()) != len(after.files()) {
		return errors.New("the file would be taken for something else")
	}
	for i, b := range before.units {
		a := after.units[i]
		if a.Kind != b.Kind || a.Part != b.Part {
			return errors.New("the file would be taken for something else")
		}
		known := map[string]int{}
		for _, problem := range b.Problems {
			known[problem.Message]++
		}
		for _, problem := range a.Problems {
			if known[problem.Message]--; known[problem.Message] < 0 {
				return fmt.Errorf("the file could no longer be read: %s", problem.Message)
			}
		}
	}
	return nil
}

// worse tells why the findings after some fixes are not as they should be. They are counted by rule: lines move, and a fix can
// change what its neighbours are called, since a command is called by its image. Suppressed findings count apart, so that no
// ignore comes to cover, or no longer to cover, something.
func worse(before, after reading, made []proposal, edits []lint.Edit) error {
	type voice struct {
		rule       *lint.Rule
		suppressed bool
	}
	room := map[voice]int{}
	for _, f := range before.findings {
		room[voice{f.Rule, f.Suppressed != nil}]++
	}
	still := map[*lint.Rule]*places{}
	for _, f := range after.findings {
		v := voice{f.Rule, f.Suppressed != nil}
		switch room[v]--; {
		case room[v] < 0 && v.suppressed:
			return fmt.Errorf("an ignore would make another finding of %s quiet", f.Rule.ID)
		case room[v] < 0:
			return fmt.Errorf("%s would find more", f.Rule.ID)
		case !v.suppressed && f.Span.File == after.focus:
			if still[f.Rule] == nil {
				still[f.Rule] = &places{}
			}
			still[f.Rule].add(f.Span)
		}
	}
	m := movementBy(edits)
	for _, p := range made {
		if found := still[p.finding.Rule]; found != nil && found.touch(m.of(p.finding.Span)) {
			return fmt.Errorf("%s would still find it", p.finding.Rule.ID)
		}
	}
	return nil
}

// disjoint picks the fixes that can be made together, the earlier ones first, and leaves those that want the same text as one
// of them. The first one is always picked. What is picked is grouped by rule: of two halves, one is then more often without blame.
func disjoint(all []proposal) (picked, left []proposal) {
	var taken []lint.Edit // in their order, none wanting the same text
	for _, p := range all {
		if len(picked) > 0 && slices.ContainsFunc(p.edits, func(e lint.Edit) bool { return isTaken(taken, e) }) {
			left = append(left, p)
			continue
		}
		picked = append(picked, p)
		for _, e := range p.edits {
			if at, found := slices.BinarySearchFunc(taken, e, compareEdits); !found {
				taken = slices.Insert(taken, at, e)
			}
		}
	}
	slices.SortStableFunc(picked, func(a, b proposal) int { return strings.Compare(a.finding.Rule.ID, b.finding.Rule.ID) })
	return picked, left
}
