package dockerfile

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// fragments is what decides, in plain text, how docker's parser reads it and what it refuses.
var fragments = []string{
	"\n", "\\\n", "\\ \n", "`\n", "\\", "`", " ", "\t", "=", "\"", "'", "[", "]", ",", "1", "a", "A=b", "[\"a\", \"b\"]", "[\"a\", 1]", "[1]", "{}", "--", "--a=b ", "#", "# a\n", "<",
	"# escape=`\n", "# escape=\\\n", "#escape = x\n", "# syntax=a\n", "# syntax=b/c\n", "# check=a\n", "# check=\n", "# a=b\n",
	"FROM a\n", "FROM a AS b\n", "RUN ", "CMD ", "ENV ", "LABEL ", "ARG ", "COPY ", "ADD ", "USER ", "VOLUME ", "SHELL ", "EXPOSE ", "WORKDIR ", "ENTRYPOINT ", "STOPSIGNAL ",
	"MAINTAINER ", "ONBUILD ", "HEALTHCHECK ", "NONE", "FOO ", "env ", "run ", "onbuild ",
}

// Of plain text docker's parser is not asked. Whatever of it that parser refuses, this one has a problem with by itself.
func TestPlainVerdict(t *testing.T) {
	originals := slices.Clone(readings)
	for _, c := range problems {
		originals = append(originals, c.text)
	}
	r := rand.New(rand.NewPCG(1, 2))
	refusals := 0
	for i := range 40_000 {
		text := originals[i%len(originals)]
		if i >= len(originals) {
			text = mutated(r, text)
		}
		if !isPlain(text) {
			continue
		}
		if _, err := theirs(text); err != nil {
			refusals++
			if len(parse(text).Problems) == 0 {
				t.Errorf("docker's parser refuses %q: %v", text, err)
			}
		}
	}
	if refusals < 1000 {
		t.Errorf("only %d texts are refused", refusals)
	}
}

// mutated is a text with fragments put in and pieces taken out by chance.
func mutated(r *rand.Rand, text string) string {
	for range 1 + r.IntN(6) {
		at := r.IntN(len(text) + 1)
		end := at
		if r.IntN(3) == 0 {
			end = min(len(text), at+r.IntN(12))
		}
		var put strings.Builder
		for range r.IntN(4) {
			put.WriteString(fragments[r.IntN(len(fragments))])
		}
		text = text[:at] + put.String() + text[end:]
	}
	return text
}

func TestIsPlain(t *testing.T) {
	for text, want := range map[string]bool{
		"FROM a\n\tRUN b ~\n": true, "": true, "RUN a < b\n": true,
		"RUN a <<E\n": false, "FROM a\r\n": false, "# é\n": false, "RUN a\x00": false, "RUN \v": false, "RUN \x7f": false, "\ufeffFROM a\n": false,
	} {
		if got := isPlain(text); got != want {
			t.Errorf("isPlain(%q) is %v", text, got)
		}
	}
}
