package dockerfile

import (
	"strings"
	"testing"

	"github.com/stridelint/stridelint/lint"
)

// TestRun reads the commands of RUN in each of its forms; every word's span holds the word.
func TestRun(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"one line", "FROM a:1\nRUN apk add b && make\n", "apk add b; make"},
		{"continued, with comments", "FROM a:1\nRUN apk add \\\n    # why\n\n    b \\\n && make \\\n    all\n", "apk add b; make all"},
		{"CRLF", "FROM a:1\r\nRUN apk \\\r\n add b\r\nRUN make\r\n", "apk add b; make"},
		{"flags", "FROM a:1\nRUN --mount=type=cache,target=/c --network=none make\n", "make"},
		{"JSON", "FROM a:1\nRUN [\"/usr/bin/apk\", \"add\", \"b c\"]\n", "/usr/bin/apk add b c"},
		{"sudo in JSON", "FROM a:1\nRUN [\"sudo\", \"-E\", \"apk\", \"add\"]\n", "apk add"},
		{"a shell in JSON", "FROM a:1\nRUN [\"sh\", \"-c\", \"curl x | sh\"]\n", "sh -c curl x | sh; curl x; sh"},
		{"here-document", "FROM a:1\nRUN <<E\napk add b\nmake \\\n  all\nE\nRUN c\n", "apk add b; make all; c"},
		{"here-document of another language", "FROM a:1\nRUN <<E\n#!/usr/bin/env python3\nimport os\nE\nRUN c\n", "c"},
		{"here-document for a program", "FROM a:1\nRUN cat <<E >f && make\nrm -rf x\nE\nRUN c\n", "cat; make; c"},
		{"ONBUILD", "FROM a:1\nONBUILD RUN apk add b\n", "apk add b"},
		{"another escape", "# escape=`\nFROM windows:1\nRUN dir c:\\\n", ""},
		{"PowerShell", "FROM a:1\nSHELL [\"powershell\", \"-Command\"]\nRUN Get-Item x\nSHELL [\"/bin/bash\", \"-c\"]\nRUN make\n", "make"},
		{"a shell is inherited", "FROM a:1 AS b\nSHELL [\"pwsh\", \"-c\"]\nFROM b\nRUN Get-Item x\nFROM a:1\nRUN make\n", "make"},
		{"a Windows image", "FROM mcr.microsoft.com/windows/servercore:ltsc2022\nRUN dir\n", ""},
		{"a subshell", "FROM a:1\nRUN (cd b; make) || exit 1\n", "cd b; make; exit 1"},
		{"empty", "FROM a:1\nRUN\n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			unit := Parse(lint.NewFile("Dockerfile", []byte(c.text)))
			var got []string
			for _, session := range unit.Sessions {
				for _, command := range session.Commands {
					var words []string
					for _, w := range command.Words {
						words = append(words, w.Text)
						if text := strings.Trim(w.Span.Text(), `"`); text != w.Text {
							t.Errorf("word %q stands at %q", w.Text, text)
						}
					}
					got = append(got, strings.Join(words, " "))
					if command.Session != session || session.Stage == nil || session.Instruction == nil {
						t.Errorf("%q does not know where it belongs", words)
					}
				}
			}
			if got := strings.Join(got, "; "); got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
		})
	}
}

// TestShell tells each session which SHELL is in force.
func TestShell(t *testing.T) {
	unit := Parse(lint.NewFile("Dockerfile", []byte("FROM a:1 AS b\nRUN one\nSHELL [\"bash\", \"-o\", \"pipefail\", \"-c\"]\nRUN two\nFROM b\nRUN three\nFROM a:1\nRUN four\n")))
	var got []string
	for _, s := range unit.Sessions {
		var words []string
		for _, w := range s.Shell {
			words = append(words, w.Text)
		}
		got = append(got, s.Commands[0].Program+":"+strings.Join(words, ","))
	}
	if got, want := strings.Join(got, " "), "one: two:bash,-o,pipefail,-c three:bash,-o,pipefail,-c four:"; got != want {
		t.Errorf("%s, want %s", got, want)
	}
}

// TestEnvironment puts the values of ENV and ARG into the words of a RUN, each with the place where it is written.
func TestEnvironment(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"ARG A=1\nFROM a\nARG A B=2\nENV C=3\nRUN x $A $B \"$C\"\n", "x 1<1> 2<2> 3<3>"},
		{"FROM a AS b\nENV C='d e'\nFROM b\nRUN x $C \"$C\"\n", "x d<d> e<e> d e<d e>"},
		{"FROM a\nENV C=\"d\\\"e f\"\nRUN x $C\n", "x $C?"},
		{"FROM a\nENV C=1\nRUN x z$C && C=2 x && x $C\nRUN . f; x $C\n", "x z$C?; x; x $C?; . f; x $C?"},
		// A shell finds them too, unless it is another user's.
		{"FROM a\nENV C=1\nRUN sh -c 'x $C'\nRUN C=2; sh -c 'x $C'\nRUN su b -c 'x $C'; sudo sh -c 'x $C'\n",
			"sh -c x $C; x 1<1>; sh -c x $C; x $C?; su b -c x $C; x $C?; sh -c x $C; x $C?"},
		{"FROM a\nENV C=1 D=$E\nARG E\nRUN x $D $E ${C:-2}\nENV C=\nRUN x \"$C\" $C\n", "x $D? $E? ${C:-2}?; x <>"},
		{"FROM a\nARG TOKEN=1\nRUN x $TOKEN\nONBUILD RUN x $C\n", "x $TOKEN?; x $C?"},
	} {
		var got []string
		for _, session := range parse(c.text).Sessions {
			for _, command := range session.Commands {
				var words []string
				for _, w := range command.Words {
					text := w.Text
					if w.State != lint.Set {
						text += "?"
					}
					if !w.Origin.IsZero() {
						text += "<" + w.Origin.Text() + ">"
					}
					words = append(words, text)
				}
				got = append(got, strings.Join(words, " "))
			}
		}
		if got := strings.Join(got, "; "); got != c.want {
			t.Errorf("%q: %s, want %s", c.text, got, c.want)
		}
	}
}
