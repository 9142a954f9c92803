// Package insecurerunentitlement flags build steps that are let out of the build sandbox.
package insecurerunentitlement

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is insecure-run-entitlement.
var Rule = &lint.Rule{
	ID: "insecure-run-entitlement", Group: "build", Since: "0.1", Doc: doc,
	Summary:   "A build step runs outside the sandbox of the build.",
	Hint:      "Take the entitlement out; do what needs it before or after the build.",
	Severity:  lint.High,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.ElevationOfPrivilege},
	Refs:      []lint.Ref{"CWE-250"},
	Check:     lint.Each(lint.Instructions(ofRun, "RUN"), lint.Builds(ofBuild)),
}

func ofRun(p *lint.Pass, _ *lint.Stage, in *lint.Instruction) {
	if security := in.Flag("security"); security.Is("insecure") {
		p.Report(security.Entry, "this step runs without a sandbox: it holds every capability and the devices of the machine that builds").
			Identify("security").Fix(lint.Unsafe, "run it in the sandbox", lint.Delete(security))
	}
	if network := in.Flag("network"); network.Is("host") {
		p.Report(network.Entry, "this step runs in the network of the machine that builds: it reaches what listens on its loopback interface").
			Identify("network").Fix(lint.Unsafe, "give it a network of its own", lint.Delete(network))
	}
}

func ofBuild(p *lint.Pass, b *lint.Build) {
	if b.Privileged.Is(true) {
		p.Report(b.Privileged, "%s is built privileged: each step of the build holds every capability and the devices of the machine that builds", b).
			Identify("privileged").Fix(lint.Unsafe, "build in the sandbox", lint.Delete(b.Privileged))
	}
	for _, entitlement := range b.Entitlements.Items {
		if entitlement.Is("security.insecure") || entitlement.Is("network.host") {
			p.Report(entitlement, "%s is given %s: any step of the build can ask for it", b, entitlement.V).
				Identify(entitlement.V).Fix(lint.Unsafe, "take it away", lint.Delete(entitlement))
		}
	}
}
