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
	Check:     lint.PerUnit(func(u *lint.Unit) lint.Check { return lint.Containers(usesOf(u).check) }),
}

// volume is what several containers can be given.
type volume struct {
	kind   lint.MountType
	source string
}

// use is a container that is given a volume, with its mount.
type use struct {
	by    *lint.Container
	mount lint.Mount
}

// uses is who is given a volume, and of them those who may write: one of each pod, in the order of the file.
type uses struct{ all, writing map[volume][]use }

func usesOf(u *lint.Unit) uses {
	found := uses{map[volume][]use{}, map[volume][]use{}}
	for _, c := range u.Containers() {
		for _, mount := range c.Mounts.Items {
			add(found.all, c, mount)
			if !mount.ReadOnly.Is(true) {
				add(found.writing, c, mount)
			}
		}
	}
	return found
}

func add(to map[volume][]use, c *lint.Container, mount lint.Mount) {
	key := volume{mount.Type, mount.Source.V}
	before := to[key]
	if mount.Source.Known() && (len(before) == 0 || before[len(before)-1].by.Pod != c.Pod) {
		to[key] = append(before, use{c, mount})
	}
}

func (u uses) check(p *lint.Pass, c *lint.Container) {
	for _, mount := range c.Mounts.Items {
		other, shared := u.sharer(c, mount)
		if !shared {
			continue
		}
		f := p.Report(mount.Source, "%s shares %s with %s: who breaks into one reads, or changes, what the other relies on", c, mount.Source.V, other.by).
			Identify(mount.Source.V)
		if other.mount.Source.Value != mount.Source.Value { // which both have where one takes the volumes of the other
			f.Relate(other.mount.Source.Value, "the other mount")
		}
	}
}

// sharer is the first container of another pod that is given the same volume, where one of the two may write.
func (u uses) sharer(c *lint.Container, mine lint.Mount) (use, bool) {
	if !mine.Source.Known() || mine.Type != lint.VolumeMount && mine.Type != lint.BindMount {
		return use{}, false
	}
	from := u.all
	if mine.ReadOnly.Is(true) {
		from = u.writing
	}
	for _, other := range from[volume{mine.Type, mine.Source.V}] {
		if other.by.Pod != c.Pod {
			return other, true
		}
	}
	return use{}, false
}
