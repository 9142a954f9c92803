package lint

import (
	"strings"
	"testing"
)

func TestImageValid(t *testing.T) {
	digest := "sha256:" + strings.Repeat("0a", 32)
	for name, want := range map[string]bool{
		"nginx":                   true,
		"nginx:1.27-alpine_3":     true,
		"library/nginx@" + digest: true,
		"registry.example:5000/a/b-c/d__e:V1@" + digest: true,
		"localhost/a.b":                     true,
		"[::1]:5000/a":                      true,
		"a--b":                              true,
		"":                                  false,
		"nginx:":                            false,
		"nginx@":                            false,
		":latest":                           false,
		"Nginx":                             false,
		"a/":                                false,
		"/a":                                false,
		"a//b":                              false,
		"a___b":                             false,
		"a..b":                              false,
		"-a":                                false,
		"a_":                                false,
		"my image":                          false,
		"<image>":                           false,
		"nginx:${TAG}":                      false,
		"{{ .Values.image }}":               false,
		"nginx:.1":                          false,
		"nginx:" + strings.Repeat("1", 129): false,
		"nginx@sha256:abc":                  false,
		"nginx@" + strings.Repeat("0a", 32): false,
		"$REGISTRY/nginx":                   false,
	} {
		if got := ParseImage(name).Valid(); got != want {
			t.Errorf("%q: %v", name, got)
		}
	}
}

func TestImageFault(t *testing.T) {
	const lower, form = "the repository's name must be in lower case", "it has not the form of a reference"
	for name, want := range map[string]string{
		"baseImage": lower, "Ubuntu:24.04": lower, "registry.example.com/team/App": lower,
		"alpine:": form, "a//b": form, "-a": form, "library/alpine/": form,
		"alpine": "", "MyRegistry/app": "", // the name of a host
		// Somebody puts something else there.
		"BASE_IMAGE": "", "__BASE__": "", "@@image@@": "", "<image>": "", "{{image}}": "", "my-$X": "", "%image%": "", "alpine@sha256:abc": "", "": "",
	} {
		if got := ParseImage(name).Fault(); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
