// Command stridelint lints Dockerfiles, compose files, Kubernetes manifests and docker commands for what opens a threat.
// This package is the command line alone: flags, exit statuses, where output goes.
package main

import (
	"errors"
	"fmt"
	"io"
	"os"
	"runtime/debug"

	"github.com/spf13/cobra"
)

// The exit statuses.
const (
	exitClean    = 0 // nothing at or above the threshold
	exitFindings = 1 // findings at or above --fail-on
	exitFailure  = 2 // wrong usage, or stridelint itself failed
)

// version is set by the release build; a build by go install knows its module version instead.
var version = ""

func main() {
	os.Exit(execute(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// execute runs the command line and returns the exit status.
func execute(args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	command, status := newRootCommand()
	command.SetArgs(args)
	command.SetIn(stdin)
	command.SetOut(stdout)
	command.SetErr(stderr)
	if err := command.Execute(); err != nil {
		var usage usageError
		fmt.Fprintf(stderr, "stridelint: %v\n", err)
		if errors.As(err, &usage) {
			fmt.Fprintln(stderr, `Run "stridelint --help" for usage.`)
		}
		return exitFailure
	}
	return *status
}

// usageError is a mistake in the words of the command line.
type usageError struct{ error }

func usagef(format string, args ...any) error { return usageError{fmt.Errorf(format, args...)} }

// newRootCommand makes the command tree, and where the root command leaves its exit status.
func newRootCommand() (*cobra.Command, *int) {
	status := exitClean
	var o options
	root := &cobra.Command{
		Use:   "stridelint [PATH...]",
		Short: "Find what opens a STRIDE threat in Dockerfiles, compose files, Kubernetes manifests and docker commands",
		Long: `stridelint reads Dockerfiles, compose files, Kubernetes manifests, CI workflows and docker commands in scripts, without
running anything, and points at what opens a STRIDE threat. A PATH is a file or a folder, "-" is standard input;
without one, the current folder is searched.

Exit status: 0 if nothing at or above --fail-on was found, 1 if something was, 2 if stridelint was called wrongly or
failed itself.`,
		Args:          cobra.ArbitraryArgs,
		SilenceErrors: true,
		SilenceUsage:  true,
		Version:       versionText(),
		RunE: func(command *cobra.Command, paths []string) error {
			var err error
			status, err = o.lint(command, paths)
			return err
		},
	}
	o.register(root)
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	root.SetVersionTemplate("stridelint {{.Version}}\n")
	root.AddCommand(newRulesCommand(), newExplainCommand(), newIgnoresCommand())
	root.CompletionOptions.HiddenDefaultCmd = false
	return root, &status
}

// versionText is the release, or the module version that go install recorded, or "devel".
func versionText() string {
	if version != "" {
		return version
	}
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		return info.Main.Version
	}
	return "devel"
}
