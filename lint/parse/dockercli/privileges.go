package dockercli

import (
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/shorthand"
)

// applyPrivilege lets an option take effect that is about what a container's processes may do; false if it is another one.
func (p *projection) applyPrivilege(g given) bool {
	c := &p.container
	switch g.name {
	case "privileged":
		c.Privileged = p.mode(g, isTrue)
	case "user":
		c.User = absent[lint.User](p.line, "--user")
		if g.text() != "" { // which is the image's own user
			c.User = locate(p.line, g, lint.ParseUser(g.text()))
		}
		c.Security.User = c.User
	case "cap-add":
		p.capabilities(g, &c.AddCapabilities)
	case "cap-drop":
		p.capabilities(g, &c.DropCapabilities)
	case "group-add":
		p.pod.Groups = append(p.pod.Groups, p.text(g))
	case "read-only":
		c.ReadOnlyRoot = p.mode(g, isTrue)
	case "security-opt":
		p.securityOption(g)
	case "device":
		p.device(g)
	case "device-cgroup-rule":
		extend(p.line, &c.DeviceRules, g, p.text(g))
	default:
		return false
	}
	return true
}

// securityOption reads one --security-opt. What it says is marked as a whole.
func (p *projection) securityOption(g given) {
	shorthand.SecurityOption(&p.container, g.short(), func(part shorthand.Part) lint.Val[string] {
		option := p.text(g)
		if !g.vague(part) {
			option.State = lint.Set
		}
		return option
	})
}

// device reads one --device.
func (p *projection) device(g given) {
	read := shorthand.ReadDevice(g.short())
	device := lint.Device{Path: p.written(g, read.Host)}
	if !g.vague(read.Permissions) {
		device.Permissions = read.Permissions.Of(g.text())
	}
	extend(p.line, &p.container.Devices, g, device)
}

// maxCapabilities is how many capabilities one option may list. Linux has 41.
const maxCapabilities = 64

// capabilities reads one --cap-add or --cap-drop. podman and nerdctl take several between commas, docker does not.
func (p *projection) capabilities(g given, list *lint.List[lint.Val[string]]) {
	text := g.text()
	commas := strings.Count(text, ",")
	if p.line.program == "docker" && !strings.HasPrefix(p.line.verb, "b") || g.state() != lint.Set || commas == 0 || commas > maxCapabilities {
		extend(p.line, list, g, p.text(g))
		return
	}
	extend(p.line, list, g)
	at := 0
	for name := range strings.SplitSeq(text, ",") {
		cut := shorthand.Part{Start: at - 1, End: at + len(name)}
		if at == 0 {
			cut = shorthand.Part{End: len(name) + 1}
		}
		if name != "" {
			extend(p.line, list, g, p.item(g, shorthand.Part{Start: at, End: at + len(name)}, cut))
		}
		at += len(name) + 1
	}
}
