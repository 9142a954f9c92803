package knowledge

import (
	"cmp"
	"slices"
	"strings"
)

// composeFileKeys is the order of the keys of a compose file; keys that are not named come last. This order and the next are dclint's,
// so that two linters do not ask for two orders
// (https://github.com/zavoloklom/docker-compose-linter/blob/v3.1.0/docs/rules/top-level-properties-order-rule.md and
// service-keys-order-rule.md beside it, read in November 2026).
var composeFileKeys = [...]string{"version", "name", "include", "services", "networks", "volumes", "secrets", "configs"}

// composeServiceKeys is the order of the keys of a service: what it is and needs, what it is given, how it is reached, how it runs.
// Others come last, by their names.
var composeServiceKeys = [...]string{
	"image", "build", "container_name", "depends_on",
	"volumes", "volumes_from", "configs", "secrets",
	"environment", "env_file",
	"ports", "networks", "network_mode", "extra_hosts",
	"command", "entrypoint", "working_dir", "restart", "healthcheck",
	"logging", "labels", "user", "isolation",
}

// CompareComposeFileKeys compares two keys of a compose file by where they belong. Extensions come first, so that anchors in them
// stand before their aliases.
func CompareComposeFileKeys(a, b string) int {
	extension := func(key string) int {
		if strings.HasPrefix(key, "x-") {
			return 0
		}
		return 1
	}
	return cmp.Or(cmp.Compare(extension(a), extension(b)), compareByOrder(composeFileKeys[:], a, b))
}

// CompareComposeServiceKeys compares two keys of a service of a compose file by where they belong.
func CompareComposeServiceKeys(a, b string) int { return compareByOrder(composeServiceKeys[:], a, b) }

// compareByOrder compares by the place in an order, then by the name. What the order does not name comes last.
func compareByOrder(order []string, a, b string) int {
	place := func(key string) int {
		if i := slices.Index(order, key); i >= 0 {
			return i
		}
		return len(order)
	}
	return cmp.Or(cmp.Compare(place(a), place(b)), strings.Compare(a, b))
}
