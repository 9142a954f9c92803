package main

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/spf13/cobra"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/report"
	"github.com/stridelint/stridelint/lint/run"
	"github.com/stridelint/stridelint/rules"
)

// newRulesCommand makes "stridelint rules".
func newRulesCommand() *cobra.Command {
	var format string
	command := &cobra.Command{
		Use:   "rules",
		Short: "List the rules",
		Args:  noArguments,
		RunE: func(command *cobra.Command, _ []string) error {
			switch format {
			case "text":
				return listRules(command.OutOrStdout(), rules.All())
			case "json":
				return report.WriteRules(command.OutOrStdout(), rules.All())
			}
			return usagef("unknown format %q: it is one of text, json", format)
		},
	}
	command.Flags().StringVarP(&format, "format", "f", "text", "output format: text, json")
	return command
}

func listRules(w io.Writer, all []*lint.Rule) error {
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "RULE\tGROUP\tSEVERITY\tPROFILE\tSTRIDE\tWHAT IT FINDS")
	for _, r := range all {
		var stride strings.Builder
		for _, c := range r.STRIDE {
			stride.WriteByte(byte(c))
		}
		fmt.Fprintf(table, "%s\t%s\t%s\t%s\t%s\t%s\n", r.ID, r.Group, r.Severity, r.Profile, &stride, r.Summary)
	}
	return table.Flush()
}

// newExplainCommand makes "stridelint explain".
func newExplainCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "explain RULE",
		Short: "Show a rule's page",
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) != 1 {
				return usagef("explain takes the name of one rule")
			}
			return nil
		},
		ValidArgsFunction: func(*cobra.Command, []string, string) ([]string, cobra.ShellCompDirective) {
			var ids []string
			for _, r := range rules.All() {
				ids = append(ids, r.ID)
			}
			return ids, cobra.ShellCompDirectiveNoFileComp
		},
		RunE: func(command *cobra.Command, args []string) error {
			rule, err := run.Find(rules.All(), args[0])
			if err != nil {
				return usageError{err}
			}
			text := rule.Doc
			if settings := rule.SettingsSection(); settings != "" {
				text += "\n" + settings
			}
			_, err = io.WriteString(command.OutOrStdout(), text)
			return err
		},
	}
}

func noArguments(command *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usagef("%s takes no argument, but was given %q", command.Name(), args[0])
	}
	return nil
}
