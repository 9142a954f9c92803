package buildkit

import (
	"strings"
	"testing"

	"github.com/distribution/reference"

	"github.com/stridelint/stridelint/lint"
)

// FuzzImage holds that names are valid where docker takes them, and that a fault is told only of those that it refuses, for docker's
// own reason.
func FuzzImage(f *testing.F) {
	for _, name := range []string{
		"alpine", "baseImage", "Ubuntu:24.04", "registry.example.com/team/App", "MyRegistry/app", "alpine:", "a//b", "-a", "a_", "a___b", "a..b", "library/alpine/",
		"localhost:5000/a@sha256:" + strings.Repeat("0a", 32), "alpine@sha256:abc", "a:b:c", "A/B/C", "index.docker.io/x", "docker.io/a", "@a", ":", "a/B:-x",
	} {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		_, err := reference.ParseNormalizedNamed(name)
		fault := lint.ParseImage(name).Fault()
		switch {
		case fault == "":
		case err == nil:
			t.Errorf("docker takes %q, of which we say that %s", name, fault)
		case strings.Contains(fault, "lower case") != strings.Contains(err.Error(), "lowercase"):
			t.Errorf("%q: docker says %v, we say that %s", name, err, fault)
		}
	})
}
