// Package shorthand reads the short forms in which docker's command line and compose files write ports, volumes, devices and limits.
// It tells where in a text each part stands and what may hide in it; whoever has the text knows where it stands in a file.
package shorthand

import "strings"

// Part is a stretch of a text: text[Start:End]. An empty one was not written.
type Part struct{ Start, End int }

// Of is the part of the text.
func (p Part) Of(text string) string { return text[p.Start:p.End] }

// Exists tells whether anything was written.
func (p Part) Exists() bool { return p.Start < p.End }

// within is a part of this part, as a part of the whole text.
func (p Part) within(inner Part) Part { return Part{p.Start + inner.Start, p.Start + inner.End} }

// Form is where a short form is written. docker compose and docker's command line read most of them by the same code; where they
// differ, it is said.
type Form uint8

const (
	// CommandLine is an option of docker's command line, or one that another file hands to it. The shell's expansions stand in the text.
	CommandLine Form = iota
	// Compose is an item of a compose file. Variables have been put in by then.
	Compose
)

// Text is a short form as it is written, and what of it is known.
type Text struct {
	string
	form Form
	// vague tells whether something is put into a part that is not known, and that can hold anything.
	vague func(Part) bool
}

// NewText is a text of a form.
func NewText(text string, form Form, vague func(Part) bool) Text { return Text{text, form, vague} }

// whole is all of the text.
func (t Text) whole() Part { return Part{0, len(t.string)} }

// split is the parts of a part between separators. Separators within an expansion of the shell, ${NAME:-default} or $(command), do not count.
func (t Text) split(part Part, separator byte) []Part {
	var parts []Part
	start := part.Start
	var closing []byte // of the expansions that are open
	for i := part.Start; i < part.End; i++ {
		c := t.string[i]
		opens := t.form == CommandLine && c == '$' && i+1 < part.End
		switch {
		case len(closing) > 0 && c == closing[len(closing)-1]:
			closing = closing[:len(closing)-1]
		case c == '`' && t.form == CommandLine:
			closing = append(closing, '`')
		case opens && t.string[i+1] == '{':
			closing = append(closing, '}')
		case opens && t.string[i+1] == '(':
			closing = append(closing, ')')
		case c == separator && len(closing) == 0:
			parts = append(parts, Part{start, i})
			start = i + 1
		}
	}
	return append(parts, Part{start, part.End})
}

// Device is HOST[:CONTAINER][:PERMISSIONS] (https://docs.docker.com/reference/cli/docker/container/run/#device).
type Device struct{ Host, Container, Permissions Part }

// ReadDevice takes a device apart. Permissions without a path before them are such on a command line alone
// (parseLinuxDevice of github.com/docker/cli/cli/command/container; getDeployResources of github.com/docker/compose/v2/pkg/compose).
func ReadDevice(t Text) Device {
	parts := t.split(t.whole(), ':')
	device := Device{Host: parts[0]}
	switch {
	case len(parts) == 2 && t.form == CommandLine && arePermissions(parts[1].Of(t.string)):
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
func ReadUlimit(t Text) Ulimit {
	name, _, found := strings.Cut(t.string, "=")
	limit := Ulimit{Name: Part{0, len(name)}}
	value := Part{len(name), len(name)}
	if found {
		value = Part{len(name) + 1, len(t.string)}
	}
	parts := t.split(value, ':')
	limit.Soft, limit.Hard = parts[0], parts[0]
	if len(parts) > 1 {
		limit.Hard = parts[1]
	}
	return limit
}
