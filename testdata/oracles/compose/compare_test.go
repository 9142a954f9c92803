package compose

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/compose-spec/compose-go/v2/types"
	"github.com/docker/go-units"

	"github.com/stridelint/stridelint/lint"
)

// count is what was compared.
type count struct{ projects, services, fields, unknown, refused int }

func (c *count) log(t *testing.T) {
	t.Logf("%d projects, %d services, %d fields agree; %d fields depend on what no file says; %d projects are refused by compose-go",
		c.projects, c.services, c.fields, c.unknown, c.refused)
	if c.projects == 0 || c.fields == 0 {
		t.Error("nothing was compared")
	}
}

// compare compares all services of a project, field by field.
func (c *count) compare(t *testing.T, root string, unit *lint.Unit, project *types.Project) {
	c.projects++
	ours := map[string]*lint.Pod{}
	for _, pod := range unit.Pods {
		if pod.Containers[0].Role == lint.App {
			ours[strings.TrimPrefix(pod.Subject, "service ")] = pod
		}
	}
	theirs := maps.Clone(project.Services)
	maps.Copy(theirs, project.DisabledServices)
	names := slices.Sorted(maps.Keys(theirs))
	if mine := slices.Sorted(maps.Keys(ours)); !slices.Equal(mine, names) {
		t.Errorf("services %v, compose-go has %v", mine, names)
		return
	}
	for _, name := range names {
		c.services++
		s := comparison{count: c, t: t, name: name, root: root, unit: unit, pod: ours[name], container: ours[name].Containers[0], project: project, service: theirs[name]}
		s.namespaces()
		s.process()
		s.security()
		s.mounts()
		s.ports()
		s.limits()
		s.variables()
		s.build()
		s.hooks()
	}
}

// comparison is that of one service.
type comparison struct {
	*count
	t         *testing.T
	name      string
	root      string
	unit      *lint.Unit
	pod       *lint.Pod
	container *lint.Container
	project   *types.Project
	service   types.ServiceConfig
}

// same compares one value as text. What is unset for us must be empty for them.
func same[T comparable](c *comparison, field string, ours lint.Val[T], theirs string, text func(T) string) {
	c.t.Helper()
	got := ""
	switch ours.State {
	case lint.Unknown:
		c.unknown++
		return
	case lint.Set:
		got = text(ours.V)
	case lint.Invalid:
		got = "invalid"
	}
	c.agree(field, got, theirs)
}

func (c *comparison) agree(field, got, want string) {
	c.t.Helper()
	if c.fields++; got != want {
		c.fields--
		c.t.Errorf("service %s: %s is %q, for compose-go %q", c.name, field, got, want)
	}
}

func asIs(s string) string { return s }

func truth(b bool) string {
	if b {
		return "true"
	}
	return ""
}

func (c *comparison) namespaces() {
	s := c.service
	for _, namespace := range []struct {
		name   string
		ours   lint.Val[bool]
		theirs string
	}{
		{"pid", c.pod.HostPID, s.Pid}, {"ipc", c.pod.HostIPC, s.Ipc}, {"uts", c.pod.HostUTS, s.Uts},
		{"cgroup", c.pod.HostCgroup, s.Cgroup}, {"userns_mode", c.pod.HostUsers, s.UserNSMode},
	} {
		same(c, namespace.name, namespace.ours, truth(namespace.theirs == "host"), truth)
	}
	network := s.NetworkMode
	if names := s.NetworksByPriority(); network == "" && len(names) > 0 && !slices.Equal(names, []string{"default"}) {
		network = names[0]
		if declared := c.project.Networks[network]; bool(declared.External) {
			network = declared.Name
		}
	}
	if c.pod.Network.Is("default") {
		network = "default"
	}
	same(c, "network", c.pod.Network, network, asIs)
	same(c, "host network", c.pod.HostNetwork, truth(network == "host"), truth)
	same(c, "cgroup_parent", c.pod.CgroupParent, s.CgroupParent, asIs)
	sysctls := map[string]lint.Val[string]{}
	for _, sysctl := range c.pod.Sysctls.Items {
		sysctls[sysctl.Name.V] = sysctl.Value
	}
	c.agree("names of sysctls", keys(sysctls), keys(s.Sysctls))
	for name, value := range sysctls {
		same(c, "sysctl "+name, value, s.Sysctls[name], asIs)
	}
}

// keys is the names of a map in order.
func keys[M ~map[string]V, V any](m M) string { return strings.Join(slices.Sorted(maps.Keys(m)), " ") }

func (c *comparison) process() {
	s := c.service
	same(c, "image", c.container.Image, lint.ParseImage(s.Image).Familiar(), lint.Image.Familiar)
	policy := c.container.PullPolicy
	if policy.V == "if_not_present" {
		policy.V = "missing" // another name of it
	}
	same(c, "pull_policy", policy, s.PullPolicy, asIs)
	user := ""
	if s.User != "" {
		user = lint.ParseUser(s.User).String()
	}
	same(c, "user", c.container.User, user, lint.User.String)
	same(c, "restart", c.container.Restart, restart(s), asIs)
	driver := ""
	if s.Logging != nil {
		driver = s.Logging.Driver
	}
	same(c, "logging driver", c.container.LogDriver, driver, asIs)
	health := ""
	if check := s.HealthCheck; check != nil && (len(check.Test) > 0 || check.Disable) {
		off := check.Disable || len(check.Test) > 0 && (check.Test[0] == "NONE" || slices.Equal(check.Test, []string{"CMD-SHELL", "NONE"}))
		health = fmt.Sprint(!off)
		if !check.Disable && (slices.Equal(check.Test, []string{"CMD-SHELL", ""}) || check.Test[0] == "") {
			health = ""
		}
	}
	same(c, "healthcheck", c.container.Healthcheck, health, func(b bool) string { return fmt.Sprint(b) })
}

// restart is the policy as docker compose hands it to the engine.
func restart(s types.ServiceConfig) string {
	if s.Deploy == nil || s.Deploy.RestartPolicy == nil {
		return s.Restart
	}
	policy := s.Deploy.RestartPolicy
	switch policy.Condition {
	case "none":
		return "no"
	case "any":
		return "always"
	case "on-failure":
		if policy.MaxAttempts != nil {
			return fmt.Sprintf("on-failure:%d", *policy.MaxAttempts)
		}
	}
	return policy.Condition
}

func (c *comparison) security() {
	s := c.service
	same(c, "privileged", c.container.Privileged, truth(s.Privileged), truth)
	same(c, "read_only", c.container.ReadOnlyRoot, truth(s.ReadOnly), truth)
	c.list("cap_add", c.container.AddCapabilities, s.CapAdd)
	c.list("cap_drop", c.container.DropCapabilities, s.CapDrop)
	c.list("device_cgroup_rules", c.container.DeviceRules, s.DeviceCgroupRules)
	escalation, seccomp, apparmor := "", "", ""
	confined := func(profile, byDefault string) string {
		switch profile {
		case "unconfined":
			return string(lint.NoProfile)
		case byDefault: // as docker itself calls its own
			return string(lint.RuntimeDefault)
		}
		return string(lint.LocalProfile)
	}
	for _, option := range s.SecurityOpt {
		name, value, found := strings.Cut(option, "=")
		if !found {
			name, value, found = strings.Cut(option, ":")
		}
		switch name {
		case "no-new-privileges":
			on, err := strconv.ParseBool(value)
			if escalation = fmt.Sprint(!on); !found {
				escalation = "false"
			} else if err != nil {
				escalation = "invalid"
			}
		case "seccomp":
			seccomp = confined(value, "builtin")
		case "apparmor":
			apparmor = confined(value, "docker-default")
		}
	}
	same(c, "no-new-privileges", c.container.PrivilegeEscalation, escalation, func(b bool) string { return fmt.Sprint(b) })
	text := func(p lint.SecurityProfile) string { return string(p) }
	same(c, "seccomp", c.container.Security.Seccomp, seccomp, text)
	same(c, "apparmor", c.container.Security.AppArmor, apparmor, text)
	devices := map[string]string{}
	for _, d := range s.Devices {
		devices[d.Source] = d.Permissions
	}
	var mine, their []string
	for _, d := range c.container.Devices.Items {
		if d.Path.State == lint.Unknown {
			c.unknown++
			return
		}
		permissions := d.Permissions
		if permissions == "" {
			permissions = "rwm"
		}
		mine = append(mine, d.Path.V+" "+permissions)
	}
	for source, permissions := range devices {
		if permissions == "" {
			permissions = "rwm"
		}
		their = append(their, source+" "+permissions)
	}
	c.sets("devices", mine, their)
}

// list compares the texts of a list.
func (c *comparison) list(field string, ours lint.List[lint.Val[string]], theirs []string) {
	c.t.Helper()
	if ours.State == lint.Unknown {
		c.unknown++
		return
	}
	var mine []string
	for _, item := range ours.Items {
		if item.State == lint.Unknown {
			c.unknown++
			return
		}
		mine = append(mine, item.V)
	}
	c.sets(field, mine, theirs)
}

// sets compares texts in any order.
func (c *comparison) sets(field string, ours, theirs []string) {
	c.t.Helper()
	ours, theirs = slices.Clone(ours), slices.Clone(theirs)
	slices.Sort(ours)
	slices.Sort(theirs)
	c.agree(field, fmt.Sprint(slices.Compact(ours)), fmt.Sprint(slices.Compact(theirs)))
}

func (c *comparison) limits() {
	s, r := c.service, c.container.Resources
	limits, reservations := types.Resource{}, types.Resource{}
	if s.Deploy != nil && s.Deploy.Resources.Limits != nil {
		limits = *s.Deploy.Resources.Limits
	}
	if s.Deploy != nil && s.Deploy.Resources.Reservations != nil {
		reservations = *s.Deploy.Resources.Reservations
	}
	same(c, "memory limit", r.MemoryLimit, first(int64(limits.MemoryBytes), int64(s.MemLimit)), bytes)
	same(c, "memory reservation", r.MemoryRequest, first(int64(reservations.MemoryBytes), int64(s.MemReservation)), bytes)
	same(c, "pids limit", r.PIDsLimit, first(limits.Pids, s.PidsLimit), number)
	same(c, "cpus", r.CPULimit, first(limits.NanoCPUs.Value(), s.CPUS), number)
	same(c, "reserved cpus", r.CPURequest, first(reservations.NanoCPUs.Value(), 0), number)
	for _, limit := range c.container.Ulimits.Items {
		theirs := s.Ulimits[limit.Name.V]
		if theirs == nil {
			theirs = &types.UlimitsConfig{}
		}
		soft, hard := theirs.Soft, theirs.Hard
		if theirs.Single != 0 {
			soft, hard = theirs.Single, theirs.Single
		}
		same(c, "soft ulimit "+limit.Name.V, limit.Soft, fmt.Sprint(soft), asIs)
		same(c, "hard ulimit "+limit.Name.V, limit.Hard, fmt.Sprint(hard), asIs)
	}
	if c.container.Ulimits.State != lint.Unknown {
		c.agree("number of ulimits", fmt.Sprint(len(c.container.Ulimits.Items)), fmt.Sprint(len(s.Ulimits)))
	}
}

// first is the first number that is not 0, as text; empty if there is none.
func first[N int64 | float32](numbers ...N) string {
	for _, n := range numbers {
		if n != 0 {
			return fmt.Sprint(n)
		}
	}
	return ""
}

func bytes(text string) string {
	n, err := units.RAMInBytes(text)
	if err != nil || n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}

func number(text string) string {
	f, err := strconv.ParseFloat(text, 32)
	if err != nil || f == 0 {
		return ""
	}
	return fmt.Sprint(float32(f))
}

func (c *comparison) variables() {
	theirs := map[lint.AssignmentSource]types.MappingWithEquals{lint.ContainerEnv: c.service.Environment, lint.BuildArg: nil}
	if c.service.Build != nil {
		theirs[lint.BuildArg] = c.service.Build.Args
	}
	for source, all := range theirs {
		ours := map[string]lint.Val[string]{}
		for _, a := range c.unit.Assignments {
			if a.Owner == c.container && a.Source == source {
				ours[a.Name] = a.Value
			}
		}
		for name, value := range ours {
			theirs, found := all[name]
			switch {
			case value.State == lint.Unknown:
				c.unknown++
			case !found || theirs == nil:
				c.t.Errorf("service %s: compose-go has no variable %s", c.name, name)
			default:
				same(c, "variable "+name, value, *theirs, func(s string) string { return spelled(s, *theirs) })
			}
		}
		for name, value := range all {
			if _, found := ours[name]; !found && value != nil {
				c.t.Errorf("service %s: compose-go has a variable %s", c.name, name)
			}
		}
	}
}

// spelled is a number as compose-go spells it, whose YAML reader makes a float of 1.50 before it makes a text of that; else the text.
func spelled(text, theirs string) string {
	ours, err1 := strconv.ParseFloat(text, 64)
	other, err2 := strconv.ParseFloat(theirs, 64)
	if err1 == nil && err2 == nil && ours == other {
		return theirs
	}
	return text
}

func (c *comparison) build() {
	var ours *lint.Build
	for _, b := range c.unit.Builds {
		if b.Container == c.container {
			ours = b
		}
	}
	theirs := c.service.Build
	c.agree("build", truth(ours != nil), truth(theirs != nil))
	if ours == nil || theirs == nil {
		return
	}
	folder := ours.Folder.V
	if ours.Folder.Absent() {
		folder = "."
	}
	if ours.Folder.State != lint.Unknown && !strings.Contains(folder, "://") {
		c.agree("build context", filepath.Join(ours.Start, folder), filepath.Clean(theirs.Context))
	}
	dockerfile := theirs.Dockerfile
	if ours.Dockerfile.Absent() && dockerfile == "Dockerfile" {
		dockerfile = ""
	}
	same(c, "dockerfile", ours.Dockerfile, dockerfile, asIs)
	same(c, "target", ours.Target, theirs.Target, asIs)
	c.sets("additional contexts", ours.Contexts, slices.Collect(maps.Keys(theirs.AdditionalContexts)))
	same(c, "privileged build", ours.Privileged, truth(theirs.Privileged), truth)
	c.list("entitlements", ours.Entitlements, theirs.Entitlements)
}

func (c *comparison) hooks() {
	var ours, theirs []string
	for _, e := range c.unit.Execs {
		if strings.HasPrefix(e.Subject, c.pod.Subject+" ") {
			ours = append(ours, fmt.Sprint(strings.TrimPrefix(e.Subject, c.pod.Subject+" "), e.User.V, e.Privileged.V))
		}
	}
	for event, hooks := range map[string][]types.ServiceHook{"post_start": c.service.PostStart, "pre_stop": c.service.PreStop} {
		for _, hook := range hooks {
			user := lint.User{}
			if hook.User != "" {
				user = lint.ParseUser(hook.User)
			}
			theirs = append(theirs, fmt.Sprint(event, user, hook.Privileged))
		}
	}
	c.sets("hooks", ours, theirs)
	ours, theirs = nil, nil
	for _, pod := range c.unit.Pods {
		if init := pod.Containers[0]; init.Role == lint.Init && pod.Subject == c.pod.Subject+" pre_start" {
			variables := map[string]bool{}
			for _, a := range c.unit.Assignments {
				if a.Owner == init {
					variables[a.Name] = true
				}
			}
			ours = append(ours, fmt.Sprint(init.Image.V.Familiar(), init.User.V, init.Privileged.V, pod.HostPID.V, len(init.Mounts.Items),
				len(init.AddCapabilities.Items), keys(variables)))
		}
	}
	for _, hook := range c.service.PreStart {
		user := lint.User{}
		if hook.User != "" {
			user = lint.ParseUser(hook.User)
		}
		theirs = append(theirs, fmt.Sprint(lint.ParseImage(hook.Image).Familiar(), user, hook.Privileged, hook.Pid == "host", len(hook.Volumes),
			len(hook.CapAdd), keys(hook.Environment)))
	}
	c.sets("pre_start", ours, theirs)
}
