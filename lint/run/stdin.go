package run

import (
	"fmt"
	"io"
	"path/filepath"
)

// Stdin is standard input as an Input. With a name it is judged as that whole file; without one, by content, and what it
// lacks is not held against it.
func Stdin(r io.Reader, name string) (Input, error) {
	in := Input{Path: "<stdin>", Explicit: true, Nameless: name == ""}
	if name != "" {
		in.Path = filepath.ToSlash(filepath.Clean(name))
		in.Root = rootOf(in.place())
	}
	text, err := io.ReadAll(io.LimitReader(r, maxFileSize+1))
	if err != nil {
		return in, fmt.Errorf("standard input cannot be read: %w", err)
	}
	in.Text = text
	if len(text) > maxFileSize {
		in.Text, in.Err = nil, tooLarge(maxFileSize)
	}
	return in, nil
}
