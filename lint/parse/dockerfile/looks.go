package dockerfile

import (
	"bytes"
	"strings"
)

// Looks tells whether a text is a Dockerfile: its first instruction is FROM or ARG. Files of that name are now and then
// a program's source or a picture.
func Looks(text []byte) bool {
	const sample = 8000 // bytes of a binary file that all but surely hold a NUL
	if bytes.IndexByte(text[:min(len(text), sample)], 0) >= 0 {
		return false
	}
	for line := range bytes.Lines(bytes.TrimPrefix(text, []byte(byteOrderMark))) {
		line = bytes.TrimSpace(line)
		if len(line) == 0 || line[0] == '#' {
			continue
		}
		keyword, _, found := bytes.Cut(line[:min(len(line), len("FROM")+1)], []byte(" "))
		if !found {
			keyword, _, _ = bytes.Cut(keyword, []byte("\t"))
		}
		switch strings.ToUpper(string(keyword)) {
		case "FROM", "ARG":
			return true
		}
		return false
	}
	return false
}
