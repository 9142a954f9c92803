// Package dockercli reads the command lines of docker, podman, nerdctl and those that are used like them. It projects each onto the
// views of what it does: a container that runs, a process that is started in one, a build. Their values have the places of their words.
package dockercli

import "github.com/stridelint/stridelint/lint"

// Views is what one command line does.
type Views struct {
	Pod         *lint.Pod // or nil
	Exec        *lint.Exec
	Build       *lint.Build
	Pushes      []*lint.Push
	Assignments []*lint.Assignment
}

// Read reads a command line: what it says is set as the command's Docker, what it does is returned.
func Read(cmd *lint.Command) Views {
	line, ok := readLine(cmd)
	if !ok || line.has("help") {
		return Views{}
	}
	cmd.Docker = line.command()
	var v Views
	switch line.verb {
	case "run", "create", "compose run":
		if cmd.Program != "buildah" { // which runs a step of a build so
			v.Pod, v.Assignments = container(line)
		}
	case "exec", "compose exec":
		v.Exec = process(line)
	case "build", "bake", "compose build":
		v.Build, v.Assignments = build(line)
	}
	v.Pushes = pushes(line, v.Build)
	return v
}
