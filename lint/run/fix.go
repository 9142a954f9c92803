package run

import (
	"fmt"
	"slices"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse"
)

// FixMode says which fixes are made, and how.
type FixMode struct {
	Unsafe bool // those too that take a privilege or a behaviour away
	Diff   bool // nothing is written: the change is shown
}

// FixSummary is what became of the fixes.
type FixSummary struct {
	Fixed int // findings that are gone
	Files int // files that were changed
	// Unsafe is how many findings are left that have an unsafe fix, where only safe ones were to be made.
	Unsafe int
	Notes  []string // which fixes were not made, and why
	Diff   string   // what would change, secrets masked; only if that was asked for
	Text   []byte   // standard input as it is now
}

// Fix makes the fixes of the inputs' findings and writes the files that change. The report is of what is left; of a file that is
// not written, of all of it. What could not be written is a failure of the report.
func Fix(inputs []Input, o Options, mode FixMode) (*lint.Report, FixSummary) {
	o = o.withDefaults()
	judged, summaries := make([]judgement, len(inputs)), make([]FixSummary, len(inputs))
	o.survey = surveyOf(inputs)
	workers := o.Workers
	if len(o.survey.readers) > 0 {
		workers = 1 // one that is fixed may be read by another
	}
	o.survey.each(inputs, workers, func(i int) []link {
		judged[i], summaries[i] = fix(inputs[i], o, mode)
		return judged[i].links
	})
	var total FixSummary
	told := map[string]bool{} // of a file that several are read with, each tells the same
	for _, s := range summaries {
		total.Fixed += s.Fixed
		total.Files += s.Files
		total.Unsafe += s.Unsafe
		for _, note := range s.Notes {
			if !told[note] {
				told[note] = true
				total.Notes = append(total.Notes, note)
			}
		}
		total.Diff += s.Diff
		total.Text = append(total.Text, s.Text...)
	}
	return collect(judged, o.Rules), total
}

// fix takes one input all the way. A panic of a parser or rule is a failure of this file alone, which stays as it is.
func fix(in Input, o Options, mode FixMode) (j judgement, s FixSummary) {
	defer func() {
		if r := recover(); r != nil {
			j, s = failed(in, r), FixSummary{Text: in.Text}
		}
	}()
	read := inspect(in, o)
	now := read
	for _, name := range o.survey.fixable(read) {
		before, found := now.on(name)
		if !found {
			continue // a fix of another file did away with it
		}
		after, left := repair(before, o, func(f *lint.Finding) *lint.Fix { return mode.choose(f, o.MinSeverity) })
		if err := s.note(before, after, mode, left, o); err != nil {
			j = now.judgement(o)
			j.failure = fmt.Sprintf("%s: fixes cannot be written: %v", name, err)
			return j, s
		}
		now = after
	}
	s.Notes = append(s.Notes, o.survey.leftToOthers(now, func(f *lint.Finding) bool { return mode.choose(f, o.MinSeverity) != nil })...)
	if !mode.Unsafe {
		s.Unsafe = onlyUnsafe(now.findings, o.MinSeverity)
	}
	if in.Disk == "" {
		s.Text = now.file.Text
	}
	if mode.Diff {
		return read.judgement(o), s
	}
	return now.judgement(o), s
}

// note counts, shows or writes what became of one file.
func (s *FixSummary) note(before, after reading, mode FixMode, left []LeftOut, o Options) error {
	if after.focus != before.focus {
		if disk, ok := before.in.disk(before.focus); ok && !mode.Diff {
			if err := replaceFile(disk, after.focus.Text); err != nil {
				return err
			}
		}
		s.Fixed += shown(before.findings, o.MinSeverity) - shown(after.findings, o.MinSeverity)
		s.Files++
	}
	if mode.Diff {
		s.Diff += unified(before, after)
	}
	s.Notes = append(s.Notes, notes(before.focus.Path, left)...)
	return nil
}

// disk is where a file of the input lies on disk, if it does.
func (in Input) disk(file *lint.File) (string, bool) {
	if file.Path == in.Path {
		return in.Disk, in.Disk != ""
	}
	return in.onDisk(file.Path)
}

// choose is the first fix of a finding that the mode allows and that stays within its file, if the finding is shown at all.
func (m FixMode) choose(f *lint.Finding, least lint.Severity) *lint.Fix {
	for i := range f.Fixes {
		fix := &f.Fixes[i]
		if f.Severity >= least && (fix.Safe || m.Unsafe) && staysWithin(f.Span.File, fix.Edits) {
			return fix
		}
	}
	return nil
}

func staysWithin(file *lint.File, edits []lint.Edit) bool {
	for _, e := range edits {
		if e.Span.File != file {
			return false
		}
	}
	return true
}

// shown is how many findings a report shows, suppressed ones aside.
func shown(findings []*lint.Finding, least lint.Severity) int {
	n := 0
	for _, f := range findings {
		if f.Suppressed == nil && f.Severity >= least {
			n++
		}
	}
	return n
}

// onlyUnsafe is how many findings have no safe fix but an unsafe one.
func onlyUnsafe(findings []*lint.Finding, least lint.Severity) int {
	n := 0
	for _, f := range findings {
		safe, any := FixMode{}.choose(f, least), FixMode{Unsafe: true}.choose(f, least)
		if f.Suppressed == nil && safe == nil && any != nil {
			n++
		}
	}
	return n
}

// notes tells which fixes were not made, those of one rule for one reason together.
func notes(path string, left []LeftOut) []string {
	type cause struct{ rule, reason string }
	times := map[cause]int{}
	var causes []cause
	for _, l := range left {
		c := cause{l.Finding.Rule.ID, l.Reason}
		if times[c]++; times[c] == 1 {
			causes = append(causes, c)
		}
	}
	var all []string
	for _, c := range causes {
		what := "a fix of " + c.rule + " was not made"
		if n := times[c]; n > 1 {
			what = fmt.Sprintf("%d fixes of %s were not made", n, c.rule)
		}
		all = append(all, fmt.Sprintf("%s: %s: %s", path, what, c.reason))
	}
	return all
}

// fixable is the paths of the files that an input's fixes are made in: its own and, unless it is standard input, those that no other
// input is read with or for.
func (s *survey) fixable(r reading) []string {
	var paths []string
	for _, f := range r.files() {
		if f == r.file || r.in.Disk != "" && !s.sharesWith(r.in, f) {
			paths = append(paths, f.Path)
		}
	}
	return paths
}

// leftToOthers tells which fixes are not made because they belong in a file that is not only this input's.
func (s *survey) leftToOthers(r reading, hasFix func(*lint.Finding) bool) []string {
	var told []string
	fixable := s.fixable(r)
	for _, file := range r.files() {
		if slices.Contains(fixable, file.Path) || parse.IsProject(file.Path) {
			continue // it is fixed with this input, or as one of its own
		}
		var left []LeftOut
		for _, f := range r.about(file) {
			if f.Suppressed == nil && hasFix(f) {
				left = append(left, LeftOut{f, "other files may be read with it too"})
			}
		}
		told = append(told, notes(file.Path, left)...)
	}
	return told
}
