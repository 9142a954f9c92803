// Package untrustedregistry flags images from other places than those that the configuration names.
package untrustedregistry

import (
	_ "embed"
	"path"
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is untrusted-registry.
var Rule = &lint.Rule{
	ID: "untrusted-registry", Group: "image", Since: "0.1", Doc: doc,
	Summary:   "The image comes from a registry that the configuration does not trust.",
	Hint:      "Take the image from a trusted registry, or add its own to those.",
	Severity:  lint.Low,
	Profile:   lint.Configured,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.Tampering, lint.Spoofing},
	Refs:      []lint.Ref{"CWE-829", "CIS Docker 1.6.0 4.2"},
	Settings: []lint.Setting{{
		Name:    registries,
		Summary: "Where images may come from: registries, or paths in them; * stands for anything but a slash.",
		Example: []string{"registry.example.com", "*.registry.example.com", "ghcr.io/example/", "docker.io/library"},
		Fault:   fault,
	}},
	Check: lint.Images(check),
}

// registries is the setting's name.
const registries = "registries"

func check(p *lint.Pass, u *lint.ImageUse) {
	if u.Made || u.Role == lint.NewTag || !u.Image.Known() || !u.Image.V.Valid() {
		return
	}
	name := u.Image.V.Qualified()
	if slices.ContainsFunc(p.Setting(registries), func(pattern string) bool { return covers(pattern, name) }) {
		return
	}
	p.Report(u.Image, "%s %s comes from %s, which is not among the places that images may come from", u.Role.Noun(), u.Image.V.Familiar(), path.Dir(name)).Identify(name)
}

// fault is what is wrong with a pattern.
func fault(pattern string) string {
	_, malformed := path.Match(pattern, "")
	_, repository, _ := strings.Cut(pattern, "/")
	switch {
	case strings.Contains(pattern, "://"):
		return "has a scheme, which names of images have not"
	case strings.ContainsAny(repository, ":@"):
		return "has a tag or a digest: a place has neither"
	case malformed != nil || strings.ContainsAny(pattern, " \t"):
		return "is no pattern of registries"
	}
	return ""
}

// covers tells whether a place is the image itself or a path above it. Docker Hub can be left out of a pattern as it can of an
// image, and so can the name of its own images' user.
func covers(pattern, image string) bool {
	pattern = strings.TrimSuffix(pattern, "/")
	first, rest, nested := strings.Cut(pattern, "/")
	switch {
	case !strings.ContainsAny(first, ".:*") && first != "localhost":
		return covers("docker.io/"+pattern, image)
	case first == "index.docker.io":
		return covers("docker.io/"+rest, image)
	case first == "docker.io" && nested && !strings.Contains(rest, "/") && matches("docker.io/library/"+rest, image):
		return true
	}
	return matches(pattern, image) || within(pattern, image)
}

// within tells whether a pattern is of a path above the image.
func within(pattern, image string) bool {
	elements := strings.Split(image, "/")
	depth := strings.Count(pattern, "/") + 1
	return depth < len(elements) && matches(pattern, strings.Join(elements[:depth], "/"))
}

func matches(pattern, name string) bool {
	matched, _ := path.Match(pattern, name)
	return matched
}
