package lint_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse"
)

func TestExpansions(t *testing.T) {
	text := `ARG GLOBAL=$NONE
FROM a
RUN echo $ONE "${TWO:-x}" '$QUOTED' \$ESCAPED $(cat $THREE) > "$FOUR"
RUN FIVE=$SIX make && export SEVEN="$EIGHT" && echo $ONE
RUN ["echo", "$EXEC"]
ENV NINE=$TEN
FROM b
RUN echo $OTHER
`
	u := parse.File(lint.NewFile("Dockerfile", []byte(text)), nil)[0]
	found := u.Expansions(u.Stages[0])
	names := slices.Sorted(maps.Keys(found))
	if want := []string{"EIGHT", "FOUR", "ONE", "SIX", "THREE", "TWO"}; !slices.Equal(names, want) {
		t.Errorf("variables are %q, not %q", names, want)
	}
	for name, in := range found {
		if in == nil || !strings.Contains(in.Span.Text(), name) {
			t.Errorf("%s is said to stand elsewhere", name)
		}
	}
	for i, want := range []int{3, 0} {
		if got := len(u.AssignmentsOf(u.Stages[i])); got != want {
			t.Errorf("stage %d has %d assignments, not %d", i, got, want)
		}
	}
	if first := u.Stages[0].Instructions[1]; found["ONE"] != first {
		t.Error("ONE is not told of the first RUN")
	}
}
