package parse

import (
	"github.com/stridelint/stridelint/lint"
)

// markBuilt marks the containers whose image the unit itself makes: another service of the compose file builds it, or a docker
// build, tag or commit of the script names it. Their images are results, not sources.
func markBuilt(u *lint.Unit) {
	made := map[lint.Image]bool{}
	containers := u.Containers()
	for _, c := range containers {
		if c.Built && c.Image.Known() {
			made[c.Image.V.Tagged()] = true
		}
	}
	for _, build := range u.Builds {
		for _, image := range build.Images {
			if image.Known() {
				made[image.V.Tagged()] = true
			}
		}
	}
	for _, session := range u.Sessions {
		for _, command := range session.Commands {
			if name, ok := named(command.Docker); ok {
				made[lint.ParseImage(name).Tagged()] = true
			}
		}
	}
	if len(made) == 0 {
		return
	}
	for _, c := range containers {
		c.Built = c.Built || c.Image.Known() && made[c.Image.V.Tagged()]
	}
}

// named is the name that a tag or commit gives to an image of this machine.
func named(d *lint.DockerCommand) (string, bool) {
	if !d.Is("tag", "commit", "compose commit") || len(d.Operands) < 2 {
		return "", false
	}
	last := d.Operands[len(d.Operands)-1]
	return last.Text, last.State == lint.Set
}
