package lint

// Build is one way in which an image is built: that of a compose service, of a target of a bake file, of a docker build.
type Build struct {
	Container *Container // of the service; nil elsewhere

	Folder     Val[string] // the build context; unset, that of the file
	Dockerfile Val[string] // relative to it; unset, "Dockerfile"
	Target     Val[string] // the stage; unset, the last one
	// Images is the names that what is built is given: docker build --tag, a service's image beside its build.
	Images []Val[Image]

	Privileged   Val[bool]
	Entitlements List[Val[string]]
}

// String is the service's name.
func (b *Build) String() string { return b.Container.String() }

// Builds judges every build that a compose file describes.
func Builds(check func(*Pass, *Build)) Check {
	return visit(func(u *Unit) []*Build { return u.Builds }, check, Compose)
}
