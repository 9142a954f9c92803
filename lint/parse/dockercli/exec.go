package dockercli

import "github.com/stridelint/stridelint/lint"

// process reads an exec command: the process that it starts in a running container. It is nil if the command starts none.
func process(line commandLine) *lint.Exec {
	if line.operands == nil && !line.hidden {
		return nil
	}
	p := &projection{line: line}
	p.containerDefaults()
	for _, g := range line.options {
		p.applyPrivilege(g)
	}
	return &lint.Exec{Subject: line.subject() + line.target(), User: p.container.User, Privileged: p.container.Privileged}
}
