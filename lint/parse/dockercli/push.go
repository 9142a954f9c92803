package dockercli

import (
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// pushes reads what a command sends to a registry: one for each name; none if it sends nothing.
func pushes(line commandLine, build *lint.Build) []*lint.Push {
	p := &projection{line: line}
	by, _ := line.name.Where()
	switch line.verb {
	case "push", "manifest push":
		if pushed := p.pushed(); pushed != nil {
			return []*lint.Push{pushed}
		}
	case "compose push":
		return []*lint.Push{{Subject: line.subject(), Image: lint.Val[lint.Image]{State: lint.Unknown, Value: by}, All: true, By: by}}
	case "imagetools create":
		var all []*lint.Push
		for _, g := range line.options {
			if g.name == "tag" {
				all = append(all, &lint.Push{Subject: line.subject(), Image: p.tag(g), By: by})
			}
		}
		return all
	case "build", "bake", "compose build":
		return built(build)
	}
	return nil
}

// pushed reads a push. podman and buildah can send the image elsewhere than to a registry, and under another name.
func (p *projection) pushed() *lint.Push {
	if len(p.line.operands) == 0 {
		return nil
	}
	word := p.line.operands[0]
	if p.line.program != "docker" {
		word = p.line.operands[min(1, len(p.line.operands)-1)]
	}
	if isLocal(word.Text) {
		return nil
	}
	place, via := word.Where()
	by, _ := p.line.name.Where()
	push := &lint.Push{Subject: p.line.subject(), By: by, All: p.line.has("all-tags"), Signed: p.line.signs()}
	push.Image = lint.Val[lint.Image]{V: lint.ParseImage(strings.TrimPrefix(word.Text, "docker://")), State: word.State, Value: place, Entry: place, Via: via}
	if push.Image.Known() && !push.Image.V.Valid() {
		push.Image.State = lint.Unknown
	}
	if push.Image.Known() {
		push.Subject += " " + lint.Label(push.Image.V.Familiar())
	}
	return push
}

// signs tells whether a push signs what it pushes: by podman's options, nerdctl's, or docker's retired content trust.
func (l *commandLine) signs() bool {
	return slices.ContainsFunc(l.options, func(g given) bool {
		return strings.HasPrefix(g.name, "sign") && g.text() != "none" || g.name == "disable-content-trust" && g.text() == "false"
	})
}

// built is what a build sends to a registry.
func built(b *lint.Build) []*lint.Push {
	if !b.Push.Is(true) {
		return nil
	}
	if len(b.Images) == 0 {
		return []*lint.Push{{Subject: b.Subject, Image: lint.Val[lint.Image]{State: lint.Unknown, Value: b.Push.Value}, All: true, By: b.Push.Value}}
	}
	var all []*lint.Push
	for _, image := range b.Images {
		all = append(all, &lint.Push{Subject: b.Subject, Image: image, By: b.Push.Value})
	}
	return all
}
