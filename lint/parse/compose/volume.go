package compose

import (
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// hostPath reads one of a service's volumes; false if it is surely nothing of the host's file system.
func hostPath(f lint.Field) (lint.HostPath, bool) {
	switch {
	case !f.Exists():
		return lint.HostPath{}, false
	case f.Node.Kind == lint.Scalar:
		return shortHostPath(f)
	}
	kind, source := lint.Read(f.Get("type"), text), f.Get("source")
	bind := kind.Is("bind") || kind.Is("npipe")
	if !source.Exists() || !bind && kind.State != lint.Unknown {
		return lint.HostPath{}, false
	}
	path := lint.HostPath{Path: lint.Read(source, text), ReadOnly: lint.Read(f.Get("read_only"), boolean)}
	path.Path.Entry, path.Path.At = f.EntrySpan(), f.Slot() // a mount without its source is none
	if !bind && path.Path.State == lint.Set {
		path.Path.State = lint.Unknown
	}
	return path, true
}

// shortHostPath reads source:target[:options].
func shortHostPath(f lint.Field) (lint.HostPath, bool) {
	written := f.Node.Value
	end := sourceEnd(written)
	source, state := interpolate(written[:end])
	rest := written[end:]
	if state == lint.Set {
		// The default of a variable can hold more than the source.
		i := sourceEnd(source)
		source, rest = source[:i], source[i:]+rest
		if rest == "" || !isPath(source) {
			return lint.HostPath{}, false // an anonymous or a named volume
		}
	}
	path := lint.Locate(f, source, state)
	path.Value = part(f.Node, 0, end)
	target := strings.TrimPrefix(rest, ":")
	options := strings.TrimPrefix(target[sourceEnd(target):], ":")
	return lint.HostPath{Path: path, ReadOnly: shortReadOnly(f, options)}, true
}

// shortReadOnly reads the options that a short volume ends in.
func shortReadOnly(f lint.Field, options string) lint.Val[bool] {
	readOnly := lint.Val[bool]{At: f.Slot(), Via: f.Via}
	written := f.Node.Value
	start, end := -1, 0
	at := len(written) - len(options)
	for option := range strings.SplitSeq(options, ",") {
		v, state := interpolate(option)
		if v == "ro" || v == "rw" || state != lint.Set {
			readOnly.V, readOnly.State = v == "ro", state
			start, end = at, at+len(option)
		}
		at += len(option) + len(",")
	}
	if start < 0 {
		return readOnly
	}
	readOnly = lint.Locate(f, readOnly.V, readOnly.State)
	if strings.HasSuffix(written, options) { // not so where a variable's default holds them
		readOnly.Value = part(f.Node, start, end)
	}
	return readOnly
}

// sourceEnd is where the first section of a short volume ends: at a colon that is neither a Windows drive's nor a variable's.
func sourceEnd(s string) int {
	depth := 0
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '$' && strings.HasPrefix(s[i:], "${"):
			depth++
		case s[i] == '}' && depth > 0:
			depth--
		case s[i] == ':' && depth == 0 && !(i == 1 && isLetter(s[0])):
			return i
		}
	}
	return len(s)
}

// isPath tells whether a short volume's source is a path rather than a volume's name.
func isPath(source string) bool {
	switch {
	case source == "":
		return false
	case source[0] == '.', source[0] == '/', source[0] == '~', strings.HasPrefix(source, `\\`):
		return true
	}
	return len(source) > 1 && source[1] == ':' && isLetter(source[0])
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
