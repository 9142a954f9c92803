package dockercli

import (
	"slices"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/shorthand"
)

// applyLimit lets an option take effect that is about what a container may use and how it is kept alive; false if it is another one.
func (p *projection) applyLimit(g given) bool {
	c := &p.container
	switch g.name {
	case "memory":
		c.Resources.MemoryLimit = p.text(g)
	case "memory-reservation":
		c.Resources.MemoryRequest = p.text(g)
	case "cpus", "cpu-quota", "cpu-count":
		c.Resources.CPULimit = p.text(g)
	case "cpu-shares":
		c.Resources.CPURequest = p.text(g)
	case "pids-limit":
		c.Resources.PIDsLimit = p.text(g)
	case "ulimit":
		limit := shorthand.ReadUlimit(g.short())
		extend(p.line, &c.Ulimits, g, lint.Ulimit{Name: p.written(g, limit.Name), Soft: p.written(g, limit.Soft), Hard: p.written(g, limit.Hard)})
	case "restart":
		c.Restart = p.text(g)
	case "detach":
		p.container.Attached = !p.mode(g, isTrue).Is(true)
	case "log-driver":
		c.LogDriver = p.text(g)
	case "health-cmd", "healthcheck-command":
		if g.text() != "" { // which leaves the image's own
			c.Healthcheck = p.mode(g, func(text string) (bool, lint.State) { return text != "none", lint.Set })
			if shell := p.text(g); c.Healthcheck.Is(true) && p.line.program != "podman" { // which also takes a list of words
				shell.V = "/bin/sh"
				c.Programs = append(c.Programs, lint.Program{Path: shell, Use: "health check"})
			}
		}
	case "entrypoint":
		// The last one counts, and an empty one leaves the container without any.
		c.Programs = slices.DeleteFunc(c.Programs, func(p lint.Program) bool { return p.Use == g.name })
		if g.text() != "" {
			c.Programs = append(c.Programs, lint.Program{Path: p.text(g), Use: g.name})
		}
	case "no-healthcheck":
		if off := p.mode(g, isTrue); !off.Is(false) {
			off.V = false
			c.Healthcheck = off
		}
	default:
		return false
	}
	return true
}
