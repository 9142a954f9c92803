// Package run is the pipeline: it finds the files, has them parsed, lets every rule judge every unit, settles the findings
// of a file among themselves, and resolves them into a report. It knows no rule; it is handed them.
package run

import (
	"cmp"
	"fmt"
	"runtime"
	"runtime/debug"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse"
	"github.com/stridelint/stridelint/lint/parse/ignores"
)

// Options is what a run is told.
type Options struct {
	Rules []*lint.Rule // the rules that run
	lint.World
	// Context is what a build of the file that is given to Judge is given; nil, nothing is known of it.
	Context lint.BuildContext
	// Workers is how many files are judged at once; zero or less, as many as there are processors.
	Workers int
	// Profile is the one whose findings are reported. Rules of a stricter one report theirs too: whoever hands them in wants them.
	Profile lint.Profile
	// MinSeverity is the least severity that is reported.
	MinSeverity lint.Severity
	// Known is every rule there is, for ignores that name one; none, the rules that run.
	Known []*lint.Rule
	// NoIgnores tells to pass over the ignores that files hold.
	NoIgnores bool
	// ShowSuppressed keeps suppressed results in the report.
	ShowSuppressed bool
	// Excerpts, Fingerprints, Fixes and LineHashes ask for what results have on demand.
	Excerpts     bool
	Fingerprints bool
	Fixes        bool
	LineHashes   bool
	// FromRoot maps a path to the one by which fingerprints know the file, wherever the run starts; left out, it stays as it is.
	FromRoot func(path string) string
	// Today is the day on which ignores may have expired, as YYYY-MM-DD; empty, the day it is.
	Today string

	survey       *survey // what is known of the run's inputs together
	surroundings *surroundings
	first, late  duties
}

// duties is rules by the kind of unit that they judge.
type duties map[lint.Kind][]*lint.Rule

// dutiesOf is what the rules, either the late ones or the others, judge.
func dutiesOf(rules []*lint.Rule, late bool) duties {
	d := duties{}
	for _, r := range rules {
		for _, kind := range slices.Concat(lint.Kinds, []lint.Kind{""}) { // a file that cannot be read may be of no kind
			if r.Check.Late() == late && r.Applies(kind) {
				d[kind] = append(d[kind], r)
			}
		}
	}
	return d
}

// withDefaults is the options with what was left out.
func (o Options) withDefaults() Options {
	if o.Workers <= 0 {
		o.Workers = runtime.GOMAXPROCS(0)
	}
	if o.Known == nil {
		o.Known = o.Rules
	}
	if o.FromRoot == nil {
		o.FromRoot = func(path string) string { return path }
	}
	if o.Today == "" {
		o.Today = time.Now().Format(time.DateOnly)
	}
	o.surroundings = &surroundings{folders: map[string]folder{}}
	o.first, o.late = dutiesOf(o.Rules, false), dutiesOf(o.Rules, true)
	return o
}

// Lint judges the inputs and reports in their order. The report does not depend on the number of workers.
func Lint(inputs []Input, o Options) *lint.Report {
	o = o.withDefaults()
	judged := make([]judgement, len(inputs))
	o.survey = surveyOf(inputs)
	o.survey.each(inputs, o.Workers, func(i int) []link {
		judged[i] = judge(inputs[i], o)
		return judged[i].links
	})
	return collect(judged, o.Rules)
}

// each does something for every number below n, some of them at once.
func each(n, workers int, do func(i int)) {
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(workers, n) {
		wait.Go(func() {
			for i := next.Add(1) - 1; i < int64(n); i = next.Add(1) - 1 {
				do(int(i))
			}
		})
	}
	wait.Wait()
}

// collect joins what became of the inputs, in their order. What several of them found in a file that they share is told once.
func collect(judged []judgement, rules []*lint.Rule) *lint.Report {
	total, shared := 0, false
	for i := range judged {
		total += len(judged[i].results)
		shared = shared || judged[i].shared
	}
	report := &lint.Report{Rules: rules, Files: map[lint.Kind]int{}, Templates: map[string]int{}, Results: make([]lint.Result, 0, total)}
	for i := range judged {
		j := judged[i]
		judged[i] = judgement{} // so that results are not held twice
		report.Results = append(report.Results, j.results...)
		report.Ignores = append(report.Ignores, j.ignores...)
		if j.judged {
			report.Files[j.kind]++
		}
		if j.chart != "" {
			report.Templates[j.chart]++
		}
		if j.failure != "" {
			report.Failures = append(report.Failures, j.failure)
		}
	}
	if shared {
		report.Results = once(report.Results)
	}
	return report
}

// once orders results by their places, and keeps the first of each rule and place.
func once(results []lint.Result) []lint.Result {
	type identity struct {
		rule  *lint.Rule
		place lint.Place
	}
	seen := map[identity]bool{}
	results = slices.DeleteFunc(results, func(r lint.Result) bool {
		id := identity{r.Rule, r.Place}
		again := seen[id]
		seen[id] = true
		return again
	})
	slices.SortStableFunc(results, func(a, b lint.Result) int { return cmp.Compare(a.Place.Path, b.Place.Path) })
	return results
}

// judgement is what became of one input: its tree and text are gone by then.
type judgement struct {
	results []lint.Result
	ignores []lint.Suppression
	kind    lint.Kind
	judged  bool
	failure string
	shared  bool   // it was read from other files, too
	links   []link // which of the input's containers run what is built here
	chart   string // the Helm chart of which it is a template, if any
}

// judge takes one input all the way. A panic of a parser or rule is a failure of this file alone.
func judge(in Input, o Options) (j judgement) {
	defer func() {
		if r := recover(); r != nil {
			j = failed(in, r)
		}
	}()
	return inspect(in, o).judgement(o)
}

// failed is the judgement of an input on which stridelint panicked.
func failed(in Input, reason any) judgement {
	return judgement{failure: fmt.Sprintf("%s: internal error: %v\n%s", in.Path, reason, debug.Stack())}
}

// inspect reads an input, parses and checks it. What cannot be read is a unit with that problem.
func inspect(in Input, o Options) reading {
	text, err := in.read()
	if err != nil {
		file := lint.NewFile(in.Path, text)
		units := []*lint.Unit{parse.Unreadable(file, parse.Name(in.Path), err.Error())}
		return reading{in: in, file: file, focus: file, units: units, findings: check(in, file, units, o)}
	}
	return look(in, lint.NewFile(in.Path, text), o)
}

// look parses and checks a file as the content of an input. One that is none of ours has no units.
func look(in Input, file *lint.File, o Options) reading {
	r := reading{in: in, file: file, focus: file}
	if in.Excluded || o.surroundings.isValues(in) {
		return r
	}
	if parse.IsTemplate(file) {
		r.chart = o.surroundings.chart(in)
	}
	if r.units = parse.File(file, in.open()); len(r.units) == 0 {
		return r
	}
	if o.survey != nil {
		r.links = o.survey.link(in, r.units)
		o.survey.overlays.mark(in, r.units)
	}
	for _, u := range r.units {
		u.Part = u.Part || in.Nameless || u.Kind == lint.Kubernetes && o.surroundings.isPart(in)
		// The context of a Dockerfile that stands in another file is not the folder that it stands in.
		if u.Context = o.Context; u.Context == nil && u.Kind == lint.Dockerfile && u == r.units[0] {
			u.Context = in.context()
		}
	}
	r.findings = check(in, file, r.units, o)
	return r
}

// Judge parses and checks one file, as it is done with an explicit input. Its findings are settled, suppressed ones included.
func Judge(f *lint.File, o Options) []*lint.Finding {
	return look(Input{}, f, o.withDefaults()).findings
}

// check lets the rules judge a file's units, then its ignores, then the rules that look at what became of those.
func check(in Input, file *lint.File, units []*lint.Unit, o Options) []*lint.Finding {
	wanted, stricter := o.split(o.first.findings(units, o.World))
	findings := settle(wanted)
	if o.NoIgnores {
		return findings
	}
	var accepted, judged []*lint.Ignore
	for _, f := range filesOf(file, units) {
		of := ignores.Parse(f, units)
		accepted = append(accepted, of...)
		if f == file || !o.survey.sharesWith(in, f) {
			judged = append(judged, of...)
		}
	}
	if len(accepted) == 0 {
		return findings
	}
	blame(accepted, o.Known)
	// An ignore is in use in every profile if it is in one.
	suppress(slices.Concat(findings, stricter), accepted, o.Rules, o.Today)
	units[0].Ignores = judged
	return settle(append(findings, o.late.findings(units, o.World)...))
}

// split sets the findings apart that belong to a stricter profile, both than what is reported and than their rule's own.
func (o Options) split(findings []*lint.Finding) (wanted, stricter []*lint.Finding) {
	wanted = findings[:0]
	for _, f := range findings {
		if f.Profile > max(o.Profile, f.Rule.Profile) {
			stricter = append(stricter, f)
		} else {
			wanted = append(wanted, f)
		}
	}
	return wanted, stricter
}

// findings is what the rules find in the units.
func (d duties) findings(units []*lint.Unit, w lint.World) []*lint.Finding {
	var findings []*lint.Finding
	for _, u := range units {
		findings = append(findings, lint.Judge(u, d[u.Kind], w)...)
	}
	return findings
}
