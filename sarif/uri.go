package sarif

import (
	"fmt"
	"strings"
)

// reference is the path of a file as the URI reference that stands for it.
func (e *encoder) reference(path string) string {
	uri, known := e.uris[path]
	if !known {
		uri = reference(e.uri(path))
		e.uris[path] = uri
	}
	return uri
}

// reference is a slash-separated path as a URI reference by RFC 3986: relative to nothing in particular where the path is,
// for code scanning takes that as the root of the repository, and with the file scheme where it is absolute.
func reference(path string) string {
	if strings.HasPrefix(path, "/") {
		return "file://" + escape(path)
	}
	if len(path) > 2 && isLetter(rune(path[0])) && path[1:3] == ":/" { // a Windows drive
		return "file:///" + path[:2] + escape(path[2:])
	}
	return escape(path)
}

// escape percent-encodes what may not stand in the segments of a path. A colon may, save in the first one, where it would
// end a scheme: it is encoded everywhere.
func escape(path string) string {
	const safe = "/-._~" + "!$&'()*+,;=" + "@" // the separator, unreserved, sub-delims, and what pchar adds
	var b strings.Builder
	for _, c := range []byte(path) {
		if isDigit(rune(c)) || isLetter(rune(c)) || strings.IndexByte(safe, c) >= 0 {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}
