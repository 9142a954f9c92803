package run

import (
	"testing"

	"github.com/stridelint/stridelint/lint"
)

func TestLineSecrets(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{`password: hunter2x`, `password: ********`},
		{`{"dbPassword": "hunter2x", "user": "a"}`, `{"dbPassword": "********", "user": "a"}`},
		{`RUN export API_TOKEN='hunter2x' && make`, `RUN export API_TOKEN='********' && make`},
		{`docker login -u me --password hunter2x registry.example`, `docker login -u me --password ******** registry.example`},
		{`docker login -u me -p hunter2x && docker run nginx`, `docker login -u me -p ******** && docker run nginx`},
		{`docker run -p 8080:80 nginx`, `docker run -p 8080:80 nginx`},
		{`tool --auth-token=hunter2x --verbose`, `tool --auth-token=******** --verbose`},
		{`curl -H "Authorization: Bearer hunter2hunter2" https://x`, `curl -H "Authorization: Bearer ********" https://x`},
		{`git clone https://me:hunter2x@git.example/a.git`, `git clone https://me:********@git.example/a.git`},
		{`pip install git+https://ghp_Kf82hfQ0zzAbCd91kLmN@git.example/a.git`, `pip install git+https://********@git.example/a.git`},
		{`pip install git+https://git@git.example/a.git git+https://$TOKEN_OF_THE_BUILD_HOST@git.example/b`, `pip install git+https://git@git.example/a.git git+https://$TOKEN_OF_THE_BUILD_HOST@git.example/b`},
		{`psql postgres://me:hunter2x@db:5432/a "x"`, `psql postgres://me:********@db:5432/a "x"`},
		{`image: registry.example:5000/a@sha256:00`, `image: registry.example:5000/a@sha256:00`},
		{`automountServiceAccountToken: false`, `automountServiceAccountToken: false`},
		{`password: ${PASSWORD}`, `password: ${PASSWORD}`},
		{`secretName: web`, `secretName: web`},
		{`password:`, `password:`},
		{`--password`, `--password`},
		{`bearer of news`, `bearer of news`},
	} {
		file := lint.NewFile("f", []byte(c.text))
		line := file.LineSpan(0)
		if got := masks(nil).onLine(line).render(file, line.Start, line.End); got != c.want {
			t.Errorf("%s: %s, want %s", c.text, got, c.want)
		}
	}
}

// Masks join where they meet, keep to the line, and hide a value of several lines on each of them.
func TestOnLine(t *testing.T) {
	file := lint.NewFile("f", []byte("a: one\nb: two three\nc: four\n"))
	hidden := masks{{File: file, Start: 10, End: 13}, {File: file, Start: 14, End: 24}}
	for line, want := range map[int]string{1: "a: one", 2: "b: ******** ********", 3: "********our"} {
		span := file.LineSpan(file.LineOffset(line))
		if got := hidden.onLine(span).render(file, span.Start, span.End); got != want {
			t.Errorf("line %d: %q, want %q", line, got, want)
		}
	}
}

// A fix that writes a secret again is made, but not shown.
func TestFixesWithSecrets(t *testing.T) {
	file := lint.NewFile("f", []byte("ENV PASSWORD hunter2x\n"))
	hidden := masks{{File: file, Start: 13, End: 21}}
	blank := lint.Edit{Span: lint.Span{File: file, Start: 12, End: 13}, Text: "="}
	whole := lint.Edit{Span: lint.Span{File: file, Start: 4, End: 21}, Text: `PASSWORD="hunter2x"`}
	fixes := []lint.Fix{{Title: "a", Edits: []lint.Edit{blank}}, {Title: "b", Edits: []lint.Edit{blank, whole}}}
	if got := resolveFixes(fixes, &lineMasks{file: hidden}); len(got) != 1 || got[0].Title != "a" {
		t.Errorf("%+v", got)
	}
}

// A message tells no secret of its file, wherever the file has it, and no password of a URL; what is short or a word stays.
func TestConceal(t *testing.T) {
	file := lint.NewFile("f", []byte("A_TOKEN=\"Kf82hfQ0zz\"\nB_PASSWORD=postgres\nC_PASSWORD=x7\nD_PASSWORD=paperless\n"))
	lines := lineMasks{file: masks{{File: file, Start: 8, End: 20}, {File: file, Start: 32, End: 40}, {File: file, Start: 52, End: 54}, {File: file, Start: 66, End: 75}}}
	for message, want := range map[string]string{
		"every user may change /srv/Kf82hfQ0zz": "every user may change /srv/********",
		"user postgres of x7":                   "user postgres of x7",
		"image paperless-ngx:latest":            "image paperless-ngx:latest",
		"takes https://a:b7Kq@c.example/d":      "takes https://a:********@c.example/d",
		"takes https://c.example/d":             "takes https://c.example/d",
	} {
		if got := lines.conceal(message); got != want {
			t.Errorf("%s: %s, want %s", message, got, want)
		}
	}
}
