// Package imagepullpolicynotalways flags Kubernetes containers that start from whatever image of the name is on the node.
package imagepullpolicynotalways

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is image-pull-policy-not-always.
var Rule = &lint.Rule{
	ID: "image-pull-policy-not-always", Group: "image", Since: "0.1", Doc: doc,
	Summary:   "The node starts whatever image of that name it already has.",
	Hint:      "Name the image by its digest, or set imagePullPolicy to Always.",
	Severity:  lint.Low,
	Profile:   lint.Strict,
	Precision: lint.VeryHighPrecision,
	Kinds:     []lint.Kind{lint.Kubernetes},
	STRIDE:    []lint.Category{lint.Tampering, lint.Spoofing},
	Refs:      []lint.Ref{"CWE-494"},
	Check:     lint.Containers(check),
}

func check(p *lint.Pass, c *lint.Container) {
	if !c.Image.Known() || c.Image.V.Digest != "" || c.Retagged {
		return // a digest is the same image wherever it comes from, and what a kustomization puts there may be one
	}
	const gain = "starts whatever image of that name the node already has: an outdated one, or one that somebody put there"
	var f *lint.Finding
	switch {
	case c.PullPolicy.Is("IfNotPresent"), c.PullPolicy.Is("Never"):
		f = p.Report(c.PullPolicy, "%s "+gain, c)
	case !c.Image.V.Floating(): // without a tag, or with latest, the policy is Always unless it is said
		f = p.Missing(c.PullPolicy, "%s "+gain, c)
	}
	f.Fix(lint.Unsafe, "ask the registry at each start", lint.Put(c.PullPolicy, "Always"))
}
