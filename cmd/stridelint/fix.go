package main

import (
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/report"
	"github.com/stridelint/stridelint/lint/run"
)

// The values of --fix.
const (
	fixSafe = "safe"
	fixAll  = "all"
)

// registerFix adds the flags about fixes.
func (o *options) registerFix(command *cobra.Command) {
	flags := command.Flags()
	flags.StringVar(&o.fix, "fix", "", "make fixes; `WHICH` is safe (nothing behaves differently) or all")
	flags.Lookup("fix").NoOptDefVal = fixSafe
	flags.BoolVar(&o.diff, "diff", false, "show what --fix or --fix=all would change, and write nothing")
}

// fixMode is which fixes are asked for, or nil.
func (o *options) fixMode(command *cobra.Command) (*run.FixMode, error) {
	switch flags := command.Flags(); {
	case flags.Changed("fix") && o.fix != fixSafe && o.fix != fixAll:
		return nil, usagef("unknown fixes %q: it is one of %s, %s", o.fix, fixSafe, fixAll)
	case o.diff && flags.Changed("format"):
		return nil, usagef("--diff and --format exclude each other")
	case o.fix == "" && !o.diff:
		return nil, nil
	}
	return &run.FixMode{Unsafe: o.fix == fixAll, Diff: o.diff}, nil
}

// lintAndFix makes the fixes, or shows them, and writes what is left.
func (o *options) lintAndFix(command *cobra.Command, inputs []run.Input, settings run.Options, mode run.FixMode) (*lint.Report, error) {
	stdout, stderr := command.OutOrStdout(), command.ErrOrStderr()
	stdin := len(inputs) == 1 && inputs[0].Disk == ""
	if stdin && inputs[0].Err != nil {
		// Whoever takes our output for the fixed text must not be left with nothing.
		return nil, fmt.Errorf("standard input %w", inputs[0].Err)
	}
	result, summary := run.Fix(inputs, settings, mode)
	var err error
	switch {
	case mode.Diff && o.output != "":
		err = writeFile(o.output, func(w io.Writer) error { return writeText(w, summary.Diff) })
	case mode.Diff:
		err = writeText(stdout, summary.Diff)
	case stdin:
		if err = writeText(stdout, string(summary.Text)); err == nil {
			err = o.writeBeside(command, result)
		}
	default:
		err = o.write(stdout, stderr, result)
	}
	if err != nil {
		return nil, err
	}
	for _, note := range summary.Notes {
		fmt.Fprintf(stderr, "stridelint: %s\n", note)
	}
	if !o.quiet && result.Judged() > 0 {
		fmt.Fprintln(stderr, report.Fixes(summary.Fixed, summary.Files, summary.Unsafe, !mode.Diff))
	}
	return result, nil
}

// writeBeside writes a report where standard output is taken: to the file that it should go to, or to standard error, there as
// compact lines if no format was asked for.
func (o *options) writeBeside(command *cobra.Command, r *lint.Report) error {
	if !command.Flags().Changed("format") && o.output == "" {
		o.format = "compact"
	}
	return o.write(command.ErrOrStderr(), command.ErrOrStderr(), r)
}

func writeText(w io.Writer, text string) error {
	_, err := io.WriteString(w, text)
	return err
}
