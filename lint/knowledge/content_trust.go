package knowledge

import (
	"strconv"

	"github.com/stridelint/stridelint/lint"
)

// ContentTrust tells whether an assignment is of the variable that switches Docker content trust, and to what, as docker reads it.
func ContentTrust(a *lint.Assignment) (on, said bool) {
	if a.Name != "DOCKER_CONTENT_TRUST" || !a.Value.Known() {
		return false, false
	}
	on, err := strconv.ParseBool(a.Value.V)
	return on, err == nil
}

// ContentTrustOption finds the option of a docker command that switches content trust, and tells to what.
func ContentTrustOption(c *lint.Command) (o lint.Option, on, said bool) {
	if c.Program != "docker" && c.Program != "podman" {
		return o, false, false
	}
	args := Arguments(c)
	if !args.Begin("pull") && !args.Begin("push") && !args.Begin("build") && !args.Begin("image") {
		return o, false, false // behind docker run stand the container's own options
	}
	o, found := args.Option("--disable-content-trust")
	if !found || o.Value.State == lint.Unset {
		return o, false, found
	}
	off, err := strconv.ParseBool(o.Value.Text)
	return o, !off, err == nil
}
