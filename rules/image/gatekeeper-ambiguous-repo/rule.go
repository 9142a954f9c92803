// Package gatekeeperambiguousrepo flags admission policies whose list of trusted images lets other people's in.
package gatekeeperambiguousrepo

import (
	_ "embed"
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is gatekeeper-ambiguous-repo.
var Rule = &lint.Rule{
	ID: "gatekeeper-ambiguous-repo", Group: "image", Since: "0.1", Doc: doc,
	Summary:   "The policy trusts a prefix that names of other people's images start with, too.",
	Hint:      "End each prefix with a slash or, where it is one image, with a colon.",
	Severity:  lint.Medium,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.Spoofing, lint.Tampering},
	Refs:      []lint.Ref{"CWE-183", "CIS Docker 1.6.0 4.2"},
	Check:     lint.Objects(check),
}

func check(p *lint.Pass, o *lint.Object) {
	if !strings.HasPrefix(o.APIVersion.V, "constraints.gatekeeper.sh/") || !o.Kind.Is("K8sAllowedRepos") {
		return
	}
	for _, repo := range o.Texts("spec", "parameters", "repos").Items {
		if !repo.Known() {
			continue
		}
		other := anothers(repo.V)
		if other == "" {
			continue
		}
		f := p.Report(repo, "%s trusts every image whose name starts with %q, and so %s, which anybody can publish", o, repo.V, other).Identify(repo.V)
		if isHost(repo.V) {
			f.Fix(lint.Unsafe, "trust that registry alone", lint.Put(repo, repo.V+"/"))
		}
	}
}

// anothers is an image that a prefix lets in and another person can publish; empty if there is none.
func anothers(prefix string) string {
	first, rest, nested := strings.Cut(prefix, "/")
	switch {
	case prefix == "":
		return "evil.example/app"
	case strings.ContainsAny(prefix, "@"), nested && strings.ContainsAny(rest, "/:"), !nested && strings.Contains(prefix, ":"):
		return "" // as far as an owner's name ends, or to the colon before a port or tag
	case isHost(prefix):
		return prefix + ".evil.example/app"
	case !nested, rest != "" && knowledge.IsSharedRegistry(first):
		return prefix + "-evil/app"
	}
	return ""
}

// isHost tells whether a prefix is the name of a registry and nothing else.
func isHost(prefix string) bool {
	return strings.Contains(prefix, ".") && !strings.ContainsAny(prefix, "/:")
}
