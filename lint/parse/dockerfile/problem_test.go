package dockerfile

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// problems is texts that docker refuses, with the problems told: the text at the place, and the message.
var problems = []struct {
	text string
	want []string
}{
	{"", []string{"<> file has no FROM"}},
	{"\n# nothing\n", []string{"<> file has no FROM"}},
	{"ARG A\n", []string{"<ARG A> file has no FROM"}},
	{"RUN a\nRUN b\n", []string{"<RUN> instruction RUN stands before the first FROM: only ARG may"}},
	{"run a\nARG B\nFROM c\nRUN d\n", []string{"<run> instruction RUN stands before the first FROM: only ARG may"}},
	{"FRM a\nRUN b\n", []string{"<FRM> unknown instruction FRM, did you mean FROM?"}},
	{"FROM a\nRUNN b\ncpy c d\nEXPOSE 1\n", []string{
		"<RUNN> unknown instruction RUNN, did you mean RUN?", "<cpy> unknown instruction cpy, did you mean COPY?"}},
	{"FROM a\nENV A=b\n  PASSWORD=c\n<<<<<<< d\n\\\n", []string{
		"<PASSWORD=c> unknown instruction: to belong to the line above, that would have to end in \\", "<\\> line is continued by nothing"}},
	{"FROM a\nRUN b\nc d\n\n# e\n  e f\nCMD g\n  h\n", []string{
		"<c> unknown instruction", "<h> unknown instruction: to belong to the line above, that would have to end in \\"}},
	{"# syntax=example/builder:1\nFROM a\nINCLUDE b\nCOPY --shiny c d\n", nil},
	{"# syntax=docker.io/docker/dockerfile:1\nFROM a\nINCLUDE b\nCOPY --shiny c d\n", []string{
		"<INCLUDE> unknown instruction", "<--shiny> COPY has no such flag"}},

	{"FROM\nFROM a b\nFROM a AS\nFROM a AS b c\nFROM a IS b\n", []string{
		"<FROM> FROM is not followed by an image, or an image AS name",
		"<FROM a b> FROM is not followed by an image, or an image AS name",
		"<FROM a AS> FROM is not followed by an image, or an image AS name",
		"<FROM a AS b c> FROM is not followed by an image, or an image AS name",
		"<FROM a IS b> FROM is not followed by an image, or an image AS name",
	}},
	{"ARG A=Aa\nFROM $A\nFROM baseImage AS Build\nFROM BUILD\nFROM alpine: AS b\nFROM BASE\nFROM <Base>\n", []string{
		"<baseImage> docker refuses the image's name: the repository's name must be in lower case",
		"<alpine:> docker refuses the image's name: it has not the form of a reference"}},
	{"# syntax=example/builder:1\nFROM baseImage\n", nil},
	{"FROM a AS 1b\nFROM a AS b!\nFROM ''\n", []string{
		"<1b> stage name is not a letter followed by letters, digits, dots, dashes and underscores",
		"<b!> stage name is not a letter followed by letters, digits, dots, dashes and underscores",
		"<''> FROM names no image",
	}},
	{"FROM a\nENV A\nENV B=1 C\nENV =2\nLABEL D\nENV\nLABEL\nARG\nARG =3\n", []string{
		"<A> ENV has a name without a value", "<C> ENV word has no = between a name and a value", "<=2> ENV word has no name before the =",
		"<D> LABEL has a name without a value", "<ENV> ENV is followed by nothing", "<LABEL> LABEL is followed by nothing",
		"<ARG> ARG is followed by nothing", "<=3> ARG word has no name before the =",
	}},
	{"FROM a\nUSER\nWORKDIR\nEXPOSE \\\n# b\nSTOPSIGNAL\nMAINTAINER\nVOLUME [\"\"]\nVOLUME []\n", []string{
		"<USER> USER is followed by nothing", "<WORKDIR> WORKDIR is followed by nothing", "<MAINTAINER> MAINTAINER is followed by nothing",
		"<\"\"> VOLUME names no path", "<VOLUME []> VOLUME is followed by nothing",
	}},
	{"FROM a\nCOPY b\nADD\nCOPY b <<C\nd\nC\n", []string{
		"<COPY b> COPY is not followed by a source and a destination", "<ADD> ADD is not followed by a source and a destination",
		"<<<C> COPY has a here-document for its destination"}},
	{"FROM a\nSHELL sh -c\nSHELL []\nCMD [1]\nVOLUME [\"/b\", {}]\n", []string{
		"<SHELL sh -c> SHELL is not followed by a JSON list of strings", "<SHELL []> SHELL is not followed by a JSON list of strings",
		"<[1]> list holds something other than strings", "<[\"/b\", {}]> list holds something other than strings"}},
	{"FROM a\nRUN\nCMD\nENTRYPOINT\nCMD [\"b\", c]\n", nil}, // docker takes these
	{"FROM a\nHEALTHCHECK\nHEALTHCHECK CMD\nHEALTHCHECK curl b\nHEALTHCHECK none now\nHEALTHCHECK --x NONE\n", []string{
		"<HEALTHCHECK> HEALTHCHECK is not followed by CMD or NONE", "<HEALTHCHECK CMD> HEALTHCHECK CMD is followed by nothing",
		"<curl> HEALTHCHECK is not followed by CMD or NONE", "<now> HEALTHCHECK NONE is followed by something"}},
	{"FROM a\nHEALTHCHECK --interval=soon --timeout=1us --retries=-1 CMD b\n", []string{
		"<--interval=soon> flag --interval is no duration of a millisecond or more",
		"<--timeout=1us> flag --timeout is no duration of a millisecond or more",
		"<--retries=-1> flag --retries is no number from 0 up"}},
	{"FROM a\nONBUILD\nONBUILD ONBUILD RUN a\nONBUILD from b\nONBUILD MAINTAINER c\nONBUILD FOO\nONBUILD ENV A\n", []string{
		"<ONBUILD> ONBUILD is followed by nothing", "<ONBUILD> ONBUILD cannot trigger ONBUILD", "<from> ONBUILD cannot trigger FROM",
		"<MAINTAINER> ONBUILD cannot trigger MAINTAINER", "<A> ENV has a name without a value"}},
	{"FROM a\nCOPY --form=b c d\nCOPY --from c d\nCOPY --chown=1 --chown=2 c d\nCOPY --link=maybe c d\nCMD --x\nARG --x A\n", []string{
		"<--form=b> COPY has no such flag", "<--from> flag --from has no value", "<--chown=2> flag --chown is given twice",
		"<--link=maybe> flag --link is neither true nor false", "<--x> CMD has no such flag"}},
	{"FROM a\nCOPY --from=$B c d\nCOPY --from=b$ c d\nRUN --mount=type=bind --mount=from=b e\n", []string{
		"<--from=$B> flag --from takes no variables: give the image a stage of its own"}},

	{"# escape=x\nFROM a\nRUN b \\\n c\n", []string{"<x> escape directive is neither a backslash nor a backtick"}},
	{"# escape=`\n# Escape=\\\nFROM a\nRUN b `\n c\n", []string{"<# Escape=\\> directive escape stands twice"}},
	{"FROM a\nLABEL b=\"c\nCOPY \"d e\" f\nENV G=${H I=${} J='k\nUSER ${L:?m}\nEXPOSE ${N}\n", []string{
		"<\"c> quote is not closed, or variable is malformed", "<\"d> quote is not closed, or variable is malformed",
		"<e\"> quote is not closed, or variable is malformed", "<${H> quote is not closed, or variable is malformed",
		"<${}> quote is not closed, or variable is malformed", "<'k> quote is not closed, or variable is malformed"}},
	{"FROM a\nRUN <<E\nhi\nFROM b\nRUN c\n", []string{"<<<E> here-document is not closed"}},
	{"FROM a\nRUN b\xff\xfe\n# \xff\nRUN c\n", []string{"<\xff> instruction holds a byte that is no UTF-8 text"}},
	{"FROM a\nRUN b\x00c\n", []string{"<\x00> instruction holds a byte that is no UTF-8 text"}},
}

func TestProblems(t *testing.T) {
	for _, c := range problems {
		u := parse(c.text)
		var got []string
		for _, p := range u.Problems {
			got = append(got, fmt.Sprintf("<%s> %s", p.Span.Text(), p.Message))
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("problems of %q (-want +got):\n%s", c.text, diff)
		}
		checkPlaces(t, u)
	}
}

// What docker refuses of one instruction hides none of the others.
func TestRecovery(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"FROM a\nENV A\nRUN b\nFROM c AS d\n", "FROM ENV RUN | FROM"},
		{"FROM a\nRUN <<E\nhi\ncopy x y\nCOPY\tb c\nUSER d\nFROM e\n", "FROM RUN COPY USER | FROM"},
		{"from a\nrun <<E\nhi\nCOPY\ncopy b c\nfrom d\n", "FROM RUN COPY | FROM"},
		{"# escape=x\nFROM a\nRUN b \\\n c\nUSER d\n", "FROM RUN USER"},
		{"RUN a\nFRM b\nFROM c\nRUNN d\nUSER e\n", "FROM USER"},
		{"# syntax=example/builder:1\nFROM c\nINCLUDE d\nUSER e\n", "FROM INCLUDE USER"},
		{"FROM a\nRUN " + strings.Repeat("b", maxLine) + "\nUSER c\n", "FROM RUN USER"},
		{"FROM a\nRUN " + strings.Repeat("b\\\n", maxStatement) + "b\nUSER c\n", "FROM RUN USER"},
		{"FROM a\nCMD [1]\nUSER b\n", "FROM CMD USER"},
	} {
		var got []string
		for _, s := range parse(c.text).Stages {
			if s.Index > 0 {
				got = append(got, "|")
			}
			for _, in := range s.Instructions {
				got = append(got, in.Name)
			}
		}
		if got := strings.Join(got, " "); got != c.want {
			t.Errorf("%.80q: read %s, want %s", c.text, got, c.want)
		}
	}
}

// The longest line is as long as docker's own parser has it.
func TestLongestLine(t *testing.T) {
	for _, end := range []string{"", "\n", "\r\n"} {
		for length := maxLine - 2; length <= maxLine+1; length++ {
			text := "FROM a\nRUN " + strings.Repeat("b", length-len("RUN ")) + end
			_, err := theirs(text)
			if got := parse(text).Problems; (err != nil) != (len(got) > 0) {
				t.Errorf("a line of %d bytes before %q: BuildKit says %v, problems are %v", length, end, err, got)
			}
		}
	}
}
