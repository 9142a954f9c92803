package kubernetes

import (
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// inheritance is what the containers of a pod have of it where they say nothing themselves.
type inheritance struct {
	security    *lint.SecurityContext
	annotations annotations
	resources   lint.Resources
	image       lint.Val[lint.Image]
}

// container fills in a container.
func (r *reader) container(c *lint.Container, f lint.Field, name string, pod *inheritance) {
	r.markPart(f)
	c.Image = lint.Read(f.Get("image"), image)
	inherit(&c.Image, pod.image)
	c.PullPolicy = lint.Read(f.Get("imagePullPolicy"), text)
	if restart := f.Get("restartPolicy"); c.Role == lint.Init && lint.Read(restart, text).Is("Always") {
		c.Role = lint.Sidecar
	}
	security := f.Get("securityContext")
	c.Privileged = lint.Read(security.Get("privileged"), boolean)
	c.PrivilegeEscalation = lint.Read(security.Get("allowPrivilegeEscalation"), boolean)
	c.ReadOnlyRoot = lint.Read(security.Get("readOnlyRootFilesystem"), boolean)
	c.ProcMount = lint.Read(security.Get("procMount"), text)
	capabilities := security.Get("capabilities")
	c.AddCapabilities = lint.ReadList(capabilities.Get("add"), text)
	c.DropCapabilities = lint.ReadList(capabilities.Get("drop"), text)
	c.Security = securityContext(security)
	pod.annotations.apply(&c.Security, name)
	inheritSecurity(&c.Security, pod.security, security.Get("seLinuxOptions").Exists())
	c.User = c.Security.User

	c.Mounts = lint.ReadItems(f.Get("volumeMounts"), mount, otherwise)
	c.Ports = lint.ReadItems(f.Get("ports"), port, otherwise)
	c.Resources = resources(f.Get("resources"))
	inheritResources(&c.Resources, &pod.resources)
	probes(c, f)
	for _, env := range f.Get("env").Items() {
		r.env(c, env)
	}
}

// env reads one variable. One without a value is empty, or from a source that is named.
func (r *reader) env(c *lint.Container, f lint.Field) {
	if value := f.Get("value"); value.Exists() {
		r.unit.Assignments = append(r.unit.Assignments, &lint.Assignment{
			Name: name(f), Value: lint.Read(value, text), Source: lint.ContainerEnv, Owner: c,
		})
	}
}

// mount reads one item of volumeMounts.
func mount(f lint.Field) lint.Mount {
	return lint.Mount{
		Type:        lint.VolumeMount,
		Source:      lint.Read(f.Get("name"), text),
		Target:      lint.Read(f.Get("mountPath"), text),
		ReadOnly:    lint.Read(f.Get("readOnly"), boolean),
		Propagation: lint.Read(f.Get("mountPropagation"), text),
	}
}

// port reads one item of ports. The port of the container is what it is known by.
func port(f lint.Field) lint.Port {
	own, host, protocol := f.Get("containerPort"), f.Get("hostPort"), lint.Read(f.Get("protocol"), text)
	p := lint.Port{
		Container: lint.Read(own, portNumber),
		Host:      lint.Read(host, portNumber),
		Address:   lint.Read(f.Get("hostIP"), text),
		Protocol:  strings.ToLower(protocol.V),
		Published: lint.Read(host, isPublished),
		Entry:     lint.Locate(f, "", lint.Set),
	}
	switch {
	case protocol.Absent():
		p.Protocol = "tcp"
	case !protocol.Known():
		p.Protocol = ""
	}
	p.Entry.Value = f.Head()
	if own.Exists() {
		p.Entry.V, p.Entry.Value = own.Node.Value, own.EntrySpan()
	}
	return p
}

// resources reads limits and requests. A request that is not written is the limit. How many processes there may be is the
// kubelet's to say.
func resources(f lint.Field) lint.Resources {
	limits, requests := f.Get("limits"), f.Get("requests")
	r := lint.Resources{
		MemoryLimit:   lint.Read(limits.Get("memory"), quantity),
		CPULimit:      lint.Read(limits.Get("cpu"), quantity),
		MemoryRequest: lint.Read(requests.Get("memory"), quantity),
		CPURequest:    lint.Read(requests.Get("cpu"), quantity),
	}
	r.PIDsLimit.State = lint.Unknown
	inherit(&r.MemoryRequest, r.MemoryLimit)
	inherit(&r.CPURequest, r.CPULimit)
	return r
}

// inheritResources gives a container what its pod says for all containers together.
func inheritResources(own, pod *lint.Resources) {
	inherit(&own.MemoryLimit, pod.MemoryLimit)
	inherit(&own.CPULimit, pod.CPULimit)
	inherit(&own.MemoryRequest, pod.MemoryRequest)
	inherit(&own.CPURequest, pod.CPURequest)
}

// probes reads which probes a container has, and the hosts that they and the lifecycle's hooks ask.
func probes(c *lint.Container, f lint.Field) {
	liveness, readiness, startup, lifecycle := f.Get("livenessProbe"), f.Get("readinessProbe"), f.Get("startupProbe"), f.Get("lifecycle")
	c.Liveness, c.Readiness, c.Startup = presence(liveness), presence(readiness), presence(startup)
	handlers := [...]lint.Field{liveness, readiness, startup, lifecycle.Get("postStart"), lifecycle.Get("preStop")}
	starts(c, f)
	for _, handler := range handlers {
		if !handler.Exists() {
			continue
		}
		starting(c, handler.Key.Value, handler.Get("exec").Get("command").Items())
		for _, action := range [...]string{"httpGet", "tcpSocket"} {
			if host := handler.Get(action).Get("host"); host.Exists() {
				c.HandlerHosts = append(c.HandlerHosts, lint.Read(host, text))
			}
		}
	}
}

// starts notes what a container is started with: its command with its arguments, or its arguments, which the image's entrypoint takes if
// it has one.
func starts(c *lint.Container, f lint.Field) {
	command, args := f.Get("command"), f.Get("args").Items()
	if command.Exists() {
		starting(c, "command", slices.Concat(command.Items(), args))
		return
	}
	starting(c, "args", args)
	if len(args) > 0 {
		c.Programs[len(c.Programs)-1].Assumed = true
	}
}

// starting notes a program and its words, which no shell reads.
func starting(c *lint.Container, use string, words []lint.Field) {
	if len(words) == 0 {
		return
	}
	program := lint.Program{Path: lint.Read(words[0], text), Use: use}
	for _, word := range words {
		program.Words = append(program.Words, word.Node)
	}
	c.Programs = append(c.Programs, program)
}

// presence is true where a mapping is written, at its key.
func presence(f lint.Field) lint.Val[bool] {
	v := lint.Read(f, func(n *lint.Node) (bool, lint.State) {
		if n.Kind == lint.Mapping && otherwise(n) != lint.Unknown {
			return true, lint.Set
		}
		return false, otherwise(n)
	})
	if f.Exists() {
		v.Value = f.Head()
	}
	return v
}
