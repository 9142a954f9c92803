package dockerfile

import (
	"testing"

	"github.com/stridelint/stridelint/lint"
)

func TestSlots(t *testing.T) {
	last := func(u *lint.Unit) *lint.Stage { return u.Stages[len(u.Stages)-1] }
	user := func(u *lint.Unit) lint.Slotted { return last(u).User }
	base := func(u *lint.Unit) lint.Slotted { return last(u).Base }
	name := func(u *lint.Unit) lint.Slotted { return last(u).Name }
	flag := func(u *lint.Unit) lint.Slotted {
		return last(u).Instructions[len(last(u).Instructions)-1].Flags[0].Value
	}
	assigned := func(i int) func(*lint.Unit) lint.Slotted {
		return func(u *lint.Unit) lint.Slotted { return u.Assignments[i].Value }
	}
	put, remove := func(s lint.Slotted) []lint.Edit { return lint.Put(s, "7:7") }, lint.Delete
	for name, c := range map[string]struct {
		text  string
		where func(*lint.Unit) lint.Slotted
		edit  func(lint.Slotted) []lint.Edit
		head  string
		want  string
	}{
		"user, above CMD":           {"FROM a\nRUN b\nCMD c\n", user, put, "FROM a", "FROM a\nRUN b\nUSER 7:7\nCMD c\n"},
		"user, above both":          {"FROM a\nENTRYPOINT b\nCMD c", user, put, "FROM a", "FROM a\nUSER 7:7\nENTRYPOINT b\nCMD c"},
		"user, above the earlier":   {"FROM a\nCMD b\nEXPOSE 1\nENTRYPOINT c\n", user, put, "FROM a", "FROM a\nUSER 7:7\nCMD b\nEXPOSE 1\nENTRYPOINT c\n"},
		"user, RUN behind CMD":      {"FROM a\nCMD b\nRUN c\n", user, put, "FROM a", "FROM a\nCMD b\nRUN c\nUSER 7:7\n"},
		"user, above comments":      {"FROM a\nRUN b # c\n# d\n\n  # e\n  # f\n  CMD g\n", user, put, "FROM a", "FROM a\nRUN b # c\n# d\n\n  USER 7:7\n  # e\n  # f\n  CMD g\n"},
		"user, carriage returns":    {"FROM a\r\nCMD b\r\n", user, put, "FROM a", "FROM a\r\nUSER 7:7\r\nCMD b\r\n"},
		"user, one line":            {"FROM a", user, put, "FROM a", "FROM a\nUSER 7:7"},
		"user, end of stage":        {"FROM a AS b\nFROM c AS \\\n d\nRUN <<E\nx\nE\n\n# e\n", user, put, "FROM c AS \\\n d", "FROM a AS b\nFROM c AS \\\n d\nRUN <<E\nx\nE\nUSER 7:7\n\n# e\n"},
		"user, trailing blanks":     {"FROM a\nRUN b \t\n", user, put, "FROM a", "FROM a\nRUN b \t\nUSER 7:7\n"},
		"user, trailing escape":     {"FROM a\r\nRUN b \\\r\n# c\r\n", user, put, "FROM a", "FROM a\r\nRUN b\r\nUSER 7:7 \\\r\n# c\r\n"},
		"user, nothing to delete":   {"FROM a\n", user, remove, "FROM a", "FROM a\n"},
		"user, in lower case":       {"from a\ncmd b\n", user, put, "from a", "from a\nuser 7:7\ncmd b\n"},
		"user, end in lower case":   {"from a\nrun b\n", user, put, "from a", "from a\nrun b\nuser 7:7\n"},
		"user, set":                 {"FROM a\nUSER \"0\"\nCMD b\n", user, put, "FROM a", "FROM a\nUSER 7:7\nCMD b\n"},
		"user, deleted":             {"FROM a\n\n \tUSER \\\n\n#b\n 0 \nCMD b\n", user, remove, "FROM a", "FROM a\n\nCMD b\n"},
		"user, deleted at the end":  {"FROM a\r\nUSER 0", user, remove, "FROM a", "FROM a"},
		"user, inherited":           {"FROM a AS b\nUSER 0\nFROM b\nCMD c\n", user, put, "FROM a AS b", "FROM a AS b\nUSER 7:7\nFROM b\nCMD c\n"},
		"base":                      {"FROM --platform=x a:1 AS b\n", base, put, "FROM --platform=x a:1 AS b", "FROM --platform=x 7:7 AS b\n"},
		"base, stays":               {"FROM a\n", base, remove, "FROM a", "FROM a\n"},
		"base, a stage":             {"FROM a AS b\nFROM B\n", base, put, "FROM B", "FROM a AS b\nFROM 7:7\n"},
		"name":                      {"FROM a as b\n", name, put, "FROM a as b", "FROM a as 7:7\n"},
		"name, none":                {"FROM --platform=x a\n", name, put, "FROM --platform=x a", "FROM --platform=x a AS 7:7\n"},
		"name, deleted":             {"FROM a \\\n  as b\n", name, remove, "FROM a \\\n  as b", "FROM a\n"},
		"flag":                      {"FROM a\nCOPY --from=\"b\" c d\n", flag, put, "--from=\"b\"", "FROM a\nCOPY --from=7:7 c d\n"},
		"flag, deleted":             {"FROM a\nCOPY --from=b \\\n --link c d\n", flag, remove, "--from=b", "FROM a\nCOPY \\\n --link c d\n"},
		"flag, without a value":     {"FROM a\nCOPY --link c d\n", flag, put, "--link", "FROM a\nCOPY --link=7:7 c d\n"},
		"ENV":                       {"FROM a\nENV A='b c' D=e\n", assigned(0), put, "A='b c'", "FROM a\nENV A=7:7 D=e\n"},
		"ENV, first deleted":        {"FROM a\nENV A='b c' D=e\n", assigned(0), remove, "A='b c'", "FROM a\nENV D=e\n"},
		"ENV, middle deleted":       {"FROM a\nENV A=b \\\n  # c\n  D=e \\\n  F=g\n", assigned(1), remove, "D=e", "FROM a\nENV A=b \\\n  F=g\n"},
		"ENV, only one deleted":     {"FROM a\nENV A=b\nRUN c\n", assigned(0), remove, "A=b", "FROM a\nRUN c\n"},
		"ENV, without =":            {"FROM a\nENV A b c\n", assigned(0), put, "A b c", "FROM a\nENV A 7:7\n"},
		"ENV, without = deleted":    {"FROM a\nENV A b c\nRUN d\n", assigned(0), remove, "A b c", "FROM a\nRUN d\n"},
		"ENV, empty":                {"FROM a\nENV A= B=c\n", assigned(0), put, "A=", "FROM a\nENV A=7:7 B=c\n"},
		"ARG, without a default":    {"ARG A B\nFROM $A\n", assigned(0), put, "A", "ARG A=7:7 B\nFROM $A\n"},
		"ARG, first line deleted":   {"\ufeffARG A\nFROM a\n", assigned(0), remove, "A", "\ufeffFROM a\n"},
		"ARG, its default replaced": {"FROM a\nARG A=\"b\"\\\n\n", assigned(0), put, "A=\"b\"", "FROM a\nARG A=7:7\\\n\n"},
	} {
		u := parse(c.text)
		slotted := c.where(u)
		if head := slotted.Slot().Head().Text(); head != c.head {
			t.Errorf("%s: the head is %q, want %q", name, head, c.head)
		}
		got, err := lint.Apply(u.File.Text, c.edit(slotted))
		if err != nil || string(got) != c.want {
			t.Errorf("%s: the edit makes %q, %v; want %q", name, got, err, c.want)
		}
	}
}
