package rules

import (
	_ "embed"
	"strings"
)

//go:embed retired.txt
var retired string

// Retired tells what became of a rule that is no more, by one of the names that it had; empty if there never was one.
func Retired(name string) string { return fateIn(retired, name) }

// fateIn looks a name up in lines of name, release and reason.
func fateIn(list, name string) string {
	for line := range strings.Lines(list) {
		id, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		if release, reason, found := strings.Cut(strings.TrimSpace(rest), " "); found && id == name && !strings.HasPrefix(id, "#") {
			return name + " is no more since " + release + ": " + strings.TrimSpace(reason)
		}
	}
	return ""
}
