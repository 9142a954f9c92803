package lint

import "slices"

// DockerCommand is what the words of docker, podman, nerdctl, buildah or docker-compose say, options told apart from their values
// by the tool's own table of options.
type DockerCommand struct {
	// Verb is what is to be done: "run", "push", "manifest push", "compose up". The groups that only say it again are left
	// out: docker image push, docker push and podman image push are all "push", buildx build is "build".
	Verb string
	// Name is the word that says it.
	Name Word
	// Arguments is the options behind the verb, by their long names: "--publish"; the operands are an image or a container
	// and what is to run in it. They end where it is not known what a word is.
	Arguments
	// Globals is the options of the tool itself: docker --host, nerdctl --insecure-registry.
	Globals []Option
	// Hidden tells that there may be options and operands that the words do not show.
	Hidden bool
}

// Is tells whether a command does one of the things; a command of another program does none.
func (d *DockerCommand) Is(verbs ...string) bool { return d != nil && slices.Contains(verbs, d.Verb) }
