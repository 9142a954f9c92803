package lint

// Build is how a compose service has its image built.
type Build struct {
	Container    *Container
	Privileged   Val[bool]
	Entitlements List[Val[string]]
}

// String is the service's name.
func (b *Build) String() string { return b.Container.String() }

// Builds judges every build that a compose file describes.
func Builds(check func(*Pass, *Build)) Check {
	return visit(func(u *Unit) []*Build { return u.Builds }, check, Compose)
}
