package knowledge

import (
	"path"
	"strconv"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// BaseImages tells of published images whom they run as, and whether they have a shell. The user is the one that an image starts
// with if neither a Dockerfile's USER nor whoever runs it says otherwise: an image that starts as root and steps down in its
// entrypoint starts as root. The shell is /bin/sh, which docker and Kubernetes look for.
var BaseImages lint.ImageCatalogue = catalogue{}

// baseImage is what is known of an image, or of some of its tags. Of the rows that name an image, the first that covers a tag speaks.
type baseImage struct {
	names  string // as people write them, with spaces between; a * at the end stands for anything but a slash
	tags   string // the tags that it covers, with spaces between; * stands for anything; empty for every tag
	since  string // the version that it covers with all later ones, where earlier ones differ or were not read
	user   string // empty where it is not known, so that later rows do not speak
	shell  string // "yes", "no", or empty where it is not known
	source string // on GitHub: the files, at the commits that were read, with spaces between
}

type catalogue struct{}

// Lookup finds an image by registry, repository and tag. A copy in another registry is another image.
//
// A digest without a tag can be any of the repository's images, so of it only that is known in which all of its tags are alike.
func (catalogue) Lookup(i lint.Image) lint.BaseImage {
	var known lint.BaseImage
	tag := i.Tag
	if tag == "" && i.Digest == "" {
		tag = "latest"
	}
	if forWindows(tag) {
		return known
	}
	name := lint.Image{Registry: i.Registry, Repository: i.Repository}.Familiar()
	found := false
	for n := range baseImages {
		row := &baseImages[n]
		switch {
		case !row.named(name):
			continue
		case tag != "" && row.covers(tag):
			return row.known()
		case tag != "":
			continue
		case !found:
			found, known = true, row.known()
		default:
			known = common(known, row.known())
		}
		// Rows are read in order: the last one of an image, if it has no condition, is what covers its other tags.
		if row.tags == "" && row.since == "" {
			return known
		}
	}
	return lint.BaseImage{}
}

func (b *baseImage) known() lint.BaseImage {
	var known lint.BaseImage
	if b.user != "" {
		known.User = lint.Know(lint.ParseUser(b.user))
	}
	if b.shell != "" {
		known.Shell = lint.Know(b.shell == "yes")
	}
	return known
}

// common is what is known of two images that holds for both.
func common(a, b lint.BaseImage) lint.BaseImage {
	if a.User != b.User {
		a.User = lint.Fact[lint.User]{}
	}
	if a.Shell != b.Shell {
		a.Shell = lint.Fact[bool]{}
	}
	return a
}

// named tells whether the row speaks of an image. Each lookup asks it of many rows.
func (b *baseImage) named(name string) bool {
	if strings.HasSuffix(b.names, "*") {
		return matchesAny(b.names, name)
	}
	for names := b.names; len(names) >= len(name); {
		end := strings.IndexByte(names, ' ')
		if end < 0 {
			return names == name
		}
		if names[:end] == name {
			return true
		}
		names = names[end+1:]
	}
	return false
}

// covers tells whether the row speaks of a tag. A distroless variant is covered only by a row that names it: what is known of the
// others holds for neither its user nor its shell.
func (b *baseImage) covers(tag string) bool {
	if strings.Contains(tag, "distroless") && !strings.Contains(b.tags, "distroless") {
		return false
	}
	return (b.tags == "" || matchesAny(b.tags, tag)) && (b.since == "" || !before(tag, b.since))
}

// forWindows tells whether a tag is of an image for Windows, where there is no root.
func forWindows(tag string) bool {
	return strings.Contains(tag, "nanoserver") || strings.Contains(tag, "windows")
}

// matchesAny tells whether s matches one of the patterns with spaces between them.
func matchesAny(patterns, s string) bool {
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
