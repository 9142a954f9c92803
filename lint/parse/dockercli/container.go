// Package dockercli reads the command lines of docker, podman and nerdctl that make containers.
// It projects each onto a pod of one container whose values have the places of their words.
package dockercli

import (
	"strconv"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// Knows tells whether a program's command lines are read.
func Knows(program string) bool {
	return program == "docker" || program == "podman" || program == "nerdctl"
}

// Container reads a run or create command: the container in its pod, and the environment that it is given.
// It is nil for all other commands. Values that a word such as $OPTS may hold are unknown rather than unset.
func Container(cmd *lint.Command) (*lint.Pod, []*lint.Assignment) {
	line, ok := readLine(cmd)
	if !ok {
		return nil, nil
	}
	p := &projection{line: line, subject: line.program + " " + line.verb}
	p.image()
	p.pod.Subject, p.container.Subject = p.subject, p.subject
	p.container.Pod, p.pod.Containers = &p.pod, []*lint.Container{&p.container}
	p.defaults()
	for _, g := range line.options {
		p.apply(g)
	}
	if line.hidden && p.container.AddCapabilities.State == lint.Set {
		p.container.AddCapabilities.State = lint.Unknown
	}
	return &p.pod, p.env
}

// projection is a command line on its way to a pod.
type projection struct {
	line      commandLine
	subject   string
	pod       lint.Pod
	container lint.Container
	env       []*lint.Assignment
}

// absent is a value that the command line does not show.
func absent[T comparable](l commandLine, option string) lint.Val[T] {
	return lint.Val[T]{State: l.unshown(), At: optionSlot{head: l.head, option: option}}
}

// unshown is the state of what the command line does not show.
func (l commandLine) unshown() lint.State {
	if l.hidden {
		return lint.Unknown
	}
	return lint.Unset
}

// defaults makes every value what it is without options.
func (p *projection) defaults() {
	p.pod.HostPID = absent[bool](p.line, "--pid")
	p.pod.HostIPC = absent[bool](p.line, "--ipc")
	p.pod.HostNetwork = absent[bool](p.line, "--network")
	p.pod.HostUsers = absent[bool](p.line, "--userns")
	p.container.User = absent[lint.User](p.line, "--user")
	p.container.Privileged = absent[bool](p.line, "--privileged")
	p.container.AddCapabilities.State = p.line.unshown()
	p.container.AddCapabilities.At = optionSlot{head: p.line.head, option: "--cap-add"}
}

// image reads the image's name. What cannot be one is a placeholder that something else replaces.
func (p *projection) image() {
	image := &p.container.Image
	if len(p.line.image) == 0 {
		*image = lint.Val[lint.Image]{State: lint.Unknown, At: imageSlot{head: p.line.head}}
		return
	}
	word := p.line.image[0]
	place, via := word.Where()
	*image = lint.Val[lint.Image]{State: word.State, Value: place, Entry: place, Via: via, At: imageSlot{head: p.line.head, name: place}}
	if image.State != lint.Set {
		return
	}
	name := lint.ParseImage(strings.TrimPrefix(word.Text, "docker://"))
	if !name.Valid() || isID(word.Text) || p.line.program == "podman" && isLocal(word.Text) {
		image.State = lint.Unknown
		return
	}
	image.V = name
	p.subject += " " + lint.Label(name.Familiar())
}

// isID tells whether an image is named by its ID, whole or as the tools show it.
func isID(name string) bool {
	return (len(name) == 12 || len(name) == 64) && strings.Trim(name, "0123456789abcdef") == ""
}

// isLocal tells whether podman is told to take the image from elsewhere than a registry (containers-transports(5)).
func isLocal(name string) bool {
	transport, _, found := strings.Cut(name, ":")
	if !found {
		return false
	}
	switch transport {
	case "containers-storage", "dir", "docker-archive", "docker-daemon", "oci", "oci-archive", "sif", "tarball":
		return true
	}
	return false
}

// apply lets one option take effect. Of an option given twice the last one counts, as it does for the tools.
func (p *projection) apply(g given) {
	switch g.name {
	case "pid":
		p.pod.HostPID = p.mode(g, isHost)
	case "ipc":
		p.pod.HostIPC = p.mode(g, isHost)
	case "network", "net":
		// Several networks can be joined; the first is the mode.
		if p.pod.HostNetwork.Entry.IsZero() {
			p.pod.HostNetwork = p.mode(g, func(text string) (bool, lint.State) { return text == "host" || text == "name=host", lint.Set })
		}
	case "userns":
		p.pod.HostUsers = p.mode(g, usesHostUsers)
	case "privileged":
		p.container.Privileged = p.mode(g, isTrue)
	case "user":
		p.container.User = absent[lint.User](p.line, "--user")
		if g.text() != "" { // which is the image's own user
			p.container.User = locate(p.line, g, lint.ParseUser(g.text()))
		}
	case "cap-add":
		p.capabilities(g)
	case "volume":
		p.volume(g)
	case "mount":
		p.mount(g)
	case "use-api-socket":
		p.apiSocket(g)
	case "env":
		p.assign(g)
	case "rootfs":
		p.container.Image.State = lint.Unknown // what stands there is a folder
	}
}

// slot is where an option stands.
func (l commandLine) slot(g given) optionSlot {
	entry, via := g.place()
	s := optionSlot{head: l.head, option: "--" + g.name, entry: entry}
	if len(via) > 0 && strings.HasPrefix(via[0].Text(), `"`) {
		s.entry = via[0] // emptied, a quoted variable would still be a word
	}
	if g.at > 0 {
		letter, exact := g.flag.Part(g.at, g.at+1)
		if !exact {
			return optionSlot{head: l.head, entry: entry}
		}
		s.letter, s.entry.Start = true, letter.Start
	}
	if g.from >= 0 {
		if value, exact := g.word.Part(g.from, len(g.word.Text)); exact && !value.IsZero() && value.Start < value.End {
			s.value = value
		} else if g.from == 0 {
			s.value, _ = g.word.Where()
		}
	}
	return s
}

// place is the words that give the option and, if a variable brings them, that variable.
func (g given) place() (lint.Span, []lint.Span) {
	flag, via := g.flag.Where()
	value, _ := g.word.Where()
	if g.flag.Span != g.word.Span || g.flag.Origin.IsZero() != g.word.Origin.IsZero() {
		return g.flag.Span.Join(g.word.Span), nil
	}
	return flag.Join(value), via
}

// locate makes a value of an option: reported at its text.
func locate[T comparable](l commandLine, g given, v T) lint.Val[T] {
	val := lint.Val[T]{V: v, State: g.state(), At: l.slot(g)}
	val.Entry, _ = g.place()
	val.Value, _ = g.word.Part(g.from, len(g.word.Text))
	_, val.Via = g.word.Where()
	return val
}

// mode makes a value of an option that must go or change as a whole: reported at its words.
func (p *projection) mode(g given, read func(string) (bool, lint.State)) lint.Val[bool] {
	val := lint.Val[bool]{State: g.state(), At: p.line.slot(g)}
	val.Entry, val.Via = g.place()
	val.Value = val.Entry
	if val.State == lint.Set {
		val.V, val.State = read(g.text())
	}
	return val
}

func isHost(text string) (bool, lint.State) { return text == "host", lint.Set }

// isTrue reads a boolean as the tools do.
func isTrue(text string) (bool, lint.State) {
	v, err := strconv.ParseBool(text)
	if err != nil {
		return false, lint.Invalid
	}
	return v, lint.Set
}

// usesHostUsers reads a user namespace: docker and nerdctl know host alone, podman has its own ones
// (https://docs.podman.io/en/latest/markdown/podman-run.1.html#userns-mode).
func usesHostUsers(text string) (bool, lint.State) {
	mode, _, _ := strings.Cut(text, ":")
	switch mode {
	case "host":
		return true, lint.Set
	case "auto", "keep-id", "nomap", "private":
		return false, lint.Set
	}
	return false, lint.Unknown
}

// maxCapabilities is how many capabilities one option may list. Linux has 41.
const maxCapabilities = 64

// capabilities reads one --cap-add. podman and nerdctl take several between commas, docker does not.
func (p *projection) capabilities(g given) {
	list := &p.container.AddCapabilities
	whole := locate(p.line, g, g.text())
	list.State, list.Span = lint.Set, list.Span.Join(whole.Entry)
	commas := strings.Count(whole.V, ",")
	if p.line.program == "docker" || whole.State != lint.Set || commas == 0 || commas > maxCapabilities {
		list.Items = append(list.Items, whole)
		return
	}
	exact := whole.Value.Text() == whole.V
	slot := p.line.slot(g)
	at := 0
	for name := range strings.SplitSeq(whole.V, ",") {
		item := whole
		item.V = name
		if exact {
			item.Value.Start = whole.Value.Start + at
			item.Value.End = item.Value.Start + len(name)
			cut := item.Value
			if at > 0 {
				cut.Start--
			} else {
				cut.End++
			}
			slot.value = item.Value
			item.At = itemSlot{partSlot{slot}, cut}
		}
		if name != "" {
			list.Items = append(list.Items, item)
		}
		at += len(name) + 1
	}
}

// assign reads one --env NAME=value. A NAME alone is passed on from the shell.
func (p *projection) assign(g given) {
	text := g.text()
	name, _, assigned := strings.Cut(text, "=")
	known := literal(g.word) - g.from
	if name == "" || known < len(name) || !assigned && known < len(text) {
		return // the name is not known
	}
	from := 0
	if assigned {
		from = len(name) + 1
	}
	value := p.part(g, from, len(text), g.state())
	if _, exact := g.word.Part(g.from+from, len(g.word.Text)); !exact || !assigned {
		value.State = lint.Unknown // a variable brings it
	}
	p.env = append(p.env, &lint.Assignment{Name: name, Value: value, Source: lint.ContainerEnv, Owner: &p.container})
}
