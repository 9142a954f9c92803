package dockerfile

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/stridelint/stridelint/lint"
)

// mentions tells of each variable that nothing sets where it is mentioned: its name, the line and text of the place, the variable
// that resembles it, and where else it is set.
func mentions(u *lint.Unit) []string {
	var all []string
	tell := func(in *lint.Instruction) {
		for _, one := range in.Undefined {
			line := fmt.Sprintf("%s <%d:%s>", one.Name, u.File.Position(one.Span.Start).Line, one.Span.Text())
			if one.Nearest != "" {
				line += " like " + one.Nearest
			}
			if !one.Declared.IsZero() {
				line += fmt.Sprintf(" in <%d:%s>", u.File.Position(one.Declared.Start).Line, one.Declared.Text())
			}
			all = append(all, line)
		}
	}
	for _, in := range u.Preamble {
		tell(in)
	}
	for _, s := range u.Stages {
		for _, in := range s.Instructions {
			tell(in)
		}
	}
	return all
}

func TestUndefined(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"ARG A=1\nFROM a:$A${B}-$BUILDPLATFROM AS x\n", []string{"B <2:B>", "BUILDPLATFROM <2:BUILDPLATFROM> like BUILDPLATFORM"}},
		{"ARG A=$B\nFROM --platform=$TARGETOS/$C a$PATH\n", []string{"B <1:B>", "C <2:C>", "PATH <2:PATH>"}},
		// Each form of a mention, and each instruction that docker puts values into.
		{"FROM a\nENV $A=\"$B\" C='$D' E=\\$F G=${H:-x${I}}\nLABEL j=$J\nARG K=$K\nCOPY --chown=$L --from=a $M ${N%x} /$O\n", []string{
			"A <2:A>", "B <2:B>", "I <2:I>", "H <2:H>", "J <3:J>", "K <4:K>", "L <5:L>", "M <5:M>", "N <5:N>", "O <5:O>"}},
		{"FROM a\nWORKDIR /$A\nUSER $B\nVOLUME [\"/$C\"]\nEXPOSE $D\nSTOPSIGNAL $E\nRUN --mount=type=bind,source=$F,target=/f echo $G\nCMD $H\n", []string{
			"A <2:A>", "B <3:B>", "C <4:C>", "D <5:D>", "E <6:E>", "F <7:F>"}},
		{"FROM a\nRUN echo \\\n $A\nENV A=1 B=$\\\nLONG_\\\n# why\nNAME\nONBUILD ENV C=$D\n", []string{"LONG_NAME <5:LONG_\\\n# why\nNAME>"}},
		// The escaped mention is none; the one behind it is.
		{"FROM a\nENV A=\"\\$B $BC $B $B\" C=$$D$1$?\n", []string{"BC <2:BC>", "B <2:B>", "$ <2:$$D$1$?>", "1 <2:1>", "? <2:$$D$1$?>"}},
		{"FROM a\nCOPY <<A <<\"B\" <<-'C' <<D /x/\n$A\\$B\nA\n$B\nB\n\t$C\n\tC\n\"${D}\" 'x'\nD\n", []string{"A <3:A>", "D <9:D>"}},
		// What an instruction sets that is not known, is not known.
		{"FROM a\nENV C=$A\nAGR A=1\nENV B=$A\nFROM c$A\n", []string{"A <2:A>"}},
		// What an ENV sets holds for the instructions behind it; an ARG, with or without a default, for what stands behind it in its stage.
		{"FROM a\nENV A=1 B=$A\nENV C=$A\nARG D\nARG E=$D F=$E\nENV D=$D$E$F\n", []string{"A <2:A> in <2:A=1>"}},
		{"ARG A=1\nFROM a AS x\nENV B=$A\nARG A\nENV C=$A\nFROM x\nENV D=$A$B$C\nFROM b\nENV E=$A$B$TARGETARCH\n", []string{
			"A <3:A> in <1:A=1>", "A <9:A> in <1:A=1>", "B <9:B> in <3:B=$A>", "TARGETARCH <9:TARGETARCH>"}},
		{"FROM a\nARG DIR_ASSETS=x\nCOPY $DIR_ASSET .\nUSER $later\nARG later\n", []string{
			"DIR_ASSET <3:DIR_ASSET> like DIR_ASSETS", "later <4:later> in <5:later>"}},
		{"FROM a\nENV PATH=$PATH:/x\nARG BUILDKIT_SBOM_SCAN_STAGE=$BUILDKIT_SBOM_SCAN_CONTEXT\nENV x=$HTTP_PROXY\n", []string{"HTTP_PROXY <4:HTTP_PROXY>"}},
		{"# escape=`\nFROM a\nWORKDIR C:\\$A\nENV B=`$C\n", []string{"A <3:A>"}},
	} {
		u := parse(c.text)
		if diff := cmp.Diff(c.want, mentions(u)); diff != "" {
			t.Errorf("undefined variables of %q (-want +got):\n%s", c.text, diff)
		}
		checkPlaces(t, u)
	}
	if got := len(mentions(parse("FROM a\n" + strings.Repeat("ENV A=$B\n", 2*maxUndefined)))); got != maxUndefined {
		t.Errorf("%d mentions are told", got)
	}
}

func TestFallback(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"FROM a:1\n", "unset "},
		{"ARG A\nFROM $A\n", "set "},
		{"ARG A\nARG B=b:$A\nFROM $B\n", "set b:"},
		{"ARG A=1\nFROM b:${A}-${C:-d}\n", "set b:1-d"},
		{"ARG A\nFROM b:${A:-c}${A:+d}\n", "set b:c"},
		{"FROM b-$TARGETARCH\n", "unknown b-$TARGETARCH"},
		{"ARG A\nFROM b:${A:?needed}\n", "unknown b:${A:?needed}"},
		{"ARG A=b\nFROM b AS b\nARG A=c\nFROM $A\n", "set b"},
	} {
		u := parse(c.text)
		last := u.Stages[len(u.Stages)-1]
		if got := last.Fallback.State.String() + " " + last.Fallback.V; got != c.want {
			t.Errorf("FROM of %q comes to %q, want %q", c.text, got, c.want)
		}
	}
}

// What stands above an instruction and between its lines, and what goes with it.
func TestSurroundings(t *testing.T) {
	for _, c := range []struct {
		text     string // of which the last instruction is looked at
		comments string
		gaps     []string
		lines    string
	}{
		{"# syntax=x\n# one\n\n  #  two \nFROM a", "one|two", nil, "\nFROM a"},
		{"FROM a\n# one\n#\n#two\nRUN b \\\n  # three\n\n \t\n  c\n# four\n", "one||two", []string{"\n \t\n"}, "RUN b \\\n  # three\n\n \t\n  c\n"},
		{"FROM a\r\nRUN b \\\r\n\r\n c\\\r\n\r\n\r\n", "", []string{"\r\n", "\r\n\r\n"}, "RUN b \\\r\n\r\n c\\\r\n\r\n\r\n"},
		{"FROM a\nCOPY <<E /x\n\n# y\nE\n\n", "", nil, "COPY <<E /x\n\n# y\nE\n"},
		{"FROM a\n# x\nUSER b", "x", nil, "\nUSER b"},
		{"# x\nRUN a\nFROM b\n", "", nil, "FROM b\n"},
	} {
		u := parse(c.text)
		stage := u.Stages[len(u.Stages)-1]
		in := stage.Instructions[len(stage.Instructions)-1]
		var comments, gaps []string
		for _, w := range in.Comments {
			comments = append(comments, w.Span.Text())
			if w.Text != w.Span.Text() {
				t.Errorf("comment %q is at %q", w.Text, w.Span.Text())
			}
		}
		for _, gap := range in.Gaps {
			gaps = append(gaps, gap.Text())
		}
		if got := strings.Join(comments, "|"); got != c.comments {
			t.Errorf("%q: comments %q, want %q", c.text, got, c.comments)
		}
		if diff := cmp.Diff(c.gaps, gaps); diff != "" {
			t.Errorf("%q: gaps (-want +got):\n%s", c.text, diff)
		}
		if got := in.Lines.Text(); got != c.lines {
			t.Errorf("%q: lines %q, want %q", c.text, got, c.lines)
		}
	}
	above := parse(strings.Repeat("# a\n", 2*maxComments) + "# b\nFROM a\nRUN b" + strings.Repeat(" \\\n\n#\n", 2*maxGaps) + "c\n")
	from, run := above.Stages[0].Instructions[0], above.Stages[0].Instructions[1]
	if len(from.Comments) != maxComments || from.Comments[maxComments-1].Text != "b" || len(run.Gaps) != maxGaps {
		t.Errorf("%d comments and %d gaps are kept", len(from.Comments), len(run.Gaps))
	}
}

// What stands before the first FROM.
func TestPreamble(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"FROM a\nARG B\n", ""},
		{"ARG A\n# x\narg B=1\nFROM a\n", "ARG ARG"},
		{"ARG A\nRUN b\nCOPY c d\nARG E\nFROM f\nRUN g\n", "ARG RUN ARG"},
		{"FRM a\nRUN b\nARG C\n", "ARG"},
		{"RUN a\n", "RUN"},
	} {
		var names []string
		for _, in := range parse(c.text).Preamble {
			names = append(names, in.Name)
		}
		if got := strings.Join(names, " "); got != c.want {
			t.Errorf("%q: %s stand before the first stage, want %s", c.text, got, c.want)
		}
	}
}
