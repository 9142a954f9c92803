package buildkit

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

// snippets is what decides how a Dockerfile is read.
var snippets = []string{
	"\\\n", "\n", "\r\n", " ", "\t", "$", "$A", "${A", "${A:-", "}", "\"", "'", "=", "#", "# ", "[", "]", "\\", "`", ":", "/", "<<E\n", "E\n", "--from=", "--platform=",
	"AS ", "from a\n", "FROM alpine AS b\n", "ENV ", "ARG A\n", "LABEL ", "EXPOSE ", "ONBUILD ", "CMD\n", "SHELL [\"a\"]\n", "WORKDIR ", "COPY a b c\n", "MAINTAINER ",
}

// The two linters agree on texts that are made of all others by chance, as far as docker builds them.
func TestMutations(t *testing.T) {
	var originals [][]byte
	for _, text := range append(texts, fixable...) {
		originals = append(originals, []byte(text))
	}
	r := rand.New(rand.NewPCG(3, 4))
	n := newTally()
	for i := range 20_000 {
		text := originals[r.IntN(len(originals))]
		for range 1 + r.IntN(3) {
			text = mutate(r, text, originals)
		}
		s := newSample(fmt.Sprintf("mutation %d", i), text, nil)
		if _, complete, err := s.theirs(); err == nil && complete {
			n.compare(t, s)
		}
	}
	if n.files < 2000 {
		t.Errorf("only %d mutations are built", n.files)
	}
	t.Log(n)
}

// mutate puts something in, takes something away, or moves something over from another text.
func mutate(r *rand.Rand, text []byte, others [][]byte) []byte {
	at := r.IntN(len(text) + 1)
	var added []byte
	end := at
	switch r.IntN(3) {
	case 0:
		added = []byte(snippets[r.IntN(len(snippets))])
	case 1:
		end = min(len(text), at+r.IntN(8))
	case 2:
		other := others[r.IntN(len(others))]
		from := r.IntN(len(other) + 1)
		added = other[from:min(len(other), from+r.IntN(40))]
	}
	return slices.Concat(text[:at], added, text[end:])
}
