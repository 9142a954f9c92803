package lint

import "strings"

// Image is the name of an image, taken apart as the registry reference grammar has it
// (https://github.com/distribution/reference). Empty parts were not written.
type Image struct {
	Registry   string // host, with its port: "registry.example:5000"
	Repository string // "library/nginx", as written
	Tag        string
	Digest     string // "sha256:…"
}

// ParseImage takes a name apart. It does not fail: what does not match the grammar ends in Repository.
func ParseImage(name string) Image {
	var image Image
	if before, digest, _ := strings.Cut(name, "@"); digest != "" {
		name, image.Digest = before, digest
	}
	// A colon behind the last slash starts a tag; one before it is a registry's port.
	if i := strings.LastIndexByte(name, ':'); i > strings.LastIndexByte(name, '/') && i+1 < len(name) {
		name, image.Tag = name[:i], name[i+1:]
	}
	// A first element is a registry only if it cannot be a Docker Hub user: it has a dot, a port or capitals, or is localhost.
	if host, rest, found := strings.Cut(name, "/"); found &&
		(strings.ContainsAny(host, ".:") || host == "localhost" || strings.ToLower(host) != host) {
		image.Registry, name = host, rest
	}
	image.Repository = name
	return image
}

// Valid tells whether every part is what the grammar allows. What is not is most often a template or a placeholder.
func (i Image) Valid() bool {
	return validPath(i.Repository) && validTag(i.Tag) && validDigest(i.Digest) && validHost(i.Registry)
}

// Fault is why docker is sure to refuse the name, which nobody will replace by another; empty if it does not, or if the name may be
// a placeholder: one in capitals, or with characters that no name has.
func (i Image) Fault() string {
	path, _, _ := strings.Cut(i.Repository, ":")
	switch {
	case i.Valid() || !validTag(i.Tag) || !validDigest(i.Digest) || !validHost(i.Registry):
		return ""
	case strings.Trim(i.Repository, wordCharacters+"./:-") != "" || strings.ToUpper(i.Repository) == i.Repository:
		return ""
	case strings.ToLower(path) != path:
		return "the repository's name must be in lower case"
	}
	return "it has not the form of a reference"
}

// validPath tells whether s is elements between slashes: words of lower-case letters and digits with a dot, one or two
// underscores or any number of dashes between them.
func validPath(s string) bool {
	for element := range strings.SplitSeq(s, "/") {
		for {
			rest := strings.TrimLeft(element, "abcdefghijklmnopqrstuvwxyz0123456789")
			if rest == element {
				return false
			}
			if rest == "" {
				break
			}
			element = strings.TrimLeft(rest, "._-")
			switch separator := rest[:len(rest)-len(element)]; {
			case separator == ".", separator == "_", separator == "__", separator != "" && strings.Trim(separator, "-") == "":
			default:
				return false
			}
		}
	}
	return true
}

func validTag(s string) bool {
	return len(s) <= 128 && strings.Trim(s, wordCharacters+".-") == "" && !strings.HasPrefix(s, ".") && !strings.HasPrefix(s, "-")
}

func validDigest(s string) bool {
	algorithm, sum, _ := strings.Cut(s, ":")
	return s == "" || algorithm != "" && len(sum) >= 32 && strings.Trim(algorithm, wordCharacters+".+-") == "" &&
		strings.Trim(sum, "0123456789abcdefABCDEF") == ""
}

func validHost(s string) bool {
	return strings.Trim(s, wordCharacters+".:-[]") == ""
}

const wordCharacters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_"

// IsScratch tells whether it is the empty base image, which is no image at all.
func (i Image) IsScratch() bool { return i == Image{Repository: "scratch"} }

// Tagged is the image with the tag that it has if none is written.
func (i Image) Tagged() Image {
	if i.Tag == "" && i.Digest == "" {
		i.Tag = "latest"
	}
	return i
}

// Floating tells whether the name can mean another image tomorrow because it has neither a digest nor a tag other than latest.
func (i Image) Floating() bool { return i.Digest == "" && (i.Tag == "" || i.Tag == "latest") }

// Local tells whether the image's registry is this machine.
func (i Image) Local() bool { return i.Registry != "" && ParseURL(i.Registry).Loopback() }

// Familiar is the name as people write it: Docker Hub's host and "library/" left out.
func (i Image) Familiar() string {
	name := i.Repository
	switch i.Registry {
	case "", "docker.io", "index.docker.io":
		name = strings.TrimPrefix(name, "library/")
	default:
		name = i.Registry + "/" + name
	}
	if i.Tag != "" {
		name += ":" + i.Tag
	}
	if i.Digest != "" {
		name += "@" + i.Digest
	}
	return name
}

// Qualified is the registry and the repository in full, as runtimes fill in what was not written: docker.io and library/.
func (i Image) Qualified() string {
	switch i.Registry {
	case "", "docker.io", "index.docker.io":
		if !strings.Contains(i.Repository, "/") {
			return "docker.io/library/" + i.Repository
		}
		return "docker.io/" + i.Repository
	}
	return i.Registry + "/" + i.Repository
}

// Fact is something about the world that may not be known.
type Fact[T comparable] struct {
	V     T
	Known bool
}

// Know is the fact that something is v.
func Know[T comparable](v T) Fact[T] { return Fact[T]{V: v, Known: true} }

// BaseImage is what is known of a published image; nothing, if it is zero.
type BaseImage struct {
	User  Fact[User] // who its processes run as
	Shell Fact[bool] // whether it has /bin/sh
}

// ImageCatalogue tells what is known of images.
type ImageCatalogue interface {
	// Lookup is what is known of an image of the name.
	Lookup(Image) BaseImage
	// Variables is the names of the environment variables that an image sets besides PATH; false if they are not known.
	Variables(Image) ([]string, bool)
}
