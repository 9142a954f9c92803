// Package privilegedcontainer flags containers that are handed the host.
package privilegedcontainer

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is privileged-container.
var Rule = &lint.Rule{
	ID: "privileged-container", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "The container runs privileged: it is as good as root on the host.",
	Hint:      "Drop privileged; add the one capability or device that is needed.",
	Severity:  lint.Critical,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.ElevationOfPrivilege, lint.Tampering, lint.InformationDisclosure},
	Refs:      []lint.Ref{"CWE-250", "CIS Docker 1.6.0 5.5", "CIS Kubernetes 1.12 5.2.2", "PSS baseline"},
	Check:     lint.Each(lint.Containers(check), lint.Objects(ofConstraints)),
}

func check(p *lint.Pass, c *lint.Container) {
	if !c.Privileged.Is(true) {
		return
	}
	if c.Pod.IsWindows() {
		p.Report(c.Privileged, "%s asks to be privileged, which Windows does not know: it only makes Pod Security refuse the pod", c).As(lint.Low).
			Fix(lint.Unsafe, "take it out", lint.Delete(c.Privileged))
		return
	}
	f := p.Report(c.Privileged, "%s runs privileged: it holds every capability and every device of the host", c)
	if knowledge.CanRunUnprivileged(p.Unit.Kind, c) {
		f.Fix(lint.Unsafe, "run it unprivileged", lint.Delete(c.Privileged))
	}
}

// ofConstraints judges what OpenShift lets pods ask for
// (https://docs.openshift.com/container-platform/latest/authentication/managing-security-context-constraints.html).
func ofConstraints(p *lint.Pass, o *lint.Object) {
	if allowed := o.Bool("allowPrivilegedContainer"); o.Kind.Is("SecurityContextConstraints") && allowed.Is(true) {
		p.Report(allowed, "%s lets whoever may use it run privileged containers, which hold every capability and every device of the host", o).
			Fix(lint.Unsafe, "allow none", lint.Put(allowed, "false"))
	}
}
