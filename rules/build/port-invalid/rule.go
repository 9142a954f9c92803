// Package portinvalid flags ports that EXPOSE cannot take.
package portinvalid

import (
	_ "embed"
	"strconv"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is port-invalid.
var Rule = &lint.Rule{
	ID: "port-invalid", Group: "build", Since: "0.1", Doc: doc,
	Summary:   "EXPOSE names no port of the container.",
	Hint:      "Name a port from 0 to 65535, or a range, with /tcp, /udp or /sctp behind it, and nothing before.",
	Severity:  lint.Low,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.DenialOfService, lint.Tampering},
	Refs:      []lint.Ref{"Docker build check ExposeInvalidFormat", "CWE-1284"},
	Check:     lint.Stages(check),
}

func check(p *lint.Pass, s *lint.Stage) {
	for _, in := range s.Instructions {
		if in.Name != "EXPOSE" {
			continue
		}
		for _, word := range in.Args {
			if word.State != lint.Set {
				continue
			}
			if strings.HasPrefix(word.Text, "#") {
				p.Report(word.Span, "docker reads no comment behind an instruction: it takes this for a port and refuses it").Identify(word.Text)
				break
			}
			for port := range strings.FieldsSeq(word.Text) {
				judge(p, word, port)
			}
		}
	}
}

func judge(p *lint.Pass, word lint.Word, port string) {
	mapping := strings.LastIndexByte(port, ':')
	if fault := faultOf(port[mapping+1:]); fault != "" {
		p.Report(word.Span, "%s: docker refuses it", fault).Identify(port)
		return
	}
	if mapping < 0 || strings.Trim(port[:mapping], ":") == "" {
		return
	}
	f := p.Report(word.Span, "EXPOSE publishes nothing on the host: only %s counts", port[mapping+1:]).Identify(port)
	if word.Span.Text() == port {
		f.Fix(lint.Safe, "name the container's port alone", []lint.Edit{{Span: word.Span, Text: port[mapping+1:]}})
	}
}

// faultOf tells what is wrong with the port or range of a container; nothing if it is right.
func faultOf(port string) string {
	port, protocol, _ := strings.Cut(port, "/")
	switch strings.ToLower(protocol) {
	case "", "tcp", "udp", "sctp":
	default:
		return "there is no protocol " + lint.Label(protocol) + ", only tcp, udp and sctp"
	}
	first, last, isRange := strings.Cut(port, "-")
	if !isRange {
		last = first
	}
	low, err := strconv.Atoi(first)
	if err != nil {
		return lint.Label(port) + " is no port"
	}
	high, err := strconv.Atoi(last)
	switch {
	case err != nil:
		return lint.Label(port) + " is no range of ports"
	case low < 0 || low > 65535 || high > 65535:
		return "ports end at 65535"
	case high < low:
		return "the range ends before it begins"
	}
	return ""
}
