package parse

import (
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/dockercli"
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
	for _, session := range u.Sessions {
		for _, command := range session.Commands {
			for _, name := range imagesMade(command) {
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

// imagesMade is the names that a command gives to images on this machine.
func imagesMade(c *lint.Command) []string {
	if !dockercli.Knows(c.Program) && c.Program != "buildah" || len(c.Words) < 2 {
		return nil
	}
	words := c.Words[1:]
	switch words[0].Text {
	case "image", "builder", "buildx", "container": // their groups have the same commands
		words = words[1:]
	}
	if len(words) == 0 {
		return nil
	}
	switch verb, words := words[0].Text, words[1:]; {
	case verb == "build" || verb == "bud":
		return tagsOf(words)
	case (verb == "tag" || verb == "commit") && len(words) >= 2 && words[len(words)-1].State == lint.Set:
		return []string{words[len(words)-1].Text}
	}
	return nil
}

// tagsOf is the values of --tag among the words of a build.
func tagsOf(words []lint.Word) []string {
	var tags []string
	for i, w := range words {
		tag, found := strings.CutPrefix(w.Text, "--tag=")
		if !found && !strings.HasPrefix(w.Text, "--") {
			tag, found = strings.CutPrefix(w.Text, "-t")
			tag = strings.TrimPrefix(tag, "=")
		}
		if w.Text == "--tag" || found && tag == "" {
			if i+1 == len(words) {
				break
			}
			w = words[i+1]
			tag, found = w.Text, true
		}
		if found && w.State == lint.Set {
			tags = append(tags, tag)
		}
	}
	return tags
}
