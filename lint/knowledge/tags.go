package knowledge

import "strings"

// MovesTag tells whether a tag is moved with every build: latest, or one that is named after a branch or a state of development
// (https://docs.docker.com/build/ci/github-actions/manage-tags-labels/ makes them of branches; the names are those that Git hosts
// give to default branches, and what public images call their development builds). A tag that is not written is latest.
func MovesTag(tag string) bool {
	switch strings.ToLower(tag) {
	case "", "latest", "head", "main", "master", "trunk", "develop", "development", "dev", "edge", "nightly", "snapshot", "staging", "canary", "unstable":
		return true
	}
	return false
}
