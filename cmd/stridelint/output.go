package main

import (
	"fmt"
	"io"
	"os"
	"path/filepath"

	"golang.org/x/term"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/report"
	"github.com/stridelint/stridelint/lint/run"
	"github.com/stridelint/stridelint/sarif"
)

// write renders the report; a file is either complete or untouched.
func (o *options) write(stdout, stderr io.Writer, r *lint.Report) error {
	if o.output == "" {
		return o.render(stdout, stderr, r)
	}
	if err := writeFile(o.output, func(w io.Writer) error { return o.render(w, stderr, r) }); err != nil {
		return fmt.Errorf("cannot write %s: %w", o.output, err)
	}
	return nil
}

func (o *options) render(w, stderr io.Writer, r *lint.Report) error {
	fromRoot := run.FromRepository()
	if o.format != "sarif" {
		return report.Write(w, o.format, r, report.Options{Version: versionText(), Color: o.color(w), FromRoot: fromRoot})
	}
	left, err := sarif.Write(w, r, sarif.Options{Version: versionText(), Category: o.sarifCategory, URI: fromRoot})
	if left > 0 {
		fmt.Fprintf(stderr, "stridelint: %d findings of the least severity were left out: GitHub takes no more in one upload\n", left)
	}
	return err
}

// writeStepSummary adds all findings to the page of the GitHub workflow run, where there is one: of annotations GitHub shows a few.
func (o *options) writeStepSummary(r *lint.Report) error {
	path := os.Getenv("GITHUB_STEP_SUMMARY")
	if o.format != "github" || path == "" {
		return nil
	}
	err := writeAndClose(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, func(w io.Writer) error { return report.WriteStepSummary(w, r) })
	if err != nil {
		return fmt.Errorf("cannot write the step summary: %w", err)
	}
	return nil
}

// writeFile replaces a file in one step. What is no regular file, such as a device, is written to as it is.
func writeFile(path string, write func(io.Writer) error) (err error) {
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() {
		return writeAndClose(path, os.O_WRONLY, write)
	}
	temporary := filepath.Join(filepath.Dir(path), fmt.Sprintf(".stridelint-%d", os.Getpid()))
	defer func() {
		if err != nil {
			os.Remove(temporary)
		}
	}()
	if err := writeAndClose(temporary, os.O_WRONLY|os.O_CREATE|os.O_TRUNC, write); err != nil {
		return err
	}
	return os.Rename(temporary, path)
}

func writeAndClose(path string, flag int, write func(io.Writer) error) error {
	file, err := os.OpenFile(path, flag, 0o644)
	if err != nil {
		return err
	}
	err = write(file)
	if closed := file.Close(); err == nil {
		err = closed
	}
	return err
}

// color tells whether output goes to a terminal that wants colour.
func (o *options) color(w io.Writer) bool {
	if o.noColor || os.Getenv("NO_COLOR") != "" || os.Getenv("TERM") == "dumb" {
		return false
	}
	if force := os.Getenv("FORCE_COLOR"); force != "" && force != "0" {
		return true
	}
	file, ok := w.(*os.File)
	return ok && term.IsTerminal(int(file.Fd()))
}
