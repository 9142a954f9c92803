// Package sshportexposed flags containers that offer SSH.
package sshportexposed

import (
	_ "embed"
	"strconv"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is ssh-port-exposed.
var Rule = &lint.Rule{
	ID: "ssh-port-exposed", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "The port of SSH is open.",
	Hint:      "Take the port out and enter containers with docker exec or kubectl exec.",
	Severity:  lint.Low,
	Profile:   lint.Strict,
	Precision: lint.HighPrecision,
	STRIDE:    []lint.Category{lint.ElevationOfPrivilege},
	Refs:      []lint.Ref{"CIS Docker 1.6.0 5.7"},
	Check:     lint.Each(lint.Stages(ofStage), lint.Containers(ofContainer)),
}

const (
	ssh  = 22
	gain = "port 22 is open: a login beside the orchestrator's own, with accounts and keys that it knows nothing of"
)

func ofStage(p *lint.Pass, s *lint.Stage) {
	if !s.Shipped {
		return
	}
	for in := range s.Effective("EXPOSE") {
		for _, port := range in.Args {
			if port.State == lint.Set && holdsSSH(port.Text) {
				p.Report(port, gain).Identify(port.Text)
			}
		}
	}
}

func ofContainer(p *lint.Pass, c *lint.Container) {
	for _, port := range c.Ports.Items {
		if port.Container.Known() && port.Container.V.Holds(ssh) && port.Protocol != "udp" && port.Protocol != "sctp" {
			p.Report(port.Container, gain).Identify(port.Entry.V)
		}
	}
}

// holdsSSH tells whether a port, or a range of ports, with or without a protocol, is or holds that of SSH.
func holdsSSH(s string) bool {
	ports, protocol, _ := strings.Cut(s, "/")
	if protocol != "" && !strings.EqualFold(protocol, "tcp") {
		return false
	}
	first, last, isRange := strings.Cut(ports, "-")
	if !isRange {
		last = first
	}
	from, err := strconv.Atoi(first)
	to, err2 := strconv.Atoi(last)
	return err == nil && err2 == nil && from <= ssh && ssh <= to
}
