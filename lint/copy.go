package lint

import (
	"path"
	"strings"
)

// Copy is a COPY or an ADD: what it brings into the image, and where to.
type Copy struct {
	*Instruction
	Stage       *Stage
	From        Val[string] // the stage or image that the sources are taken from; unset, it is the build's context
	Sources     []Word      // here-documents are among them
	Destination Word
}

// Copies judges every COPY and ADD that has sources and a destination.
func Copies(check func(*Pass, *Copy)) Check {
	return Stages(func(p *Pass, s *Stage) {
		for _, c := range s.Copies() {
			check(p, c)
		}
	})
}

// Copies is the stage's COPY and ADD instructions that have sources and a destination.
func (s *Stage) Copies() []*Copy {
	s.onceCopies.Do(func() {
		for in := range s.Effective("COPY", "ADD") {
			if last := len(in.Args) - 1; last > 0 {
				s.copies = append(s.copies, &Copy{in, s, in.Flag("from"), in.Args[:last], in.Args[last]})
			}
		}
	})
	return s.copies
}

// SourceKind is what a source of a COPY or an ADD is.
type SourceKind uint8

const (
	UnknownSource SourceKind = iota // it depends on a variable
	LocalSource                     // a file or folder of the context, of a stage or of an image
	InlineSource                    // a here-document
	RemoteFile                      // a file that ADD downloads
	GitSource                       // a repository that ADD clones
)

// SourceKind is what the i-th source is.
func (c *Copy) SourceKind(i int) SourceKind {
	text := strings.Trim(c.Sources[i].Text, `"'`)
	known := c.Sources[i].State == Set
	switch scheme, rest, _ := strings.Cut(text, "://"); {
	case c.Name == "COPY":
	case scheme == "http", scheme == "https":
		// The builder clones what ends in .git (https://docs.docker.com/reference/dockerfile/#adding-files-from-a-git-repository).
		place, _, _ := strings.Cut(rest, "#")
		place, _, _ = strings.Cut(place, "?")
		switch {
		case strings.HasSuffix(place, ".git"):
			return GitSource
		case !known && strings.HasPrefix(path.Base(place), "$"):
			return UnknownSource
		}
		return RemoteFile
	case scheme == "git", scheme == "ssh", strings.HasPrefix(text, "git@"):
		return GitSource
	}
	switch {
	case len(c.Heredocs) > 0 && strings.HasPrefix(text, "<<"):
		return InlineSource
	case !known && strings.HasPrefix(text, "$"):
		return UnknownSource
	}
	return LocalSource
}
