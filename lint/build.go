package lint

// Build is how a compose service has its image built, or a target of a bake file.
type Build struct {
	Container *Container // of the service; nil of a bake file

	Folder     Val[string] // the build context; unset, that of the file
	Dockerfile Val[string] // relative to it; unset, "Dockerfile"
	Target     Val[string] // the stage; unset, the last one

	Privileged   Val[bool]
	Entitlements List[Val[string]]
}

// String is the service's name.
func (b *Build) String() string { return b.Container.String() }

// Builds judges every build that a compose file describes.
func Builds(check func(*Pass, *Build)) Check {
	return visit(func(u *Unit) []*Build { return u.Builds }, check, Compose)
}
