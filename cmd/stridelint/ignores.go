package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/report"
	"github.com/stridelint/stridelint/lint/run"
	"github.com/stridelint/stridelint/rules"
)

// newIgnoresCommand makes "stridelint ignores".
func newIgnoresCommand() *cobra.Command {
	var format string
	var o options
	command := &cobra.Command{
		Use:   "ignores [PATH...]",
		Short: "List the accepted risks: what the files ignore, until when, by whom and why",
		RunE: func(command *cobra.Command, paths []string) error {
			if !slices.Contains(report.IgnoresFormats, format) {
				return usagef("unknown format %q: it is one of %s", format, strings.Join(report.IgnoresFormats, ", "))
			}
			if len(paths) == 0 {
				paths = []string{"."}
			}
			config, err := o.readConfig()
			if err != nil {
				return err
			}
			withoutRetired(command.ErrOrStderr(), &o, &config, rules.Retired)
			world, err := o.world(config)
			if err != nil {
				return err
			}
			// Every rule runs that can: only then is it known which ignores are still in use.
			selected, err := run.Selection{Profile: "all", Settings: world.Settings}.From(rules.All())
			if err != nil {
				return err
			}
			result := run.Lint(run.Discover(paths, config.Exclude), run.Options{Rules: selected, Known: rules.All(), World: world, Profile: lint.Pedantic})
			if len(result.Ignores) == 0 {
				_, err := fmt.Fprintln(command.ErrOrStderr(), "no ignore was found")
				return err
			}
			return report.WriteIgnores(command.OutOrStdout(), format, result)
		},
	}
	command.Flags().StringVarP(&format, "format", "f", "text", "output format: "+strings.Join(report.IgnoresFormats, ", "))
	o.registerConfig(command)
	return command
}
