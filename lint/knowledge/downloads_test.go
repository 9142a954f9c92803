package knowledge

import (
	"strings"
	"testing"

	"github.com/stridelint/stridelint/lint"
)

// commandOf is the command of a text of plain words.
func commandOf(text string) *lint.Command {
	f := lint.NewFile("x.sh", []byte(text))
	c := &lint.Command{Program: strings.Fields(text)[0]}
	at := 0
	for _, word := range strings.Fields(text) {
		at += strings.Index(text[at:], word)
		c.Words = append(c.Words, lint.Word{Text: word, State: lint.Set, Span: lint.Span{File: f, Start: at, End: at + len(word)}})
		at += len(word)
	}
	c.Span, c.Syntax = lint.Span{File: f, End: len(text)}, SyntaxOf(c)
	return c
}

func TestDownloads(t *testing.T) {
	for text, want := range map[string]string{
		"curl https://a.example/x.tgz":                           "https://a.example/x.tgz>",
		"curl -fsSLO https://a.example/x.tgz":                    "https://a.example/x.tgz>x.tgz",
		"curl -sSLo /tmp/y https://a.example/x.tgz":              "https://a.example/x.tgz>/tmp/y",
		"curl --output-dir /tmp -O https://a.example/x":          "https://a.example/x>/tmp/x",
		"curl -o a https://a.example/1 -o b https://a.example/2": "https://a.example/1>a https://a.example/2>b",
		"curl -o- https://a.example/x --url https://a.example/y": "https://a.example/x> https://a.example/y>",
		"curl -H X:y -u me https://a.example/x":                  "https://a.example/x>",
		"curl -X POST https://a.example/x":                       "",
		"curl -X GET https://a.example/x":                        "https://a.example/x>",
		"curl -d a=b https://a.example/x":                        "",
		"curl -I https://a.example/x":                            "",
		"curl -o /dev/null https://a.example/x":                  "",
		"curl http://localhost:80/x":                             "",
		"curl file:///x":                                         "",
		"wget https://a.example/x.tgz?raw=1":                     "https://a.example/x.tgz?raw=1>x.tgz",
		"wget https://a.example":                                 "https://a.example>index.html",
		"wget -qO- https://a.example/x":                          "https://a.example/x>",
		"wget -q -O y https://a.example/x":                       "https://a.example/x>y",
		"wget -P /tmp https://a.example/x":                       "https://a.example/x>/tmp/x",
		"wget --spider https://a.example/x":                      "",
		"aria2c -o y https://a.example/x":                        "https://a.example/x>y",
		"git clone https://a.example/x":                          "",
	} {
		var got []string
		for _, d := range Downloads(commandOf(text)) {
			got = append(got, d.URL.Text+">"+d.File)
		}
		if got := strings.Join(got, " "); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

func TestSameFile(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"x.sh", "./x.sh", true}, {"/tmp/x.sh", "x.sh", true}, {"/tmp/x.sh", "/tmp//x.sh", true},
		{"/tmp/x.sh", "/opt/x.sh", false}, {"x.sh", "y.sh", false}, {"$F", "$F", true},
	} {
		if got := SameFile(c.a, c.b); got != c.want {
			t.Errorf("%s and %s: %t", c.a, c.b, got)
		}
	}
}

func TestRunsInput(t *testing.T) {
	for text, want := range map[string]bool{
		"sh": true, "bash -": true, "bash -s -- -y": true, "bash -eux": true, "python3": true, "python3.12 -": true, "perl": true, "node": true,
		"sh x.sh": false, "sh -c x": false, "python3 -m json.tool": false, "python3 -c x": false, "perl -ne x": false, "node -e x": false,
		"php --version": false, "jq .": false, "pythonic": false,
	} {
		if got := RunsInput(commandOf(text)); got != want {
			t.Errorf("%s: %t", text, got)
		}
	}
}

func TestRunsFile(t *testing.T) {
	for text, want := range map[string]bool{
		"sh x.sh": true, "bash -e ./x.sh -y": true, "./x.sh": true, "/tmp/x.sh a": true, ". ./x.sh": true, "source x.sh": true, "python x.sh": true,
		"x.sh": false, "chmod +x x.sh": false, "sh y.sh x.sh": false, "rm x.sh": false, "bash -c x x.sh": false, "python -m x.sh": false,
	} {
		if got := RunsFile(commandOf(text), "x.sh"); got != want {
			t.Errorf("%s: %t", text, got)
		}
	}
}

func TestVerifies(t *testing.T) {
	for text, want := range map[string]bool{
		"sha256sum -c x": true, "sha512sum --check": true, "shasum -a 256 -c": true, "gpg --batch --verify a b": true, "gpgv a b": true,
		"cosign verify-blob x": true, "minisign -Vm x": true, "openssl dgst -sha256 -verify k -signature s f": true, "rpm -K x": true,
		"gh attestation verify x": true, "slsa-verifier x": true,
		"sha256sum x": false, "gpg --dearmor": false, "cosign sign x": false, "openssl version": false, "rpm -i x": false, "minisign -S": false,
	} {
		if got := Verifies(commandOf(text)); got != want {
			t.Errorf("%s: %t", text, got)
		}
	}
}
