package knowledge

import "slices"

// sharedRegistries is the public registries in which everybody can have a name of their own, the first element of a repository's
// path. Read in November 2026:
// https://docs.docker.com/docker-hub/repos/, https://docs.quay.io/guides/create-repo.html,
// https://docs.github.com/en/packages/working-with-a-github-packages-registry/working-with-the-container-registry,
// https://docs.gitlab.com/user/packages/container_registry/, https://cloud.google.com/artifact-registry/docs/docker/names,
// https://docs.aws.amazon.com/AmazonECR/latest/public/public-registries.html
var sharedRegistries = [...]string{
	"docker.io", "index.docker.io", "quay.io", "ghcr.io", "registry.gitlab.com", "public.ecr.aws",
	"gcr.io", "us.gcr.io", "eu.gcr.io", "asia.gcr.io",
}

// IsSharedRegistry tells whether a registry is one in which everybody can publish under a name of their own.
func IsSharedRegistry(host string) bool { return slices.Contains(sharedRegistries[:], host) }
