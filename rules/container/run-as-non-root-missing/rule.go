// Package runasnonrootmissing flags containers of which nothing says that they do not run as root.
package runasnonrootmissing

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is run-as-non-root-missing.
var Rule = &lint.Rule{
	ID: "run-as-non-root-missing", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "Nothing keeps the container from running as root.",
	Hint:      "Set runAsNonRoot in the pod, or name an unprivileged user.",
	Severity:  lint.Medium,
	Profile:   lint.Strict,
	Precision: lint.HighPrecision,
	Stricter:  map[lint.Kind]lint.Profile{lint.CI: lint.Pedantic}, // a job's container lives for minutes
	STRIDE:    []lint.Category{lint.ElevationOfPrivilege},
	Refs:      []lint.Ref{"CWE-250", "CIS Docker 1.6.0 4.1", "CIS Kubernetes 1.12 5.2.7", "PSS restricted"},
	Check:     lint.SecurityContexts(check),
}

func check(p *lint.Pass, s lint.Secured) {
	if p.Unit.Kind != lint.Kubernetes {
		checkImage(p, s.Container)
		return
	}
	demand := s.Context().RunAsNonRoot
	const title = "demand that it does not run as root"
	switch {
	case knowledge.PodSecurityFor(p).TrustsNamespace(s.Pod):
	case demand.Is(false):
		p.Report(demand, "%s may run as root: Kubernetes is told not to ask what user its image has", s).
			Fix(lint.Unsafe, title, lint.Put(demand, "true"))
	case s.Container != nil:
		p.Missing(demand, "%s may run as root: nothing demands that its image has another user", s).
			Fix(lint.Unsafe, title, lint.Put(demand, "true"))
	}
}

// checkImage judges a container by its image: by the Dockerfile of the same tree that it is built from or, if it is published, by what
// is known of it.
func checkImage(p *lint.Pass, c *lint.Container) {
	if c == nil || !c.User.Absent() || c.Pod.HostUsers.Is(false) {
		return
	}
	user := p.UserOf(c)
	if !user.Known() || !user.V.IsRoot() {
		return
	}
	if c.From != nil { // the place to fix is the Dockerfile
		place, _ := c.From.User.Where()
		p.Missing(c.User, "%s names no user, and its Dockerfile leaves it to root", c).Relate(place, "the Dockerfile's word on it")
		return
	}
	p.Missing(c.User, "%s names no user, and the image %s runs as root", c, c.Image.V.Familiar()).
		Fix(lint.Unsafe, "run as an unprivileged user", lint.Put(c.User, lint.Unprivileged(p.Unit.Kind)))
}
