package compose

import (
	"fmt"
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/shorthand"
)

// ports reads the ports that the service publishes, and those that it only names.
func (s *service) ports() lint.List[lint.Port] {
	list := readItems(s, s.Get("ports"), s.port)
	list.Items, _ = lastOf(list.Items, portKey)
	named := readItems(s, s.Get("expose"), func(f lint.Field) (lint.Port, bool) {
		port := s.shortPort(f)
		port.Published.V = false
		return port, f.Node.Kind == lint.Scalar
	})
	list.Items = append(list.Items, named.Items...)
	list.State = max(list.State, named.State)
	return list
}

// portKey is what two ports have in common of which only the later one counts.
func portKey(p lint.Port) string {
	if max(p.Container.State, p.Host.State, p.Address.State) > lint.Set {
		return ""
	}
	return fmt.Sprint(p.Address.V, p.Host.V, p.Container.V, p.Protocol)
}

// port reads one of the ports.
func (s *service) port(f lint.Field) (lint.Port, bool) {
	if f.Node.Kind == lint.Scalar {
		return s.shortPort(f), true
	}
	port := lint.Port{
		Container: get(s.reader, f.Get("target"), s.portRange),
		Host:      get(s.reader, f.Get("published"), s.portRange),
		Address:   get(s.reader, f.Get("host_ip"), s.text),
		Protocol:  "tcp",
	}
	port.Entry = s.longEntry(f)
	port.Published = lint.Locate(f, true, lint.Set)
	port.Published.Value = port.Entry.Value
	if port.Address.Absent() && port.Host.State == lint.Invalid {
		port.Address.State = lint.Unknown // it may hold one
	}
	if port.Host.Is(lint.PortRange{}) {
		port.Host.State = lint.Unset // the runtime chooses one
	}
	if protocol := get(s.reader, f.Get("protocol"), s.text); !protocol.Absent() {
		port.Protocol = strings.ToLower(protocol.V)
	}
	return port, f.Node.Kind == lint.Mapping
}

// longEntry is a port of the long syntax as a whole: in the words of the short one, at the port of the host.
func (s *service) longEntry(f lint.Field) lint.Val[string] {
	entry := lint.Locate(f, "", lint.Set)
	part := func(key string) string {
		v := get(s.reader, f.Get(key), s.text)
		if entry.State = max(entry.State, v.State); v.Known() && (key == "target" || key == "published") {
			entry.Value = v.Value
		}
		return v.V
	}
	entry.V = part("target")
	published, address := part("published"), part("host_ip")
	if published+address != "" {
		entry.V = published + ":" + entry.V
	}
	if address != "" {
		entry.V = address + ":" + entry.V
	}
	if protocol := part("protocol"); protocol != "" {
		entry.V += "/" + protocol
	}
	return entry
}

// portRange reads a port, or the first and the last of a range.
func (r *reader) portRange(n *lint.Node) (lint.PortRange, lint.State) {
	text, state := r.text(n)
	switch {
	case state != lint.Set:
		return lint.PortRange{}, state
	case text == "":
		return lint.PortRange{}, lint.Unset
	}
	return shorthand.Ports(text)
}

// shortPort reads [[address:]host:]container[/protocol].
// https://docs.docker.com/reference/compose-file/services/#short-syntax-5
func (s *service) shortPort(f lint.Field) lint.Port {
	c := s.content(f)
	read := shorthand.ReadPort(c.short())
	port := lint.Port{
		Entry: c.whole().value(), Protocol: read.Protocol, Published: lint.Locate(f, true, lint.Set),
		Container: c.stretch(read.Container).ports(), Host: unsetPart[lint.PortRange](f), Address: unsetPart[string](f),
	}
	if read.Host.Exists() {
		port.Host = c.stretch(read.Host).ports()
	}
	if port.Host.Is(lint.PortRange{}) {
		port.Host.State = lint.Unset // the runtime chooses one
	}
	if read.HostHidden {
		port.Host.State = lint.Unknown
	}
	if read.Address.Exists() {
		port.Address = c.stretch(read.Address).value()
		port.Address.V = shorthand.Address(port.Address.V)
		return port
	}
	slot := stretch{&c, 0, 0}.slot()
	slot.spell = func(address string) string { return shorthand.AddressBefore(address, read.Host.Exists()) }
	port.Address.At = slot
	if read.AddressHidden {
		port.Address.State = lint.Unknown
	}
	return port
}

// unsetPart is what a scalar does not say.
func unsetPart[T comparable](f lint.Field) lint.Val[T] {
	return lint.Val[T]{Via: f.Via, At: partSlot{Slot: f.Slot()}}
}

// ports is the ports that a stretch names.
func (s stretch) ports() lint.Val[lint.PortRange] {
	state := s.known()
	var ports lint.PortRange
	if state == lint.Set {
		ports, state = shorthand.Ports(s.string())
	}
	return located(s, ports, state)
}
