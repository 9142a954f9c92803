package lint

import (
	"slices"
	"strings"
)

// Platform is what an image is made for.
type Platform struct {
	System       string // "linux"
	Architecture string // "amd64"; empty where only the system is named, which means that of the machine
}

// String is the platform as a Dockerfile writes it.
func (p Platform) String() string {
	if p.Architecture == "" {
		return p.System
	}
	return p.System + "/" + p.Architecture
}

// ParsePlatform takes a platform such as linux/arm/v7 apart; one part alone is a system, or an architecture of Linux. It is false
// where docker knows no such platform (https://github.com/containerd/platforms).
func ParsePlatform(text string) (Platform, bool) {
	parts := strings.Split(strings.ToLower(text), "/")
	system, _, _ := strings.Cut(parts[0], "(")
	system = commonName(system)
	switch {
	case len(parts) > 3 || slices.ContainsFunc(parts, malformedPart):
		return Platform{}, false
	case len(parts) > 1:
		return Platform{system, commonName(parts[1])}, true
	case slices.Contains(systems, system):
		return Platform{System: system}, true
	case slices.Contains(architectures, system):
		return Platform{"linux", system}, true
	}
	return Platform{}, false
}

var (
	systems = []string{"aix", "android", "darwin", "dragonfly", "freebsd", "illumos", "ios", "js", "linux", "netbsd", "openbsd", "plan9",
		"solaris", "wasip1", "windows", "zos"}
	architectures = []string{"386", "amd64", "arm", "arm64", "loong64", "mips", "mipsle", "mips64", "mips64le", "ppc64", "ppc64le", "riscv64",
		"s390x", "wasm"}
)

// commonName is what docker calls a system or an architecture that goes by several names.
func commonName(name string) string {
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

func malformedPart(part string) bool {
	return strings.Trim(part, "abcdefghijklmnopqrstuvwxyz0123456789_.-()") != "" || part == ""
}
