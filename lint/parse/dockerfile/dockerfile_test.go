package dockerfile

import (
	"fmt"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/stridelint/stridelint/lint"
)

// places tells where an instruction and all of its parts stand: what text each span covers and, where it is another, what it means.
func places(in *lint.Instruction) []string {
	lines := []string{fmt.Sprintf("%s <%s> <%s>", in.Name, in.Keyword.Text(), in.Span.Text())}
	tell := func(kind string, at lint.Span, meaning string) {
		line := fmt.Sprintf("%s <%s>", kind, at.Text())
		if meaning != at.Text() {
			line += fmt.Sprintf(" %q", meaning)
		}
		lines = append(lines, line)
	}
	for _, flag := range in.Flags {
		tell("flag "+flag.Name, flag.Value.Entry, flag.Value.Entry.Text())
		if flag.Value.State != lint.Unset {
			tell("value", flag.Value.Value, flag.Value.V)
		}
	}
	kind := "word"
	if in.JSON {
		kind = "string"
	}
	for _, word := range in.Args {
		tell(kind, word.Span, word.Text)
	}
	for _, body := range in.Heredocs {
		tell("body", body.Span, body.Text)
	}
	return lines
}

func TestPlaces(t *testing.T) {
	for _, c := range []struct {
		text string // of which the last instruction is looked at
		want []string
	}{
		{"\ufeff  from\talpine:3  as  Base \r\n", []string{
			"FROM <from> <from\talpine:3  as  Base>", "word <alpine:3>", "word <as>", "word <Base>"}},
		{"FROM --platform=$BUILDPLATFORM \"alpine\" AS b", []string{
			"FROM <FROM> <FROM --platform=$BUILDPLATFORM \"alpine\" AS b>",
			"flag platform <--platform=$BUILDPLATFORM>", "value <$BUILDPLATFORM>", "word <\"alpine\"> \"alpine\"", "word <AS>", "word <b>"}},
		{"FROM a\nFR\\\nOM al\\\n# why\n\npine\\", []string{
			"FROM <FR\\\nOM> <FR\\\nOM al\\\n# why\n\npine>", "word <al\\\n# why\n\npine> \"alpine\""}},
		{"FROM a\nRUN --mount=type=cache,target=/x \\\n\t--network=none \\\n # why\n\n  apt-get update \\ \r\n  && true  \n", []string{
			"RUN <RUN> <RUN --mount=type=cache,target=/x \\\n\t--network=none \\\n # why\n\n  apt-get update \\ \r\n  && true>",
			"flag mount <--mount=type=cache,target=/x>", "value <type=cache,target=/x>",
			"flag network <--network=none>", "value <none>",
			"word <apt-get update \\ \r\n  && true> \"apt-get update   && true\""}},
		{"FROM a\nCOPY --from='x y' --link --chown=\"a:\\\"b\\\"\" --chmod=7\\\n55 a\u00e9 \"b\" /c\n", []string{
			"COPY <COPY> <COPY --from='x y' --link --chown=\"a:\\\"b\\\"\" --chmod=7\\\n55 a\u00e9 \"b\" /c>",
			"flag from <--from='x y'>", "value <'x y'> \"x y\"", "flag link <--link>",
			"flag chown <--chown=\"a:\\\"b\\\"\">", "value <\"a:\\\"b\\\"\"> \"a:b\"", "flag chmod <--chmod=7\\\n55>", "value <7\\\n55> \"755\"",
			"word <a\u00e9>", "word <\"b\"> \"b\"", "word </c>"}},
		{"FROM a\nENV A=1 B=\"x \\\n y\" \\\n  # why\n  C='$A'\\ z Ü=\n", []string{
			"ENV <ENV> <ENV A=1 B=\"x \\\n y\" \\\n  # why\n  C='$A'\\ z Ü=>",
			"word <A=1>", "word <B=\"x \\\n y\"> \"B=x  y\"", "word <C='$A'\\ z> \"C=$A z\"", "word <Ü=>"}},
		{"FROM a\nENV  A  b \"c\" \n", []string{"ENV <ENV> <ENV  A  b \"c\">", "word <A>", "word <b \"c\"> \"b c\""}},
		{"FROM a\nLABEL a.b=\"c=d\" \"e f\"=g\n", []string{
			"LABEL <LABEL> <LABEL a.b=\"c=d\" \"e f\"=g>", "word <a.b=\"c=d\"> \"a.b=c=d\"", "word <\"e f\"=g> \"e f=g\""}},
		{"FROM a\nARG A B=\"c d\"\n", []string{"ARG <ARG> <ARG A B=\"c d\">", "word <A>", "word <B=\"c d\"> \"B=c d\""}},
		{"FROM a\r\nCMD [ \"a\\tb\" ,\\\r\n\t\"\\u00e9\\\"\", \"☃\" ] \r\n", []string{
			"CMD <CMD> <CMD [ \"a\\tb\" ,\\\r\n\t\"\\u00e9\\\"\", \"☃\" ]>",
			"string <\"a\\tb\"> \"a\\tb\"", "string <\"\\u00e9\\\"\"> \"é\\\"\"", "string <\"☃\"> \"☃\""}},
		{"FROM a\nENTRYPOINT [\"a\", b]\n", []string{"ENTRYPOINT <ENTRYPOINT> <ENTRYPOINT [\"a\", b]>", "word <[\"a\", b]>"}},
		{"FROM a\nHEALTHCHECK --interval=5s CMD [\"a\", \"b\"]\n", []string{
			"HEALTHCHECK <HEALTHCHECK> <HEALTHCHECK --interval=5s CMD [\"a\", \"b\"]>",
			"flag interval <--interval=5s>", "value <5s>", "string <CMD>", "string <\"a\"> \"a\"", "string <\"b\"> \"b\""}},
		{"FROM a\nONBUILD copy --from=b c \"d\"\n", []string{
			"ONBUILD <ONBUILD> <ONBUILD copy --from=b c \"d\">", "flag from <--from=b>", "value <b>", "word <copy>", "word <c>", "word <\"d\"> \"d\""}},
		{"FROM a\nRUN <<A cat <<-'B' && \\\n  true\nx\n\nA\n\ty\n\tB\nRUN", []string{"RUN <RUN> <RUN>"}},
		{"FROM a\nRUN <<A cat <<-'B' && \\\n  true\nx\n\nA\n\ty\r\n\tB\r\n", []string{
			"RUN <RUN> <RUN <<A cat <<-'B' && \\\n  true\nx\n\nA\n\ty\r\n\tB>",
			"word <<<A cat <<-'B' && \\\n  true> \"<<A cat <<-'B' &&   true\"", "body <x\n\n>", "body <\ty\r\n>"}},
		{"FROM a\nCOPY <<\"A\" <<B /c\nA\n$x\nB", []string{
			"COPY <COPY> <COPY <<\"A\" <<B /c\nA\n$x\nB>", "word <<<\"A\">", "word <<<B>", "word </c>", "body <>", "body <$x\n>"}},
		{"# escape=`\nFROM a\nRUN a `\n  b \\\n", []string{"RUN <RUN> <RUN a `\n  b \\>", "word <a `\n  b \\> \"a   b \\\\\""}},
		{"FROM a\nUSER  \"a b\" # c \n", []string{"USER <USER> <USER  \"a b\" # c>", "word <\"a b\" # c> \"a b # c\""}},
	} {
		u := parse(c.text)
		stage := u.Stages[len(u.Stages)-1]
		got := places(stage.Instructions[len(stage.Instructions)-1])
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("last instruction of %q (-want +got):\n%s", c.text, diff)
		}
		checkPlaces(t, u)
	}
}

func TestAssignments(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string // owner, source, name, state, the value's text and, where it is another, the value
	}{
		{"ARG A B=1\nFROM a AS x\nARG B C=\"2 3\"\nENV D=4 E='5'\\ 6 \\\n F=$B-$C G=$H\nENV I  j k\nENV L=\nLABEL M=n\nONBUILD ENV O=p\n", []string{
			" arg A unset <>", " arg B set <1>", "stage x arg B unset <>", "stage x arg C set <\"2 3\"> \"2 3\"",
			"stage x env D set <4>", "stage x env E set <'5'\\ 6> \"5 6\"", "stage x env F set <$B-$C> \"1-2 3\"", "stage x env G unknown <$H>",
			"stage x env I set <j k>", "stage x env L set <>",
		}},
		{"ENV A=1\nFROM a\nENV B\nENV C=1 D\nENV =2\nARG =3\n", []string{"final stage env C set <1>"}},
	} {
		var got []string
		u := parse(c.text)
		for _, a := range u.Assignments {
			line := fmt.Sprintf("%s %s %s %s <%s>", a, map[lint.AssignmentSource]string{lint.ImageEnv: "env", lint.BuildArg: "arg"}[a.Source],
				a.Name, a.Value.State, a.Value.Value.Text())
			if a.Value.V != a.Value.Value.Text() {
				line += fmt.Sprintf(" %q", a.Value.V)
			}
			got = append(got, line)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("assignments of %q (-want +got):\n%s", c.text, diff)
		}
		checkPlaces(t, u)
	}
}

func TestLooks(t *testing.T) {
	for text, want := range map[string]bool{
		"FROM a":                                 true,
		"\ufeff# escape=`\n\n  # b\r\nfrom\ta\n": true,
		"ARG A\nFROM $A\n":                       true,
		"FROM":                                   true,
		"arg\n":                                  true,
		"":                                       false,
		"\n# only a comment\n":                   false,
		"package dockerfile\n":                   false,
		"FROMAGE a\n":                            false,
		"RUN a\n":                                false,
		"{{ if .A }}\nFROM a\n":                  false,
		"\x89PNG\r\n\x1a\n\x00\x00":              false,
		"FROM a\n\x00":                           false,
	} {
		if got := Looks([]byte(text)); got != want {
			t.Errorf("Looks(%q) = %v", text, got)
		}
	}
}
