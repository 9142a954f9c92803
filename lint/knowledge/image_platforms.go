package knowledge

import (
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// architectureUsers is the users of Docker Hub under which the official images are published once more, each for one platform.
// https://github.com/docker-library/official-images#architectures-other-than-amd64, November 2026
var architectureUsers = map[string]lint.Platform{
	"amd64":    {System: "linux", Architecture: "amd64"},
	"arm32v5":  {System: "linux", Architecture: "arm"},
	"arm32v6":  {System: "linux", Architecture: "arm"},
	"arm32v7":  {System: "linux", Architecture: "arm"},
	"arm64v8":  {System: "linux", Architecture: "arm64"},
	"i386":     {System: "linux", Architecture: "386"},
	"mips64le": {System: "linux", Architecture: "mips64le"},
	"ppc64le":  {System: "linux", Architecture: "ppc64le"},
	"riscv64":  {System: "linux", Architecture: "riscv64"},
	"s390x":    {System: "linux", Architecture: "s390x"},
	"winamd64": {System: "windows", Architecture: "amd64"},
}

// ImagePlatform is the one platform that an image can only be of, if its name tells. The architecture is empty where there can be several.
func ImagePlatform(i lint.Image) (lint.Platform, bool) {
	registry, rest, _ := strings.Cut(i.Qualified(), "/")
	user, _, _ := strings.Cut(rest, "/")
	switch registry {
	case "docker.io":
		platform, known := architectureUsers[user]
		return platform, known
	case "mcr.microsoft.com":
		// https://learn.microsoft.com/en-us/virtualization/windowscontainers/manage-containers/container-base-images
		return lint.Platform{System: "windows"}, user == "windows"
	}
	return lint.Platform{}, false
}
