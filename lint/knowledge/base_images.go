package knowledge

import (
	"path"
	"strconv"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// BaseImages tells whom published images run as: the user that an image starts with if neither a Dockerfile's USER nor whoever
// runs it says otherwise. An image that starts as root and steps down in its entrypoint starts as root.
var BaseImages lint.ImageCatalogue = catalogue{}

// baseImage is what is known of an image, or of some of its tags. Of the rows that name an image, the first that covers a tag speaks.
type baseImage struct {
	names  string // as people write them, with spaces between; * stands for anything but a slash
	tags   string // the tags that it covers, with spaces between; * stands for anything; empty for every tag
	since  string // the version that it covers with all later ones, where earlier ones differ or were not read
	user   string // empty where it is not known, so that later rows do not speak
	source string // on GitHub: the file, at the commit that was read
}

type catalogue struct{}

// Lookup finds an image by registry, repository and tag. A copy in another registry is another image.
//
// A digest without a tag can be any of the repository's images, so it is known only where all of its tags are alike.
func (catalogue) Lookup(i lint.Image) (lint.BaseImage, bool) {
	tag := i.Tag
	if tag == "" && i.Digest == "" {
		tag = "latest"
	}
	if forWindows(tag) {
		return lint.BaseImage{}, false
	}
	name := lint.Image{Registry: i.Registry, Repository: i.Repository}.Familiar()
	var alike *baseImage
	for n := range baseImages {
		row := &baseImages[n]
		if !matchesAny(row.names, name) {
			continue
		}
		switch {
		case tag != "":
			if row.covers(tag) {
				return row.known()
			}
		case alike == nil:
			alike = row
		case alike.user != row.user:
			return lint.BaseImage{}, false
		}
		// Rows are read in order: the last one of an image, if it has no condition, is what covers its other tags.
		if tag == "" && row.tags == "" && row.since == "" {
			return alike.known()
		}
	}
	return lint.BaseImage{}, false
}

func (b *baseImage) known() (lint.BaseImage, bool) {
	if b.user == "" {
		return lint.BaseImage{}, false
	}
	return lint.BaseImage{User: lint.ParseUser(b.user), Source: "https://github.com/" + b.source}, true
}

func (b *baseImage) covers(tag string) bool {
	return (b.tags == "" || matchesAny(b.tags, tag)) && (b.since == "" || !before(tag, b.since))
}

// forWindows tells whether a tag is of an image for Windows, where there is no root.
func forWindows(tag string) bool {
	return strings.Contains(tag, "nanoserver") || strings.Contains(tag, "windows")
}

// matchesAny tells whether s matches one of the patterns with spaces between them.
func matchesAny(patterns, s string) bool {
	if !strings.Contains(patterns, s) && !strings.Contains(patterns, "*") {
		return false // most are
	}
	for pattern := range strings.SplitSeq(patterns, " ") {
		if pattern == s {
			return true
		}
		if strings.Contains(pattern, "*") {
			if matched, _ := path.Match(pattern, s); matched {
				return true
			}
		}
	}
	return false
}

// before tells whether a tag starts with a version earlier than another. A tag that gives fewer numbers moves with the newest
// release that has them, and one without a version with the newest of all; neither is earlier.
func before(tag, version string) bool {
	have := strings.Split(leadingVersion(tag), ".")
	for i, number := range strings.Split(version, ".") {
		if i >= len(have) || have[i] == "" {
			return false
		}
		x, _ := strconv.Atoi(have[i])
		if y, _ := strconv.Atoi(number); x != y {
			return x < y
		}
	}
	return false
}

// leadingVersion is the numbers and dots that a tag starts with, behind a "v" if it has one: "1.2" of "v1.2-alpine". A commit or
// a date without dots is none.
func leadingVersion(tag string) string {
	tag = strings.TrimPrefix(tag, "v")
	version := tag[:len(tag)-len(strings.TrimLeft(tag, "0123456789."))]
	if rest := tag[len(version):]; rest != "" && !strings.ContainsAny(rest[:1], "-_+") {
		return ""
	}
	return strings.Trim(version, ".")
}
