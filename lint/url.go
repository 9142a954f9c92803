package lint

import (
	"net/netip"
	"path"
	"strings"
)

// URL is the parts of an address that rules ask for. What a variable holds stays as the file writes it.
type URL struct{ Scheme, Host, Path string }

// ParseURL takes an address apart, whether or not it says its scheme. User names, passwords and queries, which can hold secrets, are left out.
func ParseURL(text string) URL {
	var u URL
	if scheme, rest, found := strings.Cut(text, "://"); found {
		u.Scheme, text = strings.ToLower(scheme), rest
	}
	text, _, _ = strings.Cut(text, "#")
	text, _, _ = strings.Cut(text, "?")
	host := outside(text, '/')
	u.Host, u.Path = text[:host], text[host:]
	u.Host = u.Host[strings.LastIndexByte(u.Host, '@')+1:]
	if rest, found := strings.CutPrefix(u.Host, "["); found {
		u.Host, _, _ = strings.Cut(rest, "]")
	} else {
		u.Host = u.Host[:outside(u.Host, ':')]
	}
	u.Host = strings.ToLower(u.Host)
	return u
}

// outside is where a byte stands first outside of ${…}, or the text's end.
func outside(text string, want byte) int {
	depth := 0
	for i := range len(text) {
		switch c := text[i]; {
		case c == '{':
			depth++
		case c == '}':
			depth--
		case c == want && depth == 0:
			return i
		}
	}
	return len(text)
}

// Base is the last element of the path; empty if there is none.
func (u URL) Base() string {
	if u.Path == "" || strings.HasSuffix(u.Path, "/") {
		return ""
	}
	return path.Base(u.Path)
}

// Loopback tells whether the host is the machine itself.
func (u URL) Loopback() bool {
	if u.Host == "localhost" || strings.HasSuffix(u.Host, ".localhost") {
		return true
	}
	address, err := netip.ParseAddr(u.Host)
	return err == nil && (address.IsLoopback() || address.IsUnspecified())
}
