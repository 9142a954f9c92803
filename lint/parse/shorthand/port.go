package shorthand

import (
	"strconv"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// Port is [[ADDRESS:]HOST:]CONTAINER[/PROTOCOL] (https://docs.docker.com/reference/cli/docker/container/run/#publish).
type Port struct {
	Address, Host, Container Part
	Protocol                 string // in lower case; empty if it is not known
	// What is not written may hide in what is not known of another part.
	AddressHidden, HostHidden bool
}

// ReadPort takes a port apart as docker does (github.com/docker/go-connections/nat): the last part is the container's, and all before
// the last but one is an address, in brackets or not.
func ReadPort(t Text) Port {
	port := Port{Protocol: "tcp"}
	numbers := t.whole()
	if parts := t.split(numbers, '/'); len(parts) > 1 {
		protocol := parts[len(parts)-1]
		numbers.End = protocol.Start - 1
		port.Protocol = strings.ToLower(protocol.Of(t.string))
		if t.vague(protocol) {
			port.Protocol = ""
		}
	}
	parts := t.split(numbers, ':')
	n := len(parts)
	port.Container = parts[n-1]
	if t.vague(port.Container) {
		port.Protocol = ""
	}
	if n > 1 {
		port.Host = parts[n-2]
	}
	if n > 2 {
		port.Address = Part{0, parts[n-3].End}
	}
	if !port.Address.Exists() {
		port.HostHidden = !port.Host.Exists() && t.vague(port.Container)
		port.AddressHidden = port.HostHidden || t.vague(port.Host)
	}
	return port
}

// Address is the address that a port names, without the brackets of one of the sixth version.
func Address(text string) string {
	if strings.HasPrefix(text, "[") && strings.HasSuffix(text, "]") {
		return text[1 : len(text)-1]
	}
	return text
}

// AddressBefore is what stands before a port without an address to give it one: a port of the host follows, or the runtime chooses it.
func AddressBefore(address string, hasHost bool) string {
	if strings.Contains(address, ":") {
		address = "[" + address + "]"
	}
	if !hasHost {
		address += ":"
	}
	return address + ":"
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
