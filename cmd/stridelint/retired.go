package main

import (
	"fmt"
	"io"
	"maps"
	"slices"

	"github.com/stridelint/stridelint/lint/run"
)

// withoutRetired takes the names out that rules once had of what is ignored and configured, and says so: a file that was right
// yesterday is no mistake.
func withoutRetired(stderr io.Writer, o *options, config *run.Config, fate func(name string) string) {
	told := map[string]bool{}
	isRetired := func(name string) bool {
		what := fate(name)
		if what != "" && !told[name] {
			told[name] = true
			fmt.Fprintf(stderr, "stridelint: %s\n", what)
		}
		return what != ""
	}
	o.ignore = slices.DeleteFunc(o.ignore, isRetired)
	config.Ignore = slices.DeleteFunc(config.Ignore, isRetired)
	for _, name := range slices.Sorted(maps.Keys(config.Rules)) {
		if isRetired(name) {
			delete(config.Rules, name)
		}
	}
}

// askedForRetired is an error if a rule that is no more is asked for: nothing would run in its place.
func askedForRetired(s run.Selection, fate func(name string) string) error {
	for _, name := range s.Select {
		if what := fate(name); what != "" {
			return usagef("%s", what)
		}
	}
	return nil
}
