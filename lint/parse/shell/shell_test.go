package shell

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/parsetest"
)

func TestLooks(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       bool
	}{
		{"deploy.sh", "", true},
		{"bin/DEPLOY.SH", "", true},
		{"lib.bash", "", true},
		{"deploy", "#!/bin/sh\n", true},
		{"deploy", "#!/bin/bash -eu\r\n", true},
		{"deploy", "#! /usr/local/bin/zsh", true},
		{"deploy", "#!/usr/bin/env bash\n", true},
		{"deploy", "#!/usr/bin/env -S A=b dash -e\n", true},
		{"deploy", "#!/bin/ksh\n", true},
		{"deploy", "#!/usr/bin/env python3\n", false},
		{"deploy", "#!/usr/bin/perl # bash\n", false},
		{"deploy", "#!/usr/bin/env\nbash", false},
		{"deploy", "#!", false},
		{"deploy", "docker run nginx", false},
		{"deploy", "", false},
		{"deploy.shtml", "", false},
		{"shell.py", "# /bin/sh", false},
	} {
		if got := Looks(test.name, []byte(test.text)); got != test.want {
			t.Errorf("%s %q: got %v", test.name, test.text, got)
		}
	}
}

func TestParse(t *testing.T) {
	f := lint.NewFile("x.sh", []byte("\xef\xbb\xbfA=b\ndocker run -e C=d --privileged nginx\nsh -c 'podman run alpine'\n"))
	u := Parse(f)
	if u.File != f || u.Kind != lint.Script || u.Part || len(u.Problems) > 0 {
		t.Errorf("got %+v", u)
	}
	if len(commands(u)) != 3 || commands(u)[0].Span.Text() != "docker run -e C=d --privileged nginx" {
		t.Errorf("commands %v", commands(u))
	}
	if len(u.Pods) != 2 || u.Pods[0].String() != "docker run nginx" || u.Pods[1].String() != "podman run alpine" {
		t.Errorf("pods %v", u.Pods)
	}
	if len(u.Scopes) != 2 || u.Scopes[1].Text() != "podman run alpine" {
		t.Errorf("scopes %v", u.Scopes)
	}
	if len(u.Assignments) != 2 || u.Assignments[0].String() != "" || u.Assignments[1].String() != "docker run nginx" {
		t.Errorf("assignments %v", u.Assignments)
	}
}

func TestParsePassesOver(t *testing.T) {
	const script = "docker run nginx\n"
	for name, text := range map[string]string{
		"NUL":      script + "\x00",
		"no UTF-8": script + "# \xff",
		"UTF-16":   "d\x00o\x00c\x00k\x00e\x00r\x00",
		"too long": script + strings.Repeat("#", maxSize),
		"empty":    "",
	} {
		if u := Parse(lint.NewFile("x.sh", []byte(text))); len(commands(u))+len(u.Pods)+len(u.Problems) > 0 {
			t.Errorf("%s: got %d commands, %d pods, %d problems", name, len(commands(u)), len(u.Pods), len(u.Problems))
		}
	}
	if u := Parse(lint.NewFile("x.sh", []byte(script+"if\nthen )"))); len(u.Pods) != 1 || len(u.Problems) > 0 {
		t.Error("what stands before a syntax error is lost, or is told of")
	}
}

// TestBounds reads the worst that scripts can hold. The process would end if a stack could grow with them.
func TestBounds(t *testing.T) {
	if testing.Short() {
		t.Skip("reads large scripts")
	}
	for _, test := range []struct{ start, repeat, end string }{
		{"", "(", ""},
		{"", "( ", ""},
		{"", "((", ""},
		{"", "{ ", ""},
		{"", "$(", ""},
		{"", "\"${a:-", ""},
		{"", "if ", ""},
		{"", "a|", "a"},
		{"", "a&&", "a"},
		{"", "case x in a) ", ""},
		{"((1", "+1", "))"},
		{"x=$((", "-", "1))"},
		{"", "`", ""},
		{"", "a<<b\n", ""},
		{"", "docker run ", ""},
		{"docker run ", "--cap-add a ", "x"},
		{"podman run --cap-add ", "a,", " x"},
		{"docker run --mount ", "ro,", " x"},
		{"docker run ", "-v /a:/b ", "x"},
		{"docker run -", "i", " x"},
		{"A='" + strings.Repeat("b ", maxValue/2) + "'\nx ", "$A ", ""},
		{"A='" + strings.Repeat("b ", maxValue/2) + "'\nx ", "y\"$A\" ", ""},
		{"A=bbbbbbbbbbbbbbbb\n", "A$A=$A$A\n", ""},
		{"", "A+=(b)\n", ""},
		{"A=(b)\n", "A+=(b)\nx \"${A[@]}\"\n", ""},
		{"A=b\n", "A+=' b'\nx $A\n", ""},
		{"", "{ A=\"$A b\"; x $A; }\n", ""},
		{"A=(", "b ", ")\n" + strings.Repeat("x \"${A[@]}\"\n", 1000)},
		{"f() { \"$@\"; }\n", "f f docker ps\n", ""},
		{"", "f() { g\n", ""},
		{"", "f() { g; }\n", ""},
		{"eval ", "'a'", ""},
		{"sh -c ", "'a'", ""},
		{"sh -c \"", "\\\"", "\""},
		{"", "sh -c '", ""},
		{"sh -c \"docker run ", "$a", "\""},
		{"sh -c \"docker run '", "$a", "'\""},
		{"sudo ", "-u root ", "docker"},
		{"env ", "a=b ", "c"},
	} {
		t.Run(test.start[:min(len(test.start), 20)]+test.repeat, func(t *testing.T) {
			n := (maxSize/4 - len(test.start) - len(test.end)) / len(test.repeat)
			f := lint.NewFile("x.sh", []byte(test.start+strings.Repeat(test.repeat, n)+test.end))
			Parse(f) // what is not linear in the text comes to no end here
		})
	}
}

func TestDeepNesting(t *testing.T) {
	const depth = 40
	u := Parse(lint.NewFile("x.sh", []byte(strings.Repeat("( ", depth)+"docker run nginx"+strings.Repeat(" )", depth))))
	if len(u.Pods) != 1 {
		t.Error("nesting that people could write is not read")
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		deployScript,
		"docker run --interactive --tty --pid=host IMAGE /bin/bash",
		"sudo -u root docker --context x run \\\r\n  --pid host \\\r\n  -itu0 \"$IMAGE\" $CMD",
		"O='--rm --privileged'\nfor i in 1; do docker run $O -v /a\\ b:/c:ro,z nginx; done",
		"sh -c \"docker run -v \\\"/etc:/etc\\\" -e 'A=$b' nginx\"; x=`podman create --cap-add A,,B y`",
		"export A=b; B=$A; $B run $A; case $x in (a) b;; esac <<E\n$(c)\nE\n",
		"nerdctl run --mount type=bind,src=/x,\"ro\" --use-api-socket -e A= -u= --cap-add= img",
		"f() { shift; \"$@\"; }\nA=(run \"$x\" 'y z'); A+=(--rm $w)\nB=\"$B -e $C\"; B+=' -it'\nf x docker ${A[@]+\"${A[@]}\"} $B \"${A[*]}\"; () { eval 'docker ps'; }",
		"eval \"$(a)\"; ((i++)); read -r A <x; A+=(b) {c,d} \uFDD0 $'e\\n'",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 4096 {
			return
		}
		parsetest.Check(t, Parse(lint.NewFile("x.sh", []byte(text))))
	})
}

// TestCorpus reads real scripts.
func TestCorpus(t *testing.T) {
	shared := os.Getenv("STRIDELINT_SHARED")
	if shared == "" {
		t.Skip("STRIDELINT_SHARED does not name the folder with the corpus")
	}
	scripts, count := 0, 0
	err := filepath.WalkDir(filepath.Join(shared, "corpus"), func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return err
		}
		text, err := os.ReadFile(path)
		if err != nil || !Looks(path, text) {
			return err
		}
		u := Parse(lint.NewFile(path, text))
		scripts++
		count += len(commands(u))
		parsetest.Check(t, u)
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if scripts < 30 || count < 500 {
		t.Errorf("only %d scripts with %d commands: something is lost", scripts, count)
	}
	t.Logf("%d scripts, %d commands", scripts, count)
}

// commands is all commands of a unit.
func commands(u *lint.Unit) []*lint.Command {
	var all []*lint.Command
	for _, s := range u.Sessions {
		all = append(all, s.Commands...)
	}
	return all
}
