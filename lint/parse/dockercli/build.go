package dockercli

import (
	"path"
	"path/filepath"
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/shorthand"
)

// build reads a build command and the arguments that it gives. What a bake or compose build does not say stands in its file, and is
// not known here.
func build(line commandLine) (*lint.Build, []*lint.Assignment) {
	b := &lint.Build{Subject: line.subject()}
	p := &projection{line: line}
	if line.verb == "bake" && !line.hidden {
		b.Bake = &lint.Bake{Targets: p.targets()}
	}
	if line.verb != "build" {
		line.hidden = true
	}
	b.Folder, b.Dockerfile, b.Target = absent[string](line, ""), absent[string](line, "--file"), absent[string](line, "--target")
	b.Entitlements = absentList[lint.Val[string]](line, "--allow")
	b.Network, b.Privileged = absent[string](line, "--network"), absent[bool](line, "")
	b.Provenance, b.SBOM = absent[bool](line, "--provenance"), absent[bool](line, "--sbom")
	b.Load, b.Push = absent[bool](line, "--load"), absent[bool](line, "--push")
	p.line.hidden = line.hidden
	for _, g := range line.options {
		p.applyToBuild(b, g)
	}
	if line.verb == "build" {
		p.context(b)
	}
	switch images := b.Images; {
	case len(images) > 0 && images[0].Known():
		b.Subject += " " + lint.Label(images[0].V.Familiar())
	case b.Folder.Known():
		b.Subject += " " + lint.Label(b.Folder.V)
	}
	return b, p.env
}

// applyToBuild lets one option take effect.
func (p *projection) applyToBuild(b *lint.Build, g given) {
	switch g.name {
	case "file":
		p.file(b, g)
	case "set":
		p.override(b, g)
	case "target":
		b.Target = p.text(g)
	case "build-context":
		if name, _, found := strings.Cut(g.text(), "="); found && !strings.Contains(name, "$") {
			b.Contexts = append(b.Contexts, name)
		}
	case "tag":
		b.Images = append(b.Images, p.tag(g))
	case "build-arg":
		p.assign(g, lint.BuildArg, b)
	case "network", "net":
		b.Network = p.text(g)
	case "allow":
		p.capabilities(g, &b.Entitlements)
	case "provenance":
		b.Provenance = p.mode(g, isAttested)
	case "sbom":
		b.SBOM = p.mode(g, isAttested)
	case "attest":
		p.attest(b, g)
	case "push":
		b.Push = p.mode(g, isTrue)
	case "load":
		b.Load = p.mode(g, isTrue)
	case "output":
		to := p.mode(g, func(string) (bool, lint.State) { return true, lint.Set })
		switch text := g.text(); {
		case isRegistry(text):
			b.Push = to
		case field(text, "type=docker"), field(text, "type=local"), field(text, "type=tar"), !strings.Contains(text, "="):
			b.Load = to
		}
	}
}

// targets is what a bake command names behind its options.
func (p *projection) targets() []lint.Val[string] {
	var targets []lint.Val[string]
	for _, word := range p.line.operands {
		place, via := word.Where()
		targets = append(targets, lint.Val[string]{V: word.Text, State: word.State, Value: place, Entry: place, Via: via})
	}
	return targets
}

// file reads a --file: the Dockerfile of a build, or one of several bake files.
func (p *projection) file(b *lint.Build, g given) {
	switch {
	case p.line.verb == "build":
		b.Dockerfile = p.text(g)
	case b.Bake != nil:
		b.Bake.Files = append(b.Bake.Files, p.text(g))
	}
}

// override reads a --set of a bake command: TARGET.KEY=VALUE. The names that a target is given are the image's.
func (p *projection) override(b *lint.Build, g given) {
	text := g.text()
	key, name, _ := strings.Cut(text, "=")
	if name != "" && strings.HasSuffix(strings.TrimSuffix(key, "+"), ".tags") && !strings.Contains(key, "$") {
		value := p.written(g, shorthand.Part{Start: len(key) + 1, End: len(text)})
		image := lint.Val[lint.Image]{V: lint.ParseImage(value.V), State: value.State, Value: value.Value, Entry: value.Entry, Via: value.Via}
		if image.Known() && !image.V.Valid() {
			image.State = lint.Unknown
		}
		b.Images = append(b.Images, image)
	}
	if b.Bake != nil {
		b.Bake.Overrides = append(b.Bake.Overrides, p.text(g))
	}
}

// context reads which folder is built. A Dockerfile's path is relative to where the command runs, that of a Build to the folder.
func (p *projection) context(b *lint.Build) {
	if len(p.line.operands) > 0 {
		word := p.line.operands[0]
		place, via := word.Where()
		b.Folder = lint.Val[string]{V: word.Text, State: word.State, Value: place, Entry: place, Via: via, At: imageSlot{head: p.line.head, name: place}}
		if word.Text == "-" {
			b.Folder.State = lint.Unknown // standard input
		}
	}
	if !b.Dockerfile.Known() || path.IsAbs(b.Dockerfile.V) || b.Folder.Absent() {
		return // of the folder where the command runs, both are the same
	}
	relative, err := filepath.Rel(b.Folder.V, b.Dockerfile.V)
	if err != nil || !b.Folder.Known() || b.Dockerfile.V == "-" || strings.Contains(b.Folder.V, "://") {
		b.Dockerfile.State = lint.Unknown
		return
	}
	b.Dockerfile.V = filepath.ToSlash(relative)
}

// tag makes a value of the name that the image is given. What cannot be one is a placeholder that something else replaces.
func (p *projection) tag(g given) lint.Val[lint.Image] {
	image := locate(p.line, g, lint.ParseImage(g.text()))
	if image.Known() && !image.V.Valid() {
		image.State = lint.Unknown
	}
	return image
}

// isAttested reads a --provenance or --sbom: a boolean, or how it is to be done
// (https://docs.docker.com/reference/cli/docker/buildx/build/#provenance).
func isAttested(text string) (bool, lint.State) {
	attested, state := isTrue(text)
	return attested || state != lint.Set && text != "disabled=true", lint.Set
}

// attest reads an --attest: type=TYPE,KEY=VALUE.
func (p *projection) attest(b *lint.Build, g given) {
	attested := p.mode(g, func(text string) (bool, lint.State) { return !field(text, "disabled=true"), lint.Set })
	switch text := g.text(); {
	case field(text, "type=provenance"):
		b.Provenance = attested
	case field(text, "type=sbom"):
		b.SBOM = attested
	}
}

// isRegistry tells whether an --output is a registry (https://docs.docker.com/reference/cli/docker/buildx/build/#output).
func isRegistry(text string) bool {
	return field(text, "type=registry") || field(text, "type=image") && field(text, "push=true")
}

// field tells whether a text has a field, between commas.
func field(text, want string) bool {
	for f := range strings.SplitSeq(text, ",") {
		if strings.TrimSpace(f) == want {
			return true
		}
	}
	return false
}
