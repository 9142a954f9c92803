package buildkit

import (
	"io/fs"
	"testing/fstest"
)

var texts = []string{"FROM a\n"}

// given is a Dockerfile with the files that its build is given.
type given struct {
	name, dockerfile string
	content          map[string]string
}

func (c given) files() fs.FS {
	files := fstest.MapFS{}
	for name, text := range c.content {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return files
}

var contexts = []given{}
