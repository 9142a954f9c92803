// Package mutabletagpushed flags images that are pushed under no name but one that is moved with the next push.
package mutabletagpushed

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is mutable-tag-pushed.
var Rule = &lint.Rule{
	ID: "mutable-tag-pushed", Group: "command", Since: "0.1", Doc: doc,
	Summary:   "An image is pushed only under a tag that the next push moves.",
	Hint:      "Push a tag of its own for each build too, such as the version or the commit.",
	Severity:  lint.Low,
	Profile:   lint.Strict,
	Precision: lint.HighPrecision,
	STRIDE:    []lint.Category{lint.Repudiation, lint.Tampering},
	Refs:      []lint.Ref{"CWE-1357", "CIS Docker 1.6.0 5.28"},
	Check:     lint.Pushes(check),
}

// maxPushes is how many pushes of one file are compared with each other.
const maxPushes = 1000

func check(p *lint.Pass, push *lint.Push) {
	image := push.Image.V
	if !push.Image.Known() || push.All || image.Digest != "" || !knowledge.MovesTag(image.Tag) || image.Local() {
		return
	}
	pushes := p.Unit.Pushes[:min(len(p.Unit.Pushes), maxPushes)]
	first := slices.IndexFunc(pushes, func(other *lint.Push) bool { return names(other, image) })
	if first < 0 || pushes[first] != push || keepsAnother(pushes, image) {
		return
	}
	p.Report(push.Image, "%s is pushed only as %s, which the next push takes away: nobody can tell afterwards what was run, or go back to it",
		lint.Label(lint.Image{Registry: image.Registry, Repository: image.Repository}.Familiar()), image.Tagged().Tag).Identify(image.Familiar())
}

// names tells whether a push is known to be of the same image, under whichever tag.
func names(push *lint.Push, image lint.Image) bool {
	return push.Image.Known() && push.Image.V.Registry == image.Registry && push.Image.V.Repository == image.Repository
}

// keepsAnother tells whether the image is, or can be, pushed under a tag of its own too.
func keepsAnother(pushes []*lint.Push, image lint.Image) bool {
	name := lint.Image{Registry: image.Registry, Repository: image.Repository}.Familiar()
	return slices.ContainsFunc(pushes, func(push *lint.Push) bool {
		if !push.Image.Known() {
			known, _, _ := strings.Cut(push.Image.V.Familiar(), "$")
			return strings.HasPrefix(name, known) || strings.HasPrefix(known, name+":")
		}
		return names(push, image) && (push.All || !knowledge.MovesTag(push.Image.V.Tag))
	})
}
