// Package fromplatformconstant flags FROM with a fixed platform.
package fromplatformconstant

import (
	_ "embed"
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is from-platform-constant.
var Rule = &lint.Rule{
	ID: "from-platform-constant", Group: "build", Since: "0.1", Doc: doc,
	Summary:   "FROM fixes the platform, whatever the build asks for.",
	Hint:      "Leave the flag out, name $BUILDPLATFORM, or say the platform in the stage's name.",
	Severity:  lint.Info,
	Profile:   lint.Pedantic,
	Precision: lint.VeryHighPrecision,
	STRIDE:    []lint.Category{lint.Tampering},
	Refs:      []lint.Ref{"Docker build check FromPlatformFlagConstDisallowed", "CWE-710"},
	Check:     lint.Stages(check),
}

func check(p *lint.Pass, s *lint.Stage) {
	platform := s.Instructions[0].Flag("platform")
	if !platform.Known() || strings.Contains(platform.Value.Text(), "$") {
		return
	}
	system, architecture, ok := parse(platform.V)
	if !ok || strings.Contains(s.Name.V, system) || strings.Contains(s.Name.V, architecture) {
		return
	}
	p.Report(platform, "%s is built for %s, whatever platform the build asks for", s, lint.Label(platform.V)).Identify(platform.V)
}

// parse takes a platform such as linux/arm/v7 apart; one part alone is a system or an architecture. It is false where docker
// knows no such platform.
func parse(platform string) (system, architecture string, ok bool) {
	parts := strings.Split(strings.ToLower(platform), "/")
	switch system, _, _ = strings.Cut(parts[0], "("); {
	case len(parts) > 3 || slices.ContainsFunc(parts, malformed):
		return "", "", false
	case len(parts) > 1:
		return common(system), common(parts[1]), true
	case slices.Contains(systems, common(system)):
		return common(system), "amd64", true
	case slices.Contains(architectures, common(system)):
		return "linux", common(system), true
	}
	return "", "", false
}

var (
	systems       = strings.Fields("aix android darwin dragonfly freebsd illumos ios js linux netbsd openbsd plan9 solaris wasip1 windows zos")
	architectures = strings.Fields("386 amd64 arm arm64 loong64 mips mipsle mips64 mips64le ppc64 ppc64le riscv64 s390x wasm")
)

// common is what docker calls a system or an architecture that goes by several names.
func common(name string) string {
	switch name {
	case "macos":
		return "darwin"
	case "x86_64", "x86-64":
		return "amd64"
	case "i386":
		return "386"
	case "aarch64":
		return "arm64"
	case "armhf", "armel":
		return "arm"
	}
	return name
}

func malformed(part string) bool {
	return strings.Trim(part, "abcdefghijklmnopqrstuvwxyz0123456789_.-()") != "" || part == ""
}
