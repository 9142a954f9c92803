package kustomize

import (
	"cmp"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/yamltree"
)

// Replacement is what a kustomization puts in the place of an image, wherever its resources name it.
type Replacement struct {
	Image lint.Image // as it is found by: without tag and digest
	// Renamed is the name that takes its place; the zero Image, the name stays.
	Renamed lint.Image
	// Retagged tells that a tag or digest takes the place of both that the image had.
	Retagged bool
}

// replacements is the images that a kustomization replaces, in their order
// (https://kubectl.docs.kubernetes.io/references/kustomize/kustomization/images/).
func replacements(kustomization lint.Field) []Replacement {
	var images []Replacement
	for _, item := range kustomization.Get("images").Items() {
		r := Replacement{Image: lint.ParseImage(item.Get("name").Scalar())}
		r.Retagged = item.Get("newTag").Scalar() != "" || item.Get("digest").Scalar() != ""
		if name := item.Get("newName").Scalar(); name != "" {
			r.Renamed = lint.ParseImage(name)
		}
		images = append(images, r)
	}
	return images
}

// Images is what a kustomization names to take the place of other images: a name, a tag or digest, or both.
func Images(kustomization lint.Field) []*lint.ImageUse {
	var images []*lint.ImageUse
	for _, item := range kustomization.Get("images").Items() {
		name, newName, newTag, digest := item.Get("name"), item.Get("newName"), item.Get("newTag"), item.Get("digest")
		use := func(role lint.ImageRole, at lint.Field, image func(text string) lint.Image) {
			if at.Scalar() != "" {
				images = append(images, &lint.ImageUse{Image: lint.Read(at, reading(image)), Role: role, Owner: owner(name.Scalar())})
			}
		}
		image := lint.ParseImage(cmp.Or(newName.Scalar(), name.Scalar()))
		use(lint.NewName, newName, lint.ParseImage)
		if image.Tag = newTag.Scalar(); digest.Scalar() == "" {
			use(lint.NewTag, newTag, func(string) lint.Image { return image })
		}
		image.Digest = digest.Scalar()
		use(lint.NewTag, digest, func(string) lint.Image { return image })
	}
	return images
}

// reading is how the image is read that a text makes. What cannot be one is a placeholder that something else replaces.
func reading(image func(text string) lint.Image) func(*lint.Node) (lint.Image, lint.State) {
	return func(n *lint.Node) (lint.Image, lint.State) {
		text, isText := yamltree.String(n)
		made := image(text)
		switch {
		case !isText:
			return lint.Image{}, lint.Invalid
		case !made.Valid():
			return lint.Image{}, lint.Unknown
		}
		return made, lint.Set
	}
}

// owner is the name of the image that is replaced, as it is told of.
type owner string

// String is the item in messages.
func (o owner) String() string { return "Kustomization image " + lint.Label(string(o)) }
