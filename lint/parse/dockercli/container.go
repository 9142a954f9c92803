package dockercli

import (
	"fmt"
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/shorthand"
)

// container reads a run or create command: the container in its pod, and the environment that it is given. Of a compose run, what
// the options do not say stands in the service's file, and is not known here.
// Values that a word such as $OPTS may hold are unknown rather than unset.
func container(line commandLine) (*lint.Pod, []*lint.Assignment) {
	service := line.verb == "compose run"
	if line.operands == nil && !line.hidden {
		return nil, nil
	}
	p := &projection{line: line, subject: line.subject()}
	p.line.hidden = line.hidden || service
	p.container.Attached = line.verb == "run"
	if service {
		p.service()
	} else {
		p.image()
	}
	return p.project()
}

// project lets the options take effect on a pod of one container.
func (p *projection) project() (*lint.Pod, []*lint.Assignment) {
	p.pod.Subject, p.container.Subject = p.subject, p.subject
	p.container.Head = p.line.head
	p.container.Pod, p.pod.Containers = &p.pod, []*lint.Container{&p.container}
	p.podDefaults()
	p.containerDefaults()
	for _, g := range p.line.options {
		p.apply(g)
	}
	return &p.pod, p.env
}

// subject is the program and what it does.
func (l *commandLine) subject() string {
	if l.program == "docker-compose" {
		return "docker-" + l.verb
	}
	return l.program + " " + l.verb
}

// projection is a command line on its way to a pod.
type projection struct {
	line      commandLine
	subject   string
	pod       lint.Pod
	container lint.Container
	env       []*lint.Assignment
}

// podDefaults makes every value of the pod what it is without options.
func (p *projection) podDefaults() {
	l, pod := p.line, &p.pod
	pod.HostPID = absent[bool](l, "--pid")
	pod.HostIPC = absent[bool](l, "--ipc")
	pod.HostNetwork = absent[bool](l, "--network")
	pod.HostUTS = absent[bool](l, "--uts")
	pod.HostCgroup = absent[bool](l, "--cgroupns")
	pod.HostUsers = absent[bool](l, "--userns")
	pod.Network = absent[string](l, "--network")
	pod.CgroupParent = absent[string](l, "--cgroup-parent")
	pod.OS = absent[string](l, "")
	pod.Security = p.securityContext()
	pod.Sysctls = absentList[lint.Sysctl](l, "--sysctl")
	pod.HostAliases = absentList[lint.Val[string]](l, "--add-host")
}

// containerDefaults makes every value of the container what it is without options.
func (p *projection) containerDefaults() {
	l, c := p.line, &p.container
	c.PullPolicy = absent[string](l, "--pull")
	c.User = absent[lint.User](l, "--user")
	c.Security = p.securityContext()
	c.Privileged = absent[bool](l, "--privileged")
	c.AddCapabilities = absentList[lint.Val[string]](l, "--cap-add")
	c.DropCapabilities = absentList[lint.Val[string]](l, "--cap-drop")
	c.PrivilegeEscalation = absent[bool](l, securityOption)
	c.PrivilegeEscalation.At = shorthand.EscalationSlot(c.PrivilegeEscalation.At, shorthand.CommandLine)
	c.ReadOnlyRoot = absent[bool](l, "--read-only")
	c.ProcMount = absent[string](l, "")
	c.Devices = absentList[lint.Device](l, "--device")
	c.DeviceRules = absentList[lint.Val[string]](l, "--device-cgroup-rule")
	c.Mounts = absentList[lint.Mount](l, "--mount")
	c.Ports = absentList[lint.Port](l, "--publish")
	c.Resources = lint.Resources{
		MemoryLimit: absent[string](l, "--memory"), CPULimit: absent[string](l, "--cpus"), PIDsLimit: absent[string](l, "--pids-limit"),
		MemoryRequest: absent[string](l, "--memory-reservation"), CPURequest: absent[string](l, "--cpu-shares"),
	}
	if l.program == "podman" && c.Resources.PIDsLimit.Absent() {
		c.Resources.PIDsLimit.State = lint.Unknown // containers.conf(5) says it: 2048 if it says nothing
	}
	c.Ulimits = absentList[lint.Ulimit](l, "--ulimit")
	c.Restart, c.LogDriver = absent[string](l, "--restart"), absent[string](l, "--log-driver")
	c.Healthcheck = absent[bool](l, "--health-cmd")
	c.Liveness, c.Readiness, c.Startup = absent[bool](l, ""), absent[bool](l, ""), absent[bool](l, "")
}

// securityContext is what a pod or container says of its security without options.
func (p *projection) securityContext() lint.SecurityContext {
	l := p.line
	return lint.SecurityContext{
		User:         absent[lint.User](l, "--user"),
		RunAsNonRoot: absent[bool](l, ""),
		Seccomp:      absent[lint.SecurityProfile](l, ""),
		AppArmor:     absent[lint.SecurityProfile](l, ""),
		SELinux: lint.SELinux{
			Type: absent[string](l, ""), User: absent[string](l, ""), Role: absent[string](l, ""), Disabled: absent[bool](l, ""),
		},
		HostProcess: absent[bool](l, ""),
	}
}

// securityOption is the option that carries several settings.
const securityOption = "--security-opt"

// apply lets one option take effect. Of an option given twice the last one counts, as it does for the tools.
func (p *projection) apply(g given) {
	if p.applyToPod(g) || p.applyLimit(g) || p.applyStorage(g) || p.applyPrivilege(g) {
		return
	}
	switch g.name {
	case "publish":
		p.port(g)
	case "publish-all":
		p.allPorts(g)
	case "expose":
		p.exposed(g)
	case "env":
		p.assign(g, lint.ContainerEnv, &p.container)
	case "pull":
		p.container.PullPolicy = p.text(g)
	case "rootfs":
		p.container.Image.State = lint.Unknown // what stands there is a folder
	}
}

// image reads the image's name. What cannot be one is a placeholder that something else replaces.
func (p *projection) image() {
	image := &p.container.Image
	if len(p.line.operands) == 0 {
		*image = lint.Val[lint.Image]{State: lint.Unknown, At: imageSlot{head: p.line.head}}
		return
	}
	word := p.line.operands[0]
	place, via := word.Where()
	*image = lint.Val[lint.Image]{State: word.State, Value: place, Entry: place, Via: via, At: imageSlot{head: p.line.head, name: place}}
	if image.State != lint.Set {
		return
	}
	name := lint.ParseImage(strings.TrimPrefix(word.Text, "docker://"))
	if !name.Valid() || isID(word.Text) || p.line.program == "podman" && isLocal(word.Text) {
		image.State = lint.Unknown
		return
	}
	image.V = name
	p.subject += " " + lint.Label(name.Familiar())
}

// service reads which service of a compose file runs. Its image stands there.
func (p *projection) service() {
	p.container.Image = lint.Val[lint.Image]{State: lint.Unknown, At: imageSlot{head: p.line.head}}
	p.subject += p.line.target()
}

// target is the container or service that the first operand names, behind a blank; nothing if it is not known.
func (l *commandLine) target() string {
	if len(l.operands) == 0 || l.operands[0].State != lint.Set || l.has("latest") {
		return ""
	}
	return " " + lint.Label(l.operands[0].Text)
}

// isID tells whether an image is named by its ID, whole or as the tools show it.
func isID(name string) bool {
	return (len(name) == 12 || len(name) == 64) && strings.Trim(name, "0123456789abcdef") == ""
}

// isLocal tells whether podman is told to take the image from elsewhere than a registry (containers-transports(5)).
func isLocal(name string) bool {
	transport, _, found := strings.Cut(name, ":")
	if !found {
		return false
	}
	switch transport {
	case "containers-storage", "dir", "docker-archive", "docker-daemon", "oci", "oci-archive", "sif", "tarball":
		return true
	}
	return false
}

// assign reads one --env or --build-arg NAME=value. A NAME alone is passed on from the shell.
func (p *projection) assign(g given, source lint.AssignmentSource, owner fmt.Stringer) {
	text := g.text()
	name, _, assigned := strings.Cut(text, "=")
	known := literal(g.word) - g.from
	if name == "" || known < len(name) || !assigned && known < len(text) {
		return // the name is not known
	}
	from := 0
	if assigned {
		from = len(name) + 1
	}
	value := p.part(g, from, len(text), g.state())
	if _, exact := g.word.Part(g.from+from, len(g.word.Text)); !exact || !assigned {
		value.State = lint.Unknown // a variable brings it
	}
	p.env = append(p.env, &lint.Assignment{Name: name, Value: value, Source: source, Owner: owner})
}
