package dockercli

import (
	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/shorthand"
)

// port reads one --publish.
func (p *projection) port(g given) {
	read := shorthand.ReadPort(g.short())
	port := p.containerPort(g, read)
	if port.Host = p.ports(g, read.Host); port.Host.Is(lint.PortRange{}) {
		port.Host.State = lint.Unset // the runtime chooses one
	}
	port.Address = p.written(g, read.Address)
	port.Address.V = shorthand.Address(port.Address.V)
	port.Published = lint.Val[bool]{V: true, State: lint.Set, At: p.line.slot(g)} // whatever its numbers are
	port.Published.Entry, port.Published.Via = g.place()
	port.Published.Value = port.Published.Entry
	if !read.Address.Exists() {
		port.Address.At = addressSlot{port.Entry.Entry, exactly(g, 0, 0), read.Host.Exists()}
	}
	if read.HostHidden {
		port.Host.State = lint.Unknown
	}
	if read.AddressHidden {
		port.Address.State = lint.Unknown
	}
	extend(p.line, &p.container.Ports, g, port)
}

// exposed reads one --expose: a port that is documented rather than published.
func (p *projection) exposed(g given) {
	port := p.containerPort(g, shorthand.ReadPort(g.short()))
	port.Published = lint.Val[bool]{State: lint.Set, Value: port.Entry.Value, Entry: port.Entry.Entry, At: port.Entry.At, Via: port.Entry.Via}
	extend(p.line, &p.container.Ports, g, port)
}

// allPorts reads --publish-all, which publishes whatever the image exposes.
func (p *projection) allPorts(g given) {
	published := p.mode(g, isTrue)
	if published.Is(false) {
		return
	}
	entry := p.text(g)
	unknown := lint.Val[lint.PortRange]{State: lint.Unknown, Value: entry.Value, Entry: entry.Entry, At: entry.At, Via: entry.Via}
	extend(p.line, &p.container.Ports, g, lint.Port{
		Container: unknown, Host: p.ports(g, shorthand.Part{}), Address: p.written(g, shorthand.Part{}), Published: published, Entry: entry,
	})
}

// containerPort is the port as the container has it.
func (p *projection) containerPort(g given, read shorthand.Port) lint.Port {
	port := lint.Port{Container: p.ports(g, read.Container), Protocol: read.Protocol, Entry: p.text(g)}
	port.Host, port.Address = p.ports(g, shorthand.Part{}), p.written(g, shorthand.Part{})
	return port
}

// ports makes a value of the numbers of ports.
func (p *projection) ports(g given, part shorthand.Part) lint.Val[lint.PortRange] {
	text := p.written(g, part)
	ports := lint.Val[lint.PortRange]{State: text.State, Value: text.Value, Entry: text.Entry, At: text.At, Via: text.Via}
	if text.Known() {
		ports.V, ports.State = shorthand.Ports(text.V)
	}
	return ports
}

// addressSlot is where the address of the host would stand in a port that has none.
type addressSlot struct {
	head    lint.Span // the option
	place   lint.Span // before its value; zero if that cannot be told
	hasHost bool      // the port of the host is written
}

// Head is the option.
func (s addressSlot) Head() lint.Span { return s.head }

// Put writes the address in front of the ports.
func (s addressSlot) Put(value string) []lint.Edit {
	text := shorthand.AddressBefore(value, s.hasHost)
	if s.place.IsZero() || !isPlain(text) {
		return nil
	}
	return []lint.Edit{{Span: s.place, Text: text}}
}

// Remove does nothing.
func (addressSlot) Remove() []lint.Edit { return nil }
