// Package run is the pipeline: it finds the files, has them parsed, lets every rule judge every unit, settles the findings
// of a file among themselves, and resolves them into a report. It knows no rule; it is handed them.
package run

import (
	"fmt"
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse"
	"github.com/stridelint/stridelint/lint/parse/ignores"
)

// Options is what a run is told.
type Options struct {
	Rules  []*lint.Rule // the rules that run
	Images lint.ImageCatalogue
	// Workers is how many files are judged at once; zero or less, as many as there are processors.
	Workers int
	// MinSeverity is the least severity that is reported.
	MinSeverity lint.Severity
	// Known is every rule there is, for ignores that name one; none, the rules that run.
	Known []*lint.Rule
	// NoIgnores tells to pass over the ignores that files hold.
	NoIgnores bool
	// ShowSuppressed keeps suppressed results in the report.
	ShowSuppressed bool
	// Excerpts and LineHashes ask for what results have on demand.
	Excerpts   bool
	LineHashes bool
	// FromRoot maps a path to the one by which fingerprints know the file, wherever the run starts; left out, it stays as it is.
	FromRoot func(path string) string
	// Today is the day on which ignores may have expired, as YYYY-MM-DD; empty, the day it is.
	Today string
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
	return o
}

// Lint judges the inputs and reports in their order. The report does not depend on the number of workers.
func Lint(inputs []Input, o Options) *lint.Report {
	o = o.withDefaults()
	judged := make([]judgement, len(inputs))
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(o.Workers, len(inputs)) {
		wait.Go(func() {
			for i := next.Add(1) - 1; i < int64(len(inputs)); i = next.Add(1) - 1 {
				judged[i] = judge(inputs[i], o)
			}
		})
	}
	wait.Wait()

	return collect(judged, o.Rules)
}

// collect joins what became of the inputs, in their order.
func collect(judged []judgement, rules []*lint.Rule) *lint.Report {
	total := 0
	for i := range judged {
		total += len(judged[i].results)
	}
	report := &lint.Report{Rules: rules, Files: map[lint.Kind]int{}, Results: make([]lint.Result, 0, total)}
	for i := range judged {
		j := judged[i]
		judged[i] = judgement{} // so that results are not held twice
		report.Results = append(report.Results, j.results...)
		report.Ignores = append(report.Ignores, j.ignores...)
		if j.judged {
			report.Files[j.kind]++
		}
		if j.failure != "" {
			report.Failures = append(report.Failures, j.failure)
		}
	}
	return report
}

// judgement is what became of one input: its tree and text are gone by then.
type judgement struct {
	results []lint.Result
	ignores []lint.Suppression
	kind    lint.Kind
	judged  bool
	failure string
}

// judge takes one input all the way. A panic of a parser or rule is a failure of this file alone.
func judge(in Input, o Options) (j judgement) {
	defer func() {
		if r := recover(); r != nil {
			j = judgement{failure: fmt.Sprintf("%s: internal error: %v\n%s", in.Path, r, debug.Stack())}
		}
	}()
	file, units := load(in)
	if len(units) == 0 {
		return judgement{}
	}
	findings := check(file, units, o)
	return judgement{
		results: resolve(file, units, findings, o),
		ignores: resolveIgnores(units[0].Ignores),
		kind:    units[0].Kind,
		judged:  true,
	}
}

// load reads an input into its units. What cannot be read is a unit with that problem, where the file would be ours.
func load(in Input) (*lint.File, []*lint.Unit) {
	text, err := in.read()
	file := lint.NewFile(in.Path, text)
	if err != nil {
		kind := parse.Name(in.Path)
		return file, []*lint.Unit{parse.Unreadable(file, kind, err.Error())}
	}
	units := parse.File(file)
	if in.Nameless {
		for _, u := range units {
			u.Part = true
		}
	}
	return file, units
}

// Judge parses and checks one file, as it is done with an explicit input. Its findings are settled, suppressed ones included.
func Judge(f *lint.File, o Options) []*lint.Finding {
	if units := parse.File(f); len(units) > 0 {
		return check(f, units, o.withDefaults())
	}
	return nil
}

// check lets the rules judge a file's units, then its ignores, then the rules that look at what became of those.
func check(file *lint.File, units []*lint.Unit, o Options) []*lint.Finding {
	findings := settle(findingsOf(units, o, false))
	if o.NoIgnores {
		return findings
	}
	accepted := ignores.Parse(file, units)
	if len(accepted) == 0 {
		return findings
	}
	blame(accepted, o.Known)
	suppress(findings, accepted, o.Rules, o.Today)
	units[0].Ignores = accepted
	return settle(append(findings, findingsOf(units, o, true)...))
}

// findingsOf is what the rules, either the late ones or the others, find in the units of the kinds that they apply to.
func findingsOf(units []*lint.Unit, o Options, late bool) []*lint.Finding {
	var findings []*lint.Finding
	for _, u := range units {
		for _, r := range o.Rules {
			if r.Check.Late() == late && r.Applies(u.Kind) {
				findings = append(findings, r.Run(u, o.Images)...)
			}
		}
	}
	return findings
}
