package run

import (
	"path/filepath"
	"slices"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse"
)

// overlays is the ways on which kustomizations of a run reach a file, by its place on disk: each is the innermost of them, with those
// around it. The way to a kustomization's own file goes through it.
type overlays map[string][]*layer

// layer is a kustomization on one of the ways through it.
type layer struct {
	images []parse.Replacement // its own, or those of its components, which come before
	outer  *layer              // the one behind it, or nil
}

// overlaysOf follows the kustomizations among the inputs, from those that none of the others takes for a resource. What leads out of
// the inputs is not followed.
func overlaysOf(inputs []Input) overlays {
	w := overlayWalk{folders: map[string]kustomization{}, ways: overlays{}}
	var order []string
	for _, in := range inputs {
		if !parse.IsKustomization(in.Path) || in.place() == "" || in.Linked || in.Excluded {
			continue
		}
		if text, err := in.read(); err == nil {
			unlessPanic(func() {
				folder := filepath.Dir(in.place())
				w.folders[folder] = kustomization{in.place(), parse.ReadKustomization(lint.NewFile(in.Path, text))}
				order = append(order, folder)
			})
		}
	}
	inner := map[string]bool{}
	for folder, k := range w.folders {
		for _, names := range [...][]string{k.Resources, k.Components} {
			for _, name := range names {
				if other := below(folder, filepath.FromSlash(name)); other != folder {
					inner[other] = true
				}
			}
		}
	}
	for _, folder := range order {
		if !inner[folder] {
			w.follow(folder, nil, 0)
		}
	}
	if w.steps > maxSteps {
		return nil // it is not known who else reaches a file
	}
	return w.ways
}

// kustomization is one of the run's, with the place of its file.
type kustomization struct {
	file string
	parse.Kustomization
}

// maxSteps is how many files and folders are reached on all ways, and maxNesting how many kustomizations a way leads through.
const (
	maxSteps   = 100_000
	maxNesting = 20
)

// overlayWalk follows kustomizations.
type overlayWalk struct {
	folders map[string]kustomization
	ways    overlays
	steps   int
}

// follow notes what the kustomization of a folder reaches.
func (w *overlayWalk) follow(folder string, outer *layer, depth int) {
	k := w.folders[folder]
	own := &layer{images: k.Images, outer: outer}
	w.reach(k.file, own)
	w.take(folder, k.Components, own, depth)
	if images := w.componentImages(folder, depth); len(images) > 0 {
		own = &layer{images: images, outer: own}
	}
	w.take(folder, k.Resources, own, depth)
	w.take(folder, k.Patches, own, depth)
}

// take follows what a kustomization names.
func (w *overlayWalk) take(folder string, names []string, through *layer, depth int) {
	for _, name := range names {
		place := below(folder, filepath.FromSlash(name))
		if _, isFolder := w.folders[place]; !isFolder {
			w.reach(place, through)
		} else if depth < maxNesting && w.steps <= maxSteps {
			w.follow(place, through, depth+1)
		}
	}
}

// reach notes one way to a file.
func (w *overlayWalk) reach(file string, through *layer) {
	if w.steps++; w.steps <= maxSteps {
		w.ways[file] = append(w.ways[file], through)
	}
}

// componentImages is what the components of a kustomization replace, theirs first.
func (w *overlayWalk) componentImages(folder string, depth int) []parse.Replacement {
	var images []parse.Replacement
	for _, name := range w.folders[folder].Components {
		if w.steps++; depth < maxNesting && w.steps <= maxSteps {
			component := below(folder, filepath.FromSlash(name))
			images = append(images, w.componentImages(component, depth+1)...)
			images = append(images, w.folders[component].Images...)
		}
	}
	return images
}

// mark tells the images of an input which of them get another tag or digest on every way that is known. There is at least one.
func (o overlays) mark(in Input, units []*lint.Unit) {
	ways := o[in.place()]
	if len(ways) == 0 {
		return
	}
	for _, u := range units {
		for _, c := range u.Containers() {
			c.Retagged = c.Image.Known() && !slices.ContainsFunc(ways, func(l *layer) bool { return !l.retags(c.Image.V) })
		}
		for _, use := range u.Images { // the file is a kustomization: what it replaces itself, only those around it replace again
			use.Retagged = use.Image.Known() && !slices.ContainsFunc(ways, func(l *layer) bool { return !l.outer.retags(use.Image.V) })
		}
	}
}

// retags tells whether an image gets another tag or digest between here and the outermost kustomization.
func (l *layer) retags(image lint.Image) bool {
	image.Tag, image.Digest = "", ""
	retagged := false
	for ; l != nil; l = l.outer {
		for _, r := range l.images {
			if r.Image != image {
				continue
			}
			if retagged = retagged || r.Retagged; r.Renamed != (lint.Image{}) {
				image = r.Renamed
			}
		}
	}
	return retagged
}
