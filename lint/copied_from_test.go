package lint_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/dockerfile"
)

func TestCopiesFrom(t *testing.T) {
	u := dockerfile.Parse(lint.NewFile("Dockerfile", []byte("FROM a AS One\nFROM b AS two\n"+
		"COPY --from=ONE --from=one a b\nCOPY --from=1 a b\nCOPY --from=two a b\nCOPY --from=three a b\nCOPY --from=9 a b\nCOPY --from=-1 a b\n"+
		"COPY --from=x:1 a b\nCOPY a b\nADD a b\nRUN --mount=type=bind,from=one,target=/a --mount=type=cache,target=/b --mount=from=0 true\n"+
		"ONBUILD COPY --from=one a b\nCOPY --from= a b\nFROM c AS two\nFROM d AS three\nCOPY --from=two a b\n")))
	var got []string
	for _, s := range u.Stages {
		for _, in := range s.Instructions {
			for _, from := range u.CopiesFrom(s, in) {
				line := fmt.Sprintf("%s <%s>", s.Name.V, from.Name.Value.Text())
				if from.Number >= 0 {
					line += fmt.Sprintf(" number %d", from.Number)
				}
				if from.Stage != nil {
					line += fmt.Sprintf(" stage %d", from.Stage.Index)
				}
				got = append(got, line)
			}
		}
	}
	want := []string{
		"two <ONE> stage 0", "two <one> stage 0", "two <1> number 1 stage 1", "two <two> stage 1", "two <three> stage 3", "two <9> number 9", "two <-1>",
		"two <x:1>", "two <one> stage 0", "two <0>", "three <two> stage 2",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
