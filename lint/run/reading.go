package run

import (
	"maps"
	"slices"

	"github.com/stridelint/stridelint/lint"
)

// reading is a file with what was made of it.
type reading struct {
	in       Input
	file     *lint.File
	focus    *lint.File // that of its files which fixes are made in: the file itself, unless it is asked for another
	units    []*lint.Unit
	findings []*lint.Finding // settled, suppressed ones included
	links    []link
	chart    string // the Helm chart of which the file is a template, if any
}

// files is the files that the units were read from, the reading's own first.
func (r reading) files() []*lint.File { return filesOf(r.file, r.units) }

func filesOf(file *lint.File, units []*lint.Unit) []*lint.File {
	files := []*lint.File{file}
	for _, u := range units {
		for _, f := range u.Files {
			if !slices.Contains(files, f) {
				files = append(files, f)
			}
		}
	}
	return files
}

// about is the findings whose place is in the file that fixes are made in.
func (r reading) about(file *lint.File) []*lint.Finding {
	if len(r.files()) == 1 {
		return r.findings
	}
	var about []*lint.Finding
	for _, f := range r.findings {
		if f.Span.File == file {
			about = append(about, f)
		}
	}
	return about
}

// on is the reading with the focus on the file of a path; false if that is no file of it.
func (r reading) on(path string) (reading, bool) {
	for _, f := range r.files() {
		if f.Path == path {
			r.focus = f
			return r, true
		}
	}
	return r, false
}

// with is what is made of the file if the text of the one in the focus is another.
func (r reading) with(text []byte, o Options) reading {
	edited := lint.NewFile(r.focus.Path, text)
	if r.focus == r.file {
		return look(r.in, edited, o)
	}
	in := r.in
	in.edited = maps.Clone(in.edited)
	if in.edited == nil {
		in.edited = map[string]*lint.File{}
	}
	in.edited[edited.Path] = edited
	next := look(in, r.file, o)
	next.focus = edited
	return next
}

// judgement lets go of the file.
func (r reading) judgement(o Options) judgement {
	if len(r.units) == 0 {
		return judgement{chart: r.chart}
	}
	return judgement{
		results: r.resolve(o),
		ignores: resolveIgnores(r.units[0].Ignores),
		kind:    r.units[0].Kind,
		judged:  true,
		shared:  len(r.files()) > 1,
		links:   r.links,
		chart:   r.chart,
	}
}
