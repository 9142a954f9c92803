package knowledge

import (
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// GroupsJoined is the groups, each with its place, that a command adds a user to.
func GroupsJoined(c *lint.Command) []lint.Word {
	args := c.Arguments()
	switch c.Program {
	case "useradd", "usermod":
		var all []lint.Word
		for _, o := range args.Options {
			if o.Name == "-G" || o.Name == "--groups" || o.Name == "-g" || o.Name == "--gid" {
				all = append(all, items(o.Value)...)
			}
		}
		return all
	case "gpasswd":
		if o, found := args.Option("-a", "--add", "-M", "--members"); found && o.Value.Text != "" && len(args.Operands) > 0 {
			return args.Operands[:1]
		}
	case "adduser", "addgroup": // adduser USER GROUP, or with the group as an option
		if len(args.Operands) == 2 {
			return args.Operands[1:]
		}
		if o, found := args.Option("-G", "--ingroup"); found {
			return []lint.Word{o.Value}
		}
	}
	return nil
}

// items is the parts of a list with commas, each with its place.
func items(list lint.Word) []lint.Word {
	if !strings.Contains(list.Text, ",") {
		return []lint.Word{list}
	}
	var all []lint.Word
	at := 0
	for item := range strings.SplitSeq(list.Text, ",") {
		part := lint.Word{Text: item, State: list.State, Span: list.Span}
		if span, exact := list.Part(at, at+len(item)); exact {
			part.Span = span
		}
		all = append(all, part)
		at += len(item) + 1
	}
	return all
}
