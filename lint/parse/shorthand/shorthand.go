// Package shorthand reads the short forms in which docker's command line and compose files write ports, volumes, devices and limits.
// It tells where in a text each part stands; whoever has the text knows where it stands in a file and what of it is known.
package shorthand

import (
	"strconv"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// Part is a stretch of a text: text[Start:End]. An empty one was not written.
type Part struct{ Start, End int }

// Of is the part of the text.
func (p Part) Of(text string) string { return text[p.Start:p.End] }

// Exists tells whether anything was written.
func (p Part) Exists() bool { return p.Start < p.End }

// split is the parts of a text between separators. Separators within an expansion, ${NAME:-default} or $(command), do not count.
func split(text string, separator byte) []Part {
	var parts []Part
	start := 0
	var closing []byte // of the expansions that are open
	for i := 0; i < len(text); i++ {
		c := text[i]
		switch {
		case len(closing) > 0 && c == closing[len(closing)-1]:
			closing = closing[:len(closing)-1]
		case c == '`':
			closing = append(closing, '`')
		case c == '$' && i+1 < len(text) && text[i+1] == '{':
			closing = append(closing, '}')
		case c == '$' && i+1 < len(text) && text[i+1] == '(':
			closing = append(closing, ')')
		case c == separator && len(closing) == 0:
			parts = append(parts, Part{start, i})
			start = i + 1
		}
	}
	return append(parts, Part{start, len(text)})
}

// Port is [[ADDRESS:]HOST:]CONTAINER[/PROTOCOL] (https://docs.docker.com/reference/cli/docker/container/run/#publish).
type Port struct{ Address, Host, Container, Protocol Part }

// ReadPort takes a port apart as docker does (github.com/docker/go-connections/nat): the last part is the container's, and all before
// the last but one is an address, in brackets or not.
func ReadPort(text string) Port {
	var port Port
	end := len(text)
	if parts := split(text, '/'); len(parts) > 1 {
		port.Protocol = parts[len(parts)-1]
		end = port.Protocol.Start - 1
	}
	parts := split(text[:end], ':')
	n := len(parts)
	port.Container = parts[n-1]
	if n > 1 {
		port.Host = parts[n-2]
	}
	if n > 2 {
		port.Address = Part{0, parts[n-3].End}
		if address := port.Address.Of(text); strings.HasPrefix(address, "[") && strings.HasSuffix(address, "]") {
			port.Address.Start++
			port.Address.End--
		}
	}
	return port
}

// Ports reads "80" or "8000-8010".
func Ports(text string) (lint.PortRange, lint.State) {
	first, last, isRange := strings.Cut(text, "-")
	if !isRange {
		last = first
	}
	from, err := strconv.ParseUint(first, 10, 16)
	to, err2 := strconv.ParseUint(last, 10, 16)
	if err != nil || err2 != nil || from > to {
		return lint.PortRange{}, lint.Invalid
	}
	return lint.PortRange{First: uint16(from), Last: uint16(to)}, lint.Set
}

// Volume is [SOURCE:]TARGET[:OPTIONS] (https://docs.docker.com/engine/storage/bind-mounts/#options-for---volume).
type Volume struct {
	Source, Target Part
	Options        []Part // between commas
}

// ReadVolume takes a volume apart. The colon of a Windows drive does not count.
func ReadVolume(text string) Volume {
	parts := drives(text, split(text, ':'))
	var volume Volume
	switch len(parts) {
	case 1:
		volume.Target = parts[0]
		return volume
	case 2:
		volume.Source, volume.Target = parts[0], parts[1]
		return volume
	}
	volume.Source, volume.Target = parts[0], parts[1]
	options := Part{parts[2].Start, len(text)}
	for _, option := range split(options.Of(text), ',') {
		volume.Options = append(volume.Options, Part{options.Start + option.Start, options.Start + option.End})
	}
	return volume
}

// drives joins the letter of a Windows drive and its path.
func drives(text string, parts []Part) []Part {
	var joined []Part
	for i := 0; i < len(parts); i++ {
		p := parts[i]
		if i+1 < len(parts) && isDrive(p.Of(text), parts[i+1].Of(text), len(parts)-i) {
			i++
			p.End = parts[i].End
		}
		joined = append(joined, p)
	}
	return joined
}

// isDrive tells whether two parts with a colon between them are a path of Windows. With a slash, and nothing behind it, they are
// a volume with the name of one letter.
func isDrive(letter, path string, left int) bool {
	return len(letter) == 1 && 'a' <= letter[0]|0x20 && letter[0]|0x20 <= 'z' &&
		(strings.HasPrefix(path, `\`) || strings.HasPrefix(path, "/") && left > 2)
}

// IsPath tells whether the source of a volume is a path of the host rather than a volume's name.
func IsPath(source string) bool {
	return source != "" && strings.Contains("/.~", source[:1]) || strings.HasPrefix(source, `\\`) ||
		len(source) > 2 && source[1] == ':' && strings.Contains(`/\`, source[2:3])
}

// ReadOnly tells what an option of a volume says of writing; false if it says nothing of it.
func ReadOnly(option string) (readOnly, said bool) {
	switch option {
	case "ro", "readonly", "rro":
		return true, true
	case "rw":
		return false, true
	}
	return false, false
}

// IsPropagation tells whether an option of a volume says how mounts within it spread.
func IsPropagation(option string) bool {
	switch option {
	case "shared", "rshared", "slave", "rslave", "private", "rprivate":
		return true
	}
	return false
}

// Device is HOST[:CONTAINER][:PERMISSIONS] (https://docs.docker.com/reference/cli/docker/container/run/#device).
type Device struct{ Host, Container, Permissions Part }

// ReadDevice takes a device apart.
func ReadDevice(text string) Device {
	parts := split(text, ':')
	device := Device{Host: parts[0]}
	switch {
	case len(parts) == 2 && arePermissions(parts[1].Of(text)):
		device.Permissions = parts[1]
	case len(parts) >= 2:
		device.Container = parts[1]
	}
	if len(parts) > 2 {
		device.Permissions = parts[2]
	}
	return device
}

func arePermissions(text string) bool { return text != "" && strings.Trim(text, "rwm") == "" }

// Ulimit is NAME=SOFT[:HARD] (https://docs.docker.com/reference/cli/docker/container/run/#ulimit).
type Ulimit struct{ Name, Soft, Hard Part }

// ReadUlimit takes a limit apart. Where one number stands for both, Soft and Hard are the same.
func ReadUlimit(text string) Ulimit {
	name, value, _ := strings.Cut(text, "=")
	limit := Ulimit{Name: Part{0, len(name)}}
	at := len(text) - len(value)
	parts := split(value, ':')
	limit.Soft = Part{at + parts[0].Start, at + parts[0].End}
	limit.Hard = limit.Soft
	if len(parts) > 1 {
		limit.Hard = Part{at + parts[1].Start, at + parts[1].End}
	}
	return limit
}
