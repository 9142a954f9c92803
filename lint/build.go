package lint

// Build is how an image is built: for a compose service, a target of a bake file, or by a docker build in a script.
type Build struct {
	Subject   string
	Container *Container // of the compose service; nil elsewhere

	// Start is the folder in which a relative build context starts, in the way of File.Path; empty, that of the file.
	Start      string
	Folder     Val[string] // the build context; unset, that of the file
	Dockerfile Val[string] // relative to it; unset, "Dockerfile"
	Target     Val[string] // the stage; unset, the last one
	// Contexts is the names of further contexts, which FROM and COPY --from can name as they do images.
	Contexts []string
	// Bake is what is built of bake files, which say the rest; nil where the build says it itself.
	Bake *Bake
	// Inline is a Dockerfile that stands in the file itself, in the place of one beside it.
	Inline Val[string]
	// Images is the names that what is built is given: docker build --tag, a service's image beside its build.
	Images []Val[Image]

	// Network is the network of the build's steps: "default", "none", "host".
	Network      Val[string]
	Privileged   Val[bool]
	Entitlements List[Val[string]]

	// Provenance and SBOM are false where the build is told to attest nothing of where the image comes from, and of what is in it.
	Provenance, SBOM Val[bool]
	// Load is true where the image goes to the images of this machine, which keep no attestations, or is no image at all but files.
	Load Val[bool]
	// Push is true where the image goes to a registry once it is built.
	Push Val[bool]
}

// Bake is which targets of some bake files are built (https://docs.docker.com/build/bake/reference/). Paths are relative to where the
// command runs, those in the files too.
type Bake struct {
	Files     []Val[string] // each laid over those before it; none, those that bake finds by itself
	Targets   []Val[string] // and groups of them; none, the one called "default"
	Overrides []Val[string] // "TARGET.KEY=VALUE"
}

// String is the build's name in messages: "service web", "docker build shop/web:1".
func (b *Build) String() string {
	if b.Subject == "" && b.Container != nil {
		return b.Container.String()
	}
	return b.Subject
}

// Lose tells that it is not known where the build's command runs, and so not what it builds.
func (b *Build) Lose() { b.Folder.State, b.Bake = Unknown, nil }

// Builds judges every build that a compose file or a script describes.
func Builds(check func(*Pass, *Build)) Check {
	return visit(func(u *Unit) []*Build { return u.Builds }, check, Compose, Script)
}
