package dockercli

import (
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// volume reads one --volume HOST:CONTAINER[:MODES]. What is no path is the name of a volume.
func (p *projection) volume(g given) {
	text := g.text()
	known := literal(g.word) - g.from
	colon := strings.IndexByte(text, ':')
	isPath := text != "" && strings.Contains("/.~", text[:1])
	switch {
	case known == len(text) || 0 <= colon && colon <= known:
		if colon < 0 || !isPath {
			return
		}
		p.hostPath(g, p.part(g, 0, colon, lint.Set), p.volumeMode(g, text, known))
	case known == 0 || isPath:
		p.hostPath(g, p.part(g, 0, len(text), lint.Unknown), p.volumeMode(g, text, known))
	}
}

func (p *projection) hostPath(g given, path lint.Val[string], readOnly lint.Val[bool]) {
	if !readOnly.Value.IsZero() {
		readOnly.Entry, readOnly.Via = path.Entry, path.Via
	}
	p.pod.HostPaths = append(p.pod.HostPaths, lint.HostPath{Path: path, ReadOnly: readOnly})
}

// volumeMode reads the modes of a volume, which stand behind its second colon.
func (p *projection) volumeMode(g given, text string, known int) lint.Val[bool] {
	entry, _ := g.place()
	if known < len(text) {
		return lint.Val[bool]{State: lint.Unknown, At: modeSlot{head: entry}}
	}
	parts := strings.SplitN(text, ":", 3)
	slot := modeSlot{head: entry, place: exactly(g, len(text), len(text)), yes: ":ro", no: ":rw"}
	if len(parts) < 3 {
		return lint.Val[bool]{At: slot}
	}
	at := len(parts[0]) + len(parts[1]) + 2
	for mode := range strings.SplitSeq(parts[2], ",") {
		if mode == "ro" || mode == "rw" {
			slot = modeSlot{head: entry, place: exactly(g, at, at+len(mode)), yes: "ro", no: "rw"}
			return lint.Val[bool]{V: mode == "ro", State: lint.Set, Value: p.part(g, at, at+len(mode), lint.Set).Value, At: slot}
		}
		at += len(mode) + 1
	}
	slot.yes, slot.no = ",ro", ",rw"
	return lint.Val[bool]{At: slot}
}

// mountFields is where the fields of a --mount stand in its value.
type mountFields struct {
	kind             string
	source, readOnly stretch
	mode             bool
	modeState        lint.State
}

// stretch is a part of an option's value; its end is 0 if there is none.
type stretch struct{ from, to int }

// readMount takes a --mount apart (https://docs.docker.com/engine/storage/bind-mounts/#options-for---mount).
func readMount(text string) mountFields {
	m := mountFields{kind: "volume"}
	at := 0
	for field := range strings.SplitSeq(text, ",") {
		end := at + len(field)
		key, value, assigned := strings.Cut(field, "=")
		switch key {
		case "type":
			m.kind = strings.ToLower(value)
		case "source", "src":
			m.source = stretch{end - len(value), end}
		case "readonly", "ro":
			m.readOnly, m.mode, m.modeState = stretch{at, end}, true, lint.Set
			if assigned {
				m.mode, m.modeState = isTrue(value)
			}
		}
		at = end + 1
	}
	return m
}

// mount reads one --mount. Only those that bind a path of the host count.
func (p *projection) mount(g given) {
	text := g.text()
	m := readMount(text)
	vague := g.state() != lint.Set
	isVague := func(part string) bool { return vague && strings.ContainsAny(part, "$`") }
	path := lint.Val[string]{}
	switch {
	case strings.Contains(text, `"`): // fields quoted as CSV
		path = p.part(g, 0, len(text), lint.Unknown)
	case m.kind != "bind" && !isVague(m.kind):
		return
	case m.source.to == 0 && !vague:
		return
	case m.source.to == 0:
		path = p.part(g, 0, len(text), lint.Unknown)
	case isVague(m.kind), isVague(text[m.source.from:m.source.to]):
		path = p.part(g, m.source.from, m.source.to, lint.Unknown)
	default:
		path = p.part(g, m.source.from, m.source.to, lint.Set)
	}
	readOnly := lint.Val[bool]{V: m.mode, State: m.modeState}
	slot := modeSlot{head: path.Entry, place: exactly(g, len(text), len(text)), yes: ",readonly", no: ",readonly=false"}
	switch {
	case m.readOnly.to > 0:
		readOnly.Value = p.part(g, m.readOnly.from, m.readOnly.to, lint.Set).Value
		slot.place, slot.yes, slot.no = exactly(g, m.readOnly.from, m.readOnly.to), "readonly", "readonly=false"
	case vague:
		readOnly.State = lint.Unknown
	}
	readOnly.At = slot
	p.hostPath(g, path, readOnly)
}

// apiSocket reads --use-api-socket, which mounts the daemon's own socket
// (https://docs.docker.com/reference/cli/docker/container/run/).
func (p *projection) apiSocket(g given) {
	used, state := isTrue(g.text())
	if g.state() != lint.Set || state != lint.Set || !used {
		return
	}
	path := lint.Val[string]{V: "/var/run/docker.sock", State: lint.Set, At: p.line.slot(g)}
	path.Entry, path.Via = g.place()
	path.Value = path.Entry
	p.hostPath(g, path, lint.Val[bool]{At: modeSlot{head: path.Entry}})
}

// part makes a value of a stretch of the option's value.
func (p *projection) part(g given, from, to int, state lint.State) lint.Val[string] {
	val := lint.Val[string]{V: g.text()[from:to], State: state}
	val.Entry, _ = g.place()
	val.Value, _ = g.word.Part(g.from+from, g.from+to)
	_, val.Via = g.word.Where()
	slot := p.line.slot(g)
	slot.value = exactly(g, from, to)
	val.At = partSlot{slot}
	return val
}

// exactly is the place of a stretch of the option's value, or none.
func exactly(g given, from, to int) lint.Span {
	place, exact := g.word.Part(g.from+from, g.from+to)
	if !exact {
		return lint.Span{}
	}
	return place
}
