// Package sharedvolume flags volumes through which containers can change what others read.
package sharedvolume

import (
	_ "embed"

	"github.com/stridelint/stridelint/lint"
)

//go:embed doc.md
var doc string

// Rule is shared-volume.
var Rule = &lint.Rule{
	ID: "shared-volume", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "Several containers share a volume that one of them can write into.",
	Hint:      "Give each container a volume of its own; mount what only reads read-only.",
	Severity:  lint.Low,
	Profile:   lint.Strict,
	Precision: lint.HighPrecision,
	Kinds:     []lint.Kind{lint.Compose, lint.Script},
	STRIDE:    []lint.Category{lint.InformationDisclosure, lint.Tampering},
	Refs:      []lint.Ref{"CWE-668"},
	Check:     lint.Containers(check),
}

func check(p *lint.Pass, c *lint.Container) {
	for _, mount := range c.Mounts.Items {
		other, theirs := sharer(p.Unit, c, mount)
		if other == nil {
			continue
		}
		f := p.Report(mount.Source, "%s shares %s with %s: who breaks into one reads, or changes, what the other relies on", c, mount.Source.V, other).
			Identify(mount.Source.V)
		if theirs.Source.Value != mount.Source.Value { // which both have where one takes the volumes of the other
			f.Relate(theirs.Source.Value, "the other mount")
		}
	}
}

// sharer is the first container of another pod that is given the same volume, with its mount, where one of the two may write.
func sharer(u *lint.Unit, c *lint.Container, mine lint.Mount) (*lint.Container, lint.Mount) {
	if !mine.Source.Known() || mine.Type != lint.VolumeMount && mine.Type != lint.BindMount {
		return nil, lint.Mount{}
	}
	for _, other := range u.Containers() {
		for _, theirs := range other.Mounts.Items {
			same := theirs.Type == mine.Type && theirs.Source.Is(mine.Source.V)
			if other.Pod != c.Pod && same && !(mine.ReadOnly.Is(true) && theirs.ReadOnly.Is(true)) {
				return other, theirs
			}
		}
	}
	return nil, lint.Mount{}
}
