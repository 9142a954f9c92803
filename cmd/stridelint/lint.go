package main

import (
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/report"
	"github.com/stridelint/stridelint/lint/run"
	"github.com/stridelint/stridelint/rules"
)

// formats is the names of the output formats.
var formats = append(slices.Clone(report.Formats), "sarif")

// options is the flags of the root command.
type options struct {
	format, output      string
	config              string
	noConfig            bool
	profile             string
	choose, ignore      []string
	minSeverity, failOn string
	exitZero            bool
	workers             int
	quiet, noColor      bool
	noIgnores           bool
	showSuppressed      bool
	stdinFilename       string
	kubernetesVersion   string
	fix                 string
	diff                bool
	forceExclude        bool
	sarifCategory       string
}

func (o *options) register(command *cobra.Command) {
	flags := command.Flags()
	flags.SortFlags = false
	flags.StringVarP(&o.format, "format", "f", "text", "output format: "+strings.Join(formats, ", "))
	flags.StringVarP(&o.output, "output", "o", "", "write the results to `FILE` instead of standard output")
	flags.StringVar(&o.sarifCategory, "sarif-category", "", "the `NAME` that tells this SARIF from others of the same commit")
	o.registerConfig(command)
	flags.StringVar(&o.profile, "profile", "", "which rules run: "+strings.Join(run.Profiles, ", ")+" (default \"default\")")
	flags.StringSliceVar(&o.choose, "select", nil, "run only these `RULES` or groups, whatever their profile")
	flags.StringSliceVar(&o.ignore, "ignore", nil, "do not run these `RULES` or groups")
	flags.BoolVar(&o.forceExclude, "force-exclude", false, "leave out what the configuration excludes even where it is named, as pre-commit does")
	flags.StringVar(&o.minSeverity, "min-severity", "", "show only findings of this `SEVERITY` or above: info, low, medium, high, critical (default \"info\")")
	flags.StringVar(&o.failOn, "fail-on", "", "exit with 1 if there are findings of this `SEVERITY` or above, or never (default \"medium\")")
	flags.BoolVar(&o.exitZero, "exit-zero", false, "exit with 0 whatever was found")
	flags.IntVarP(&o.workers, "jobs", "j", 0, "how many files are judged at once (default: one a processor)")
	flags.BoolVarP(&o.quiet, "quiet", "q", false, "leave out the summary")
	flags.BoolVar(&o.noColor, "no-color", false, "no colour, as with NO_COLOR in the environment")
	flags.StringVar(&o.kubernetesVersion, "kubernetes-version", "", "the `VERSION` of Kubernetes that manifests are meant for, such as 1.29 (default \"latest\")")
	flags.BoolVar(&o.noIgnores, "no-inline-ignores", false, "do not heed the ignores that files hold")
	flags.BoolVar(&o.showSuppressed, "show-suppressed", false, "show what ignores make quiet, too (json and sarif mark it)")
	o.registerFix(command)
	flags.StringVar(&o.stdinFilename, "stdin-filename", "", "the `NAME` of what comes on standard input, for PATH -")
}

func (o *options) registerConfig(command *cobra.Command) {
	command.Flags().StringVarP(&o.config, "config", "c", "", "read the configuration from `FILE` instead of the nearest .stridelint.yaml")
	command.Flags().BoolVar(&o.noConfig, "no-config", false, "read no configuration file")
}

// lint is the root command: it lints the paths and returns the exit status.
func (o *options) lint(command *cobra.Command, paths []string) (int, error) {
	if len(paths) == 0 {
		paths = []string{"."}
	}
	if !slices.Contains(formats, o.format) {
		return 0, usagef("unknown format %q: it is one of %s", o.format, strings.Join(formats, ", "))
	}
	mode, err := o.fixMode(command)
	if err != nil {
		return 0, err
	}
	config, err := o.readConfig()
	if err != nil {
		return 0, err
	}
	withoutRetired(command.ErrOrStderr(), o, &config, rules.Retired)
	world, err := o.world(config)
	if err != nil {
		return 0, err
	}
	selection := o.selection(config, world)
	if err := askedForRetired(selection, rules.Retired); err != nil {
		return 0, err
	}
	selected, err := selection.From(rules.All())
	if err != nil {
		return 0, usageError{err}
	}
	least, err := severity("--min-severity", firstOf(o.minSeverity, config.MinSeverity, "info"))
	if err != nil {
		return 0, err
	}
	threshold, err := o.threshold(config)
	if err != nil {
		return 0, err
	}
	inputs, err := o.inputs(command.InOrStdin(), paths, config)
	if err != nil {
		return 0, err
	}
	limitMemory(len(inputs))
	forMachines := o.format == "json" || o.format == "sarif"
	settings := run.Options{
		Rules: selected, Profile: selection.Findings(), World: world, Workers: o.workers, MinSeverity: least,
		Known: rules.All(), NoIgnores: o.noIgnores, ShowSuppressed: o.showSuppressed, FromRoot: run.FromRepository(),
		Excerpts: o.format == "text", Fingerprints: forMachines, Fixes: forMachines, LineHashes: o.format == "sarif",
	}
	var result *lint.Report
	if mode != nil {
		result, err = o.lintAndFix(command, inputs, settings, *mode)
	} else {
		result = run.Lint(inputs, settings)
		err = o.write(command.OutOrStdout(), command.ErrOrStderr(), result)
	}
	if err != nil {
		return 0, err
	}
	if err := o.writeStepSummary(result); err != nil {
		return 0, err
	}
	o.tell(command.ErrOrStderr(), result, inputs)
	return o.status(result, threshold), nil
}

func (o *options) readConfig() (run.Config, error) {
	path := o.config
	switch {
	case path != "" && o.noConfig:
		return run.Config{}, usagef("--config and --no-config exclude each other")
	case path == "" && !o.noConfig:
		path = run.FindConfig(filepath.Dir(o.stdinFilename)) // without one, the working folder
	}
	if path == "" {
		return run.Config{}, nil
	}
	return run.ReadConfig(path)
}

// world is what the rules know beyond the files.
func (o *options) world(config run.Config) (w lint.World, err error) {
	if w.Settings, err = config.Settings(rules.All()); err != nil {
		return w, err
	}
	if w.Images, err = config.Images(); err != nil {
		return w, err
	}
	if o.kubernetesVersion == "" {
		w.KubernetesMinor, err = config.KubernetesMinor()
	} else if w.KubernetesMinor, err = run.KubernetesMinor(o.kubernetesVersion); err != nil {
		err = usagef("--kubernetes-version: %v", err)
	}
	return w, err
}

func (o *options) selection(config run.Config, world lint.World) run.Selection {
	s := run.Selection{Profile: firstOf(o.profile, config.Profile), Select: o.choose, Ignore: o.ignore, Settings: world.Settings}
	if len(s.Select) == 0 {
		s.Select = config.Select
	}
	s.Ignore = slices.Concat(s.Ignore, config.Ignore)
	return s
}

// threshold is the least severity that makes the exit status 1, or nil for never.
func (o *options) threshold(config run.Config) (*lint.Severity, error) {
	name := firstOf(o.failOn, config.FailOn, "medium")
	if name == "never" || o.exitZero {
		return nil, nil
	}
	s, err := severity("--fail-on", name)
	return &s, err
}

func severity(flag, name string) (lint.Severity, error) {
	for _, s := range lint.Severities {
		if s.String() == name {
			return s, nil
		}
	}
	return 0, usagef("%s: unknown severity %q: it is one of info, low, medium, high, critical", flag, name)
}

// inputs finds what the paths name; "-" is standard input.
func (o *options) inputs(stdin io.Reader, paths []string, config run.Config) ([]run.Input, error) {
	onDisk := slices.DeleteFunc(slices.Clone(paths), func(p string) bool { return p == "-" })
	if len(onDisk) == len(paths) {
		if o.stdinFilename != "" {
			return nil, usagef(`--stdin-filename goes with the path "-"`)
		}
		inputs := run.Discover(onDisk, config.Exclude)
		if o.forceExclude {
			inputs = run.Exclude(inputs, config.Exclude)
		}
		return inputs, nil
	}
	if len(paths) > 1 {
		return nil, usagef(`"-" cannot be mixed with other paths`)
	}
	in, err := run.Stdin(stdin, o.stdinFilename)
	in.Excluded = o.forceExclude && len(run.Exclude([]run.Input{in}, config.Exclude)) == 0
	return []run.Input{in}, err
}

// tell says on standard error what a person should know of the run.
func (o *options) tell(stderr io.Writer, r *lint.Report, inputs []run.Input) {
	for _, failure := range r.Failures {
		fmt.Fprintf(stderr, "stridelint: %s\n", failure)
	}
	if !o.quiet {
		for _, note := range report.Charts(r) {
			fmt.Fprintln(stderr, note)
		}
	}
	searched := !slices.ContainsFunc(inputs, func(in run.Input) bool { return in.Explicit })
	switch {
	case r.Judged() > 0:
		if !o.quiet {
			fmt.Fprintln(stderr, report.Summary(r))
		}
	case searched:
		fmt.Fprintln(stderr, "stridelint: no Dockerfile, compose file, Kubernetes manifest or file with docker commands was found")
	}
}

func (o *options) status(r *lint.Report, threshold *lint.Severity) int {
	if len(r.Failures) > 0 {
		return exitFailure
	}
	if threshold != nil && slices.ContainsFunc(r.Results, func(f lint.Result) bool { return f.Suppressed == nil && f.Severity >= *threshold }) {
		return exitFindings
	}
	return exitClean
}

// firstOf is the first text that is not empty.
func firstOf(texts ...string) string {
	for _, text := range texts {
		if text != "" {
			return text
		}
	}
	return ""
}
