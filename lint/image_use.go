package lint

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// ImageUse is one place that names a published image to build on, to take files from or to run.
type ImageUse struct {
	Image Val[Image]
	Role  ImageRole
	// Made tells that the unit, or a build beside it, makes the image: it is a result, not a source.
	Made bool
	// Retagged tells that a kustomization of the run puts another tag or digest in the place of those that are written.
	Retagged bool
	Owner    fmt.Stringer // the stage, the container, the item of a kustomization
}

// Pins tells whether the tag and the digest that are written here are those that are used.
func (u *ImageUse) Pins() bool { return !u.Made && !u.Retagged && u.Role != NewName }

// String is the owner's name.
func (u *ImageUse) String() string { return u.Owner.String() }

// ImageRole is what an image is used for.
type ImageRole uint8

const (
	Base     ImageRole = iota // FROM: a stage builds on it
	CopiedOf                  // COPY --from, RUN --mount=from, a pod's volume: files of it are used
	RunOf                     // a container runs it
	NewName                   // a kustomization puts its name in the place of another
	NewTag                    // a kustomization puts its tag or digest in the place of another's
)

// Noun is what messages call the image.
func (r ImageRole) Noun() string {
	if r == Base {
		return "base image"
	}
	return "image"
}

// Images judges every place that names an image. Stages, and scratch, are none.
func Images(check func(*Pass, *ImageUse)) Check {
	return Check{kinds: []Kind{Dockerfile, Compose, Kubernetes, Script}, run: func(p *Pass) { visitAll(p, p.images, check) }}
}

// ImageUses is every place of the unit that names an image, in the order of its stages and containers.
func (u *Unit) ImageUses() []*ImageUse {
	var uses []*ImageUse
	stages := map[string]bool{}
	for _, s := range u.Stages {
		stages[s.Name.V] = true
	}
	for _, s := range u.Stages {
		if s.Base.State != Unset && !s.Base.V.IsScratch() && !u.IsContext(s.Base.V.Familiar()) {
			uses = append(uses, &ImageUse{Image: s.Base, Role: Base, Owner: s})
		}
		for _, in := range s.Instructions {
			for _, name := range in.sources() {
				if image := imageOf(name); !stages[strings.ToLower(name.V)] && !isIndex(name.V) && !image.V.IsScratch() && !u.IsContext(name.V) {
					uses = append(uses, &ImageUse{Image: image, Role: CopiedOf, Owner: s})
				}
			}
		}
	}
	for _, c := range u.Containers() {
		if c.Image.State != Unset {
			uses = append(uses, &ImageUse{Image: c.Image, Role: RunOf, Made: c.Built, Retagged: c.Retagged, Owner: c})
		}
	}
	return append(uses, u.Images...)
}

// IsContext tells whether a name is that of a further context, which a build takes instead of an image of that name
// (https://docs.docker.com/reference/cli/docker/buildx/build/#build-context).
func (u *Unit) IsContext(name string) bool {
	return slices.ContainsFunc(u.Contexts, func(context string) bool { return ParseImage(context).Tagged() == ParseImage(name).Tagged() })
}

// sources is the stages and images that an instruction of this build takes files from.
func (in *Instruction) sources() []Val[string] {
	var names []Val[string]
	for _, flag := range in.Flags {
		switch {
		case flag.Value.State == Unset:
		case in.Name == "COPY" && flag.Name == "from":
			names = append(names, flag.Value)
		case in.Name == "RUN" && flag.Name == "mount":
			if from := option(flag.Value, "from"); from.State != Unset {
				names = append(names, from)
			}
		}
	}
	return names
}

// option is one name=value among those that a flag's value holds, with commas between.
func option(flag Val[string], name string) Val[string] {
	for field := range strings.SplitSeq(flag.V, ",") {
		key, v, found := strings.Cut(field, "=")
		if !found || !strings.EqualFold(key, name) {
			continue
		}
		value := Val[string]{V: v, State: Set, Value: flag.Value, Entry: flag.Entry}
		if strings.Contains(v, "$") {
			value.State = Unknown
		}
		if i := strings.Index(flag.Value.Text(), field); i >= 0 { // no escapes, no continuation within
			end := flag.Value.Start + i + len(field)
			value.Value = Span{flag.Value.File, end - len(v), end}
		}
		return value
	}
	return Val[string]{}
}

func imageOf(name Val[string]) Val[Image] {
	return Val[Image]{V: ParseImage(name.V), State: name.State, Value: name.Value, Entry: name.Entry, Via: name.Via}
}

// StageNamed is the stage that a name or a number stands for in COPY --from, or nil.
func (u *Unit) StageNamed(name string) *Stage {
	if i, err := strconv.Atoi(name); err == nil {
		if 0 <= i && i < len(u.Stages) {
			return u.Stages[i]
		}
		return nil
	}
	if named := u.stagesNamed(strings.ToLower(name)); name != "" && len(named) > 0 {
		return named[0]
	}
	return nil
}

// isIndex tells whether a name is the number of a stage.
func isIndex(name string) bool {
	_, err := strconv.Atoi(name)
	return err == nil
}
