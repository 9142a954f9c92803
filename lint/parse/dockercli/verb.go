package dockercli

// Knows tells whether a program's command lines are read.
func Knows(program string) bool {
	switch program {
	case "docker", "podman", "nerdctl", "buildah", "docker-compose":
		return true
	}
	return false
}

// isGroup tells whether a word behind a group, or behind the program, is a group of subcommands rather than one itself.
func isGroup(group, word string) bool {
	switch word {
	case "container", "image", "builder", "buildx", "compose", "manifest", "trust":
		return group == ""
	case "imagetools":
		return group == "buildx"
	}
	return false
}

// groupOptions is the options that stand between a group and its subcommand.
func groupOptions(group string) table {
	switch group {
	case "compose":
		return composeOptions
	case "buildx", "imagetools":
		return buildxOptions
	}
	return globalOptions
}

// canonical is what a subcommand of a group does, see lint.DockerCommand.
func canonical(group, name string) string {
	switch group {
	case "compose", "manifest", "trust", "imagetools":
		return group + " " + name
	case "buildx":
		switch name {
		case "b":
			return "build"
		case "f":
			return "bake"
		case "build", "bake":
			return name
		}
		return group + " " + name
	}
	if name == "bud" { // buildah's name for it
		return "build"
	}
	return name
}

// verb is how the words behind a subcommand are read.
type verb struct {
	options table
	mixed   bool // options may stand behind operands; else the first operand ends them
}

// verbOf is how the words behind a subcommand are read. One that no view and no rule asks about has no options that are known.
func verbOf(name string) verb {
	switch name {
	case "run", "create":
		return verb{runOptions, false}
	case "exec":
		return verb{execOptions, false}
	case "build":
		return verb{buildOptions, true}
	case "bake":
		return verb{bakeOptions, true}
	case "commit", "compose commit":
		return verb{commitOptions, true}
	case "push", "manifest push":
		return verb{pushOptions, true}
	case "manifest create", "manifest add", "manifest inspect":
		return verb{manifestOptions, true}
	case "pull":
		return verb{pullOptions, true}
	case "login":
		return verb{loginOptions, true}
	case "tag", "trust sign":
		return verb{trustOptions, true}
	case "imagetools create":
		return verb{imagetoolsOptions, true}
	case "compose run":
		return verb{composeRunOptions, false}
	case "compose exec":
		return verb{composeExecOptions, false}
	case "compose build":
		return verb{composeBuildOptions, true}
	case "compose push":
		return verb{composePushOptions, true}
	}
	return verb{mixed: true}
}
