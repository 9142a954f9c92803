package lint

import (
	"path"
	"slices"
	"strings"
)

// ShellOf tells whether a container finds a shell at /bin/sh: that of its image, unless something may be mounted over it.
func (w World) ShellOf(c *Container) Fact[bool] {
	switch {
	case slices.ContainsFunc(c.Mounts.Items, func(m Mount) bool { return !m.Target.Known() || mayHoldShell(m.Target.V) }):
		return Fact[bool]{}
	case c.From != nil:
		return w.ShellOfStage(c.From, nil)
	case c.Built || !c.Image.Known():
		return Fact[bool]{}
	}
	return w.Images.Lookup(c.Image.V).Shell
}

// ShellOfStage tells whether a stage has a shell when it comes to an instruction or, if that is nil, in the end. Its base image's
// shell stays; what a base image lacks, COPY, ADD and a RUN that needs no shell may bring.
func (w World) ShellOfStage(s *Stage, before *Instruction) Fact[bool] {
	base := s.Origin().Base
	if !base.Known() {
		return Fact[bool]{}
	}
	shell := Know(false)
	if !base.V.IsScratch() {
		shell = w.Images.Lookup(base.V).Shell
	}
	if shell == Know(false) && s.bringsShell(before) {
		return Fact[bool]{}
	}
	return shell
}

// bringsShell tells whether the instructions of a stage up to one, or all of them, and of those that it builds on, may bring a shell
// or look for another.
func (s *Stage) bringsShell(before *Instruction) bool {
	folder := "/"
	for _, stage := range slices.Backward(slices.Collect(s.Chain())) {
		for _, in := range stage.Instructions {
			if in == before {
				return false
			}
			if triggered := in.Triggered(); triggered != nil && stage != s {
				in = triggered
			}
			switch last := len(in.Args) - 1; {
			case in.Name == "SHELL", in.Name == "RUN" && (in.JSON || len(in.Flags) > 0):
				return true
			case in.Name == "WORKDIR" && last >= 0:
				folder = path.Join(folder, in.Args[0].Text)
				if strings.HasPrefix(in.Args[0].Text, "/") {
					folder = path.Clean(in.Args[0].Text)
				}
			case (in.Name == "COPY" || in.Name == "ADD") && last > 0:
				destination := in.Args[last]
				if !path.IsAbs(destination.Text) {
					destination.Text = path.Join(folder, destination.Text)
				}
				if destination.State != Set || mayHoldShell(destination.Text) {
					return true
				}
			}
		}
	}
	return false
}

// mayHoldShell tells whether what is put at an absolute path can be a shell at /bin/sh, which may be a link to /usr/bin/sh.
func mayHoldShell(place string) bool {
	switch path.Clean(place) {
	case "/", "/bin", "/bin/sh", "/usr", "/usr/bin", "/usr/bin/sh":
		return true
	}
	return false
}
