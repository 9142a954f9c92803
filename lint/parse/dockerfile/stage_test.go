package dockerfile

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/stridelint/stridelint/lint"
)

func parse(text string) *lint.Unit { return Parse(lint.NewFile("Dockerfile", []byte(text))) }

// describe tells a stage's model in a line: its name, what it builds on, and its user with the words that lead to it.
func describe(s *lint.Stage) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s:", s)
	switch {
	case s.Parent != nil:
		fmt.Fprintf(&b, " on %s", s.Parent)
	case s.Base.State == lint.Set:
		fmt.Fprintf(&b, " from %s", s.Base.V.Familiar())
	default:
		fmt.Fprintf(&b, " base %s", s.Base.State)
	}
	if text := s.Base.Value.Text(); text != "" {
		fmt.Fprintf(&b, " <%s>", text)
	}
	fmt.Fprintf(&b, ", user %s", s.User.State)
	if s.User.State != lint.Unset && !s.User.Value.IsZero() {
		fmt.Fprintf(&b, " %s <%s>", s.User.V, s.User.Value.Text())
	}
	for _, hop := range s.User.Via {
		fmt.Fprintf(&b, " via %s@%d", hop.Text(), hop.File.Position(hop.Start).Line)
	}
	return b.String()
}

func TestStages(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"FROM alpine:3\n", []string{"final stage: from alpine:3 <alpine:3>, user unset"}},
		{"FROM --platform=linux/arm64 \"alpine\" as Base\nUSER app:staff\n",
			[]string{"stage base: from alpine <\"alpine\">, user set app:staff <app:staff>"}},
		{"FROM a AS one\nUSER 1\nUSER \"2\"\nFROM One\nFROM b\nUSER root\n", []string{
			"stage one: from a <a>, user set 2 <\"2\">",
			"stage 2: on stage one, user set 2 <\"2\"> via One@4",
			"final stage: from b <b>, user set root <root>",
		}},
		{"FROM a AS one\nUSER 1\nFROM one AS two\nFROM two AS three\nRUN x\n", []string{
			"stage one: from a <a>, user set 1 <1>",
			"stage two: on stage one, user set 1 <1> via one@3",
			"stage three: on stage two, user set 1 <1> via two@4 via one@3",
		}},
		// Neither itself nor a later stage can be a stage's parent; the last of equal names counts.
		{"FROM a AS a\nFROM b\nFROM a AS b\nFROM c AS a\nFROM a\n", []string{
			"stage a: from a <a>, user unset",
			"stage 2: from b <b>, user unset",
			"stage b: on stage a, user unset",
			"stage a: from c <c>, user unset",
			"final stage: on stage a, user unset",
		}},
		// A stage that an unknown variable may lead to.
		{"FROM a AS base-amd64\nUSER 1\nFROM base-${TARGETARCH}\n", []string{
			"stage base-amd64: from a <a>, user set 1 <1>",
			"final stage: base unknown <base-${TARGETARCH}>, user unknown",
		}},
		{"FROM a AS base-amd64\nFROM other-${TARGETARCH}\nFROM base-$TARGETARCH-x\nFROM $NONE\n", []string{
			"stage base-amd64: from a <a>, user unset",
			"stage 2: base unknown <other-${TARGETARCH}>, user unset",
			"stage 3: base unknown <base-$TARGETARCH-x>, user unset",
			"final stage: base unknown <$NONE>, user unknown",
		}},
		{"ARG KIND=amd64\nFROM a AS base-amd64\nUSER 1\nFROM Base-$KIND\nUSER $WHO\n", []string{
			"stage base-amd64: from a <a>, user set 1 <1>",
			"final stage: on stage base-amd64, user unknown $WHO <$WHO>",
		}},
		{"FROM a AS b\nUSER $WHO\nFROM b\n", []string{
			"stage b: from a <a>, user unknown $WHO <$WHO>",
			"final stage: on stage b, user unknown $WHO <$WHO> via b@3",
		}},
		{"FROM scratch\nUSER\nONBUILD USER app\n", []string{"final stage: from scratch <scratch>, user unset"}},
		{"FROM\nRUN a\nFROM a b\nFROM \"\"\n", []string{
			"stage 1: base invalid <FROM>, user unset",
			"stage 2: from a <a>, user unset",
			"final stage: base invalid <\"\">, user unset",
		}},
	} {
		var got []string
		u := parse(c.text)
		for _, s := range u.Stages {
			got = append(got, describe(s))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("stages of %q (-want +got):\n%s", c.text, diff)
		}
	}
}

// expansions is texts with what their last word comes to.
var expansions = []struct {
	text  string
	want  string
	state lint.State
}{
	{"ARG V=3\nFROM a:$V", "a:3", lint.Set},
	{"ARG V=3\nFROM a:${V}-x", "a:3-x", lint.Set},
	{"ARG V\nFROM a:$V", "a:$V", lint.Unknown},
	{"FROM a:$V", "a:$V", lint.Unknown},
	{"ARG V\nFROM a:${V:-3}", "a:3", lint.Set},
	{"ARG V=\nFROM a:${V:-3}${V-4}", "a:3", lint.Set},
	{"ARG V=2\nFROM a:${V:-3}", "a:2", lint.Set},
	{"ARG V=2\nFROM a${V:+:x}", "a:x", lint.Set},
	{"ARG V\nFROM a${V:+:x}", "a", lint.Set},
	{"ARG V=1.2.3\nFROM a:${V%.*}", "a:1.2", lint.Set},
	{"ARG V=1.2.3\nFROM a:${V%%.*}-${V#*.}", "a:1-2.3", lint.Set},
	{"ARG V=1.2.3\nFROM a:${V//./-}", "a:1-2-3", lint.Set},
	{"ARG V\nFROM a:${V%.*}", "a:${V%.*}", lint.Unknown},
	{"ARG V=1 W\nFROM a:${V%$W}", "a:${V%$W}", lint.Unknown},
	{"ARG V\nFROM a:${V:?needed}", "a:${V:?needed}", lint.Unknown},
	{"ARG V=1 W\nFROM a:${V:-$W}", "a:1", lint.Set},
	{"ARG V W\nFROM a:${V:-$W}", "a:${V:-$W}", lint.Unknown},
	{"ARG V W=2\nFROM a:${V:-$W}", "a:2", lint.Set},
	{"ARG V\nFROM a:${V:-1}$V", "a:${V:-1}$V", lint.Unknown},
	{"ARG V=1\nARG W=$V.2\nFROM a:$W", "a:1.2", lint.Set},
	{"ARG V=$W W=1\nFROM a:$V", "a:$V", lint.Unknown},
	{"ARG V=1\nARG V\nFROM a:$V", "a:1", lint.Set},
	{"FROM a:$TARGETARCH", "a:$TARGETARCH", lint.Unknown},
	{"FROM a:${TARGETARCH:-amd64}", "a:${TARGETARCH:-amd64}", lint.Unknown},
	{"ARG TARGETARCH=arm64\nFROM a:$TARGETARCH", "a:arm64", lint.Set},
	{"ARG V='a b'\nFROM \"x:$V\"'$V'\\$V", "x:a b$V$V", lint.Set},

	// Global ARGs are seen in a stage only where it declares them.
	{"ARG V=1\nFROM a\nUSER $V", "$V", lint.Unknown},
	{"ARG V=1\nFROM a\nARG V\nUSER $V", "1", lint.Set},
	{"ARG V=1\nFROM a\nARG V=2\nUSER $V", "2", lint.Set},
	{"ARG V=1\nFROM a\nARG V=2\nFROM b\nARG V\nUSER $V", "1", lint.Set},
	{"FROM a\nARG V\nUSER $V", "$V", lint.Unknown},
	{"FROM a\nARG V\nUSER ${V:-app}", "app", lint.Set},
	{"FROM a\nUSER ${V:-app}", "app", lint.Set},
	{"FROM a\nARG TARGETARCH\nUSER ${TARGETARCH:-app}", "${TARGETARCH:-app}", lint.Unknown},
	{"FROM a\nARG HTTP_PROXY\nUSER ${HTTP_PROXY:-app}", "${HTTP_PROXY:-app}", lint.Unknown},
	{"FROM a\nENV V=${PATH:-x}", "V=${PATH:-x}", lint.Unknown},
	{"FROM a\nENV V=1\nARG V\nUSER $V", "1", lint.Set},
	{"FROM a\nENV V=1\nARG V=2\nUSER $V", "2", lint.Set},
	{"FROM a\nARG V=2\nENV V=1\nUSER $V", "1", lint.Set},
	{"FROM a\nARG V=1 W=$V\nUSER $W", "1", lint.Set},
	{"FROM a\nENV V=1 W=$V\nUSER $W", "$W", lint.Unknown},
	{"FROM a\nENV V=1\nENV V=2 W=$V\nUSER $V-$W", "2-1", lint.Set},
	{"FROM a\nENV V the value \nWORKDIR /$V", "/the value", lint.Set},
	{"FROM a\nENV N=V\nENV $N=1\nUSER $V", "1", lint.Set},
	{"FROM a\nENV V=$W\nUSER $V", "$V", lint.Unknown},
	{"FROM a AS b\nENV V=1\nARG W=2\nFROM b\nUSER $V-$W", "1-2", lint.Set},
	{"FROM a AS b\nENV V=1\nFROM c\nUSER $V", "$V", lint.Unknown},
	{"FROM a AS b\nENV V=1\nFROM b AS c\nENV V=2\nFROM b\nUSER $V", "1", lint.Set},

	// Where docker puts variables in and takes quotes off, and where it leaves that to others.
	{"FROM a\nENV V=1\nLABEL l=\"$V x\"", "l=1 x", lint.Set},
	{"FROM a\nENV V=1\nEXPOSE 80/tcp $V", "1", lint.Set},
	{"FROM a\nENV V=1\nCOPY [\"a\", \"/$V\"]", "/1", lint.Set},
	{"FROM a\nENV V=1\nADD a /$V/", "/1/", lint.Set},
	{"FROM a\nENV V=1\nVOLUME /$V", "/1", lint.Set},
	{"FROM a\nENV V=1\nSTOPSIGNAL SIG$V", "SIG1", lint.Set},
	{"FROM a\nENV V=1\nRUN echo \"$V\"", "echo \"$V\"", lint.Set},
	{"FROM a\nENV V=1\nCMD [\"$V\"]", "$V", lint.Set},
	{"FROM a\nENV V=1\nENTRYPOINT run '$V'", "run '$V'", lint.Set},
	{"FROM a\nENV V=1\nHEALTHCHECK CMD \"$V\"", "\"$V\"", lint.Set},
	{"FROM a\nENV V=1\nSHELL [\"$V\"]", "$V", lint.Set},
	{"FROM a\nENV V=1\nMAINTAINER \"$V\"", "\"$V\"", lint.Set},
	{"FROM a\nENV V=1\nONBUILD USER \"$V\"", "\"$V\"", lint.Unknown},
	{"FROM a\nONBUILD USER \"app\"", "app", lint.Set},
	{"ARG V=1\nFROM a AS $V", "$V", lint.Set},
	{"# escape=`\nFROM a\nENV V=1\nUSER C:\\$V`$V", "C:\\1$V", lint.Set},
}

func TestVariables(t *testing.T) {
	for _, c := range expansions {
		stages := parse(c.text).Stages
		instructions := stages[len(stages)-1].Instructions
		args := instructions[len(instructions)-1].Args
		word := args[len(args)-1]
		if word.Text != c.want || word.State != c.state {
			t.Errorf("%q: last word is %q, %s; want %q, %s", c.text, word.Text, word.State, c.want, c.state)
		}
	}
}

func TestOrigins(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"ARG V=a:1\nFROM $V", "a:1"},
		{"ARG V=\"a:1\"\nARG W=${V}\nFROM \"${W}\"", "\"a:1\""},
		{"ARG V=1\nFROM a:$V", "a:$V"},
		{"ARG V\nFROM ${V:-a}", "${V:-a}"},
		{"FROM a", "a"},
	} {
		stages := parse(c.text).Stages
		place, _ := stages[0].Instructions[0].Args[0].Where()
		if place.Text() != c.want {
			t.Errorf("%q: the image is written at %q, want %q", c.text, place.Text(), c.want)
		}
	}
}
