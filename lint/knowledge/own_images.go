package knowledge

import (
	"cmp"
	"path"
	"slices"

	"github.com/stridelint/stridelint/lint"
)

// OwnImage is what somebody knows of images that no public source tells of.
type OwnImage struct {
	// Pattern is the images' name, with a tag or without; * stands for anything but a slash.
	Pattern string
	lint.BaseImage
}

// Fault is what is wrong with the pattern, as the end of a sentence; empty if nothing is.
func (o OwnImage) Fault() string {
	if _, err := path.Match(o.Pattern, ""); err != nil || o.Pattern == "" {
		return "is no pattern of images' names"
	}
	if lint.ParseImage(o.Pattern).Digest != "" {
		return "has a digest, which is the name of one image only"
	}
	return ""
}

// covers tells whether the pattern is of an image. One without a tag is of all tags.
func (o OwnImage) covers(i lint.Image) bool {
	pattern := lint.ParseImage(o.Pattern)
	if named, _ := path.Match(pattern.Qualified(), i.Qualified()); !named {
		return false
	}
	tag := i.Tag
	if tag == "" && i.Digest == "" {
		tag = "latest"
	}
	tagged, _ := path.Match(pattern.Tag, tag)
	return pattern.Tag == "" || tagged
}

// WithOwn is the published base images and others, which speak first: of several that cover an image, the one with the longest pattern.
func WithOwn(own []OwnImage) lint.ImageCatalogue {
	if len(own) == 0 {
		return BaseImages
	}
	slices.SortFunc(own, func(a, b OwnImage) int {
		return cmp.Or(cmp.Compare(len(b.Pattern), len(a.Pattern)), cmp.Compare(a.Pattern, b.Pattern))
	})
	return extended{BaseImages, own}
}

type extended struct {
	lint.ImageCatalogue
	own []OwnImage
}

// Lookup finds an image among one's own; what they leave open is as published.
func (e extended) Lookup(i lint.Image) lint.BaseImage {
	known := e.ImageCatalogue.Lookup(i)
	for _, o := range e.own {
		if !o.covers(i) {
			continue
		}
		if o.User.Known {
			known.User = o.User
		}
		if o.Shell.Known {
			known.Shell = o.Shell
		}
		break
	}
	return known
}
