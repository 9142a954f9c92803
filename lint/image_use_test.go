package lint_test

import (
	"slices"
	"testing"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse"
)

func TestImageUses(t *testing.T) {
	text := `ARG V=1
FROM golang:1.26 AS Build
FROM build
FROM base-$TARGETARCH
FROM scratch
COPY --from=BUILD / /
COPY --from=7 / /
COPY --from=scratch / /
COPY --from="tool:2" /a /a
COPY --from=x$Y /a /a
RUN --mount=type=bind,target=/from,from=node:22 true
RUN --mount=type=bind,from=build,target=/x --mount=from=a\$B true
RUN --mount="from=quoted:1,target=/q" true
ONBUILD COPY --from=later /a /a
`
	var got []string
	for _, u := range parse.File(lint.NewFile("Dockerfile", []byte(text)), nil) {
		for _, use := range u.ImageUses() {
			got = append(got, use.Image.State.String()+" "+use.Image.V.Familiar()+" at "+use.Image.Value.Text())
		}
	}
	want := []string{
		"set golang:1.26 at golang:1.26",
		"unknown base-$TARGETARCH at base-$TARGETARCH",
		`set tool:2 at "tool:2"`,
		"unknown x$Y at x$Y",
		"set node:22 at node:22",
		`unknown a$B at from=a\$B`,
		`set quoted:1 at quoted:1`,
	}
	if !slices.Equal(got, want) {
		t.Errorf("images are\n%q, not\n%q", got, want)
	}
}

func TestCopySources(t *testing.T) {
	for source, want := range map[string]lint.SourceKind{
		"app.py": lint.LocalSource, "./$DIR/app.py": lint.LocalSource, "github.com/shop/shop": lint.LocalSource,
		"$FILE": lint.UnknownSource, "https://x.example/$FILE": lint.UnknownSource, `"${A}/b"`: lint.UnknownSource,
		"https://x.example/a.tgz": lint.RemoteFile, `"http://x.example/a?b=.git"`: lint.RemoteFile, "https://x.example/v$V.tgz": lint.RemoteFile,
		"https://x.example/a.git": lint.GitSource, "https://x.example/$A.git#$B": lint.GitSource, "https://x.example/a.git?tag=1": lint.GitSource,
		"git@x.example:a/b.git": lint.GitSource, "ssh://git@x.example/a": lint.GitSource,
	} {
		judge := lint.Copies(func(p *lint.Pass, c *lint.Copy) {
			if got := c.SourceKind(0); got != want {
				t.Errorf("source %s is of kind %d, not %d", source, got, want)
			}
			p.Report(c.Keyword, "")
		})
		u := parse.File(lint.NewFile("Dockerfile", []byte("FROM a\nADD "+source+" /x\n")), nil)[0]
		if len(lint.Judge(u, []*lint.Rule{{Check: judge}}, lint.World{})) != 1 {
			t.Errorf("ADD %s is no copy", source)
		}
	}
}

func TestLabels(t *testing.T) {
	text := "FROM a\nLABEL \"a.b\"=\"c d\" e=$F $G=h i=\nLABEL old style here\nLABEL alone\n"
	u := parse.File(lint.NewFile("Dockerfile", []byte(text)), nil)[0]
	var got []string
	for _, in := range u.Stages[0].Instructions {
		for _, l := range in.Labels() {
			got = append(got, l.Name.State.String()+" "+l.Name.V+" at "+l.Name.Value.Text()+": "+l.Value.State.String()+" "+l.Value.V+" at "+l.Value.Value.Text())
		}
	}
	want := []string{
		"set a.b at a.b: set c d at \"c d\"",
		"set e at e: unknown $F at $F",
		"unknown $G at $G: unknown h at h",
		"set i at i: set  at ",
		"set old at old: set style here at style here",
	}
	if !slices.Equal(got, want) {
		t.Errorf("labels are\n%q, not\n%q", got, want)
	}
}
