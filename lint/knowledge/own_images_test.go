package knowledge

import (
	"testing"

	"github.com/stridelint/stridelint/lint"
)

func TestWithOwn(t *testing.T) {
	own := func(pattern, user string) OwnImage {
		return OwnImage{pattern, lint.BaseImage{User: lint.Know(lint.ParseUser(user))}}
	}
	images := WithOwn([]OwnImage{
		own("registry.example.com/base/*", "10001"), own("registry.example.com/base/*:*-root", "root"),
		own("registry.example.com/base/build", "root"), own("docker.io/library/nginx", "101"),
	})
	tests := []struct{ image, user string }{
		{"registry.example.com/base/app", "10001"},
		{"registry.example.com/base/app@sha256:5b10f432ef3da1b8d4c7eb6c487f2f5a8f096bc91145e68878dd4a5019afde11", "10001"},
		{"registry.example.com/base/app:1-root", "root"},
		{"registry.example.com/base/build:2", "root"},
		{"registry.example.com/base/team/app", ""},
		{"registry.example.com/other", ""},
		{"nginx:1.29", "101"},
		{"redis", "root"}, // as published
	}
	for _, test := range tests {
		user := images.Lookup(lint.ParseImage(test.image)).User
		if user.V.Name != test.user || user.Known != (test.user != "") {
			t.Errorf("%s: %v; want %q", test.image, user, test.user)
		}
	}
	for _, faulty := range []string{"", "a[", "a@sha256:5b10f432ef3da1b8d4c7eb6c487f2f5a8f096bc91145e68878dd4a5019afde11"} {
		if (OwnImage{Pattern: faulty}).Fault() == "" {
			t.Errorf("%q is taken", faulty)
		}
	}
	if WithOwn(nil) != BaseImages {
		t.Error("without any, the catalogue is another one")
	}
}
