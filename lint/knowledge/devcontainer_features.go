package knowledge

import "strings"

// FeatureGrant is what a feature of a devcontainer has the container given.
type FeatureGrant struct {
	Privileged bool
	HostPath   string // that is mounted; empty if none is
}

// devcontainerFeatures is what features of https://github.com/devcontainers/features ask for in their devcontainer-feature.json, by
// their names there, those of earlier days with them. Read in November 2026.
var devcontainerFeatures = map[string]FeatureGrant{
	"docker-in-docker":         {Privileged: true},
	"docker-outside-of-docker": {HostPath: "/var/run/docker.sock"},
	"docker-from-docker":       {HostPath: "/var/run/docker.sock"},
}

// DevcontainerFeature is what the feature of an identifier, with or without a version, has its container given.
func DevcontainerFeature(id string) FeatureGrant {
	id = strings.TrimPrefix(id, "ghcr.io/devcontainers/features/")
	id, _, _ = strings.Cut(id, "@")
	id, _, _ = strings.Cut(id, ":")
	return devcontainerFeatures[id]
}
