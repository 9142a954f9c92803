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
	if !c.Docker.Is("pull", "push", "build", "run", "create") {
		return o, false, false
	}
	o, found := c.Docker.Option("--disable-content-trust")
	if !found || o.Value.State == lint.Unset {
		return o, false, found
	}
	off, err := strconv.ParseBool(o.Value.Text)
	return o, !off, err == nil
}
