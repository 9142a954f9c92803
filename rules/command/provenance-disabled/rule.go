// Package provenancedisabled flags builds that are told to attest nothing of the image.
package provenancedisabled

import (
	_ "embed"
	"strconv"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is provenance-disabled.
var Rule = &lint.Rule{
	ID: "provenance-disabled", Group: "command", Since: "0.1", Doc: doc,
	Summary:   "A build is told to attest nothing of where the image comes from, or of what is in it.",
	Hint:      "Take it out, or attest more: --provenance=mode=max --sbom=true.",
	Severity:  lint.Low,
	Profile:   lint.Strict,
	Kinds:     []lint.Kind{lint.Compose, lint.Script},
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.Repudiation, lint.Tampering},
	Refs:      []lint.Ref{"CWE-1357", "CIS Docker 1.6.0 4.12"},
	Check:     lint.Each(lint.Builds(checkBuild), lint.Assignments(checkVariable)),
}

func checkBuild(p *lint.Pass, b *lint.Build) {
	if b.Load.Is(true) && !b.Push.Is(true) {
		return // nothing could be attested with it
	}
	if b.Provenance.Is(false) {
		p.Report(b.Provenance, "%s leaves out the provenance: nobody can prove from which source and by whom the image was built", b).
			Identify("provenance").Fix(lint.Unsafe, "attest it", lint.Delete(b.Provenance))
	}
	if b.SBOM.Is(false) {
		p.Report(b.SBOM, "%s leaves out the list of what is in the image: nobody can look up later whether it holds what proved to be bad", b).
			Identify("sbom").Fix(lint.Unsafe, "take it out", lint.Delete(b.SBOM))
	}
}

// checkVariable looks at the variable that switches off what builds attest by themselves
// (https://docs.docker.com/build/building/variables/#buildx_no_default_attestations).
func checkVariable(p *lint.Pass, a *lint.Assignment) {
	if a.Name != "BUILDX_NO_DEFAULT_ATTESTATIONS" || !a.Value.Known() {
		return
	}
	if off, err := strconv.ParseBool(a.Value.V); err == nil && off {
		p.Report(a.Value.Entry, "builds leave out the provenance: nobody can prove from which source and by whom their images were built").Identify(a.Name)
	}
}
