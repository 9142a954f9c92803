package shorthand

import (
	"strconv"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// SecurityOption lets one security option of a container take effect: KEY=VALUE, or KEY:VALUE as older files write it
// (https://docs.docker.com/reference/cli/docker/container/run/#security-opt,
// https://docs.podman.io/en/latest/markdown/podman-run.1.html#security-opt-option).
// Of an option given twice the last one counts, as it does for the tools.
func SecurityOption(c *lint.Container, option lint.Val[string]) {
	name, value := option.V, ""
	if i := strings.IndexAny(option.V, "=:"); i >= 0 {
		name, value = option.V[:i], option.V[i+1:]
	}
	if option.State != lint.Set && strings.ContainsAny(name, "$`") {
		hideSecurity(c)
		return
	}
	switch name {
	case "no-new-privileges":
		forbidden, state := noNewPrivileges(value)
		c.PrivilegeEscalation = as(option, !forbidden, state)
		c.PrivilegeEscalation.At = EscalationSlot(option.At)
	case "seccomp":
		c.Security.Seccomp = as(option, profile(value, "builtin"), lint.Set)
	case "apparmor":
		c.Security.AppArmor = as(option, profile(value, "docker-default"), lint.Set)
	case "systempaths":
		if value == "unconfined" || option.State != lint.Set {
			c.ProcMount = as(option, "Unmasked", lint.Set)
		}
	case "unmask":
		if value == "ALL" || strings.Contains(value, "/proc") || option.State != lint.Set {
			c.ProcMount = as(option, "Unmasked", lint.Set)
		}
	case "label":
		label(&c.Security.SELinux, option, value)
	}
}

// as makes a value of an option, with the places that the option has.
func as[T comparable](option lint.Val[string], v T, state lint.State) lint.Val[T] {
	if option.State != lint.Set {
		state = option.State
	}
	return lint.Val[T]{V: v, State: state, Value: option.Value, Entry: option.Entry, At: option.At, Via: option.Via}
}

func noNewPrivileges(value string) (bool, lint.State) {
	if value == "" {
		return true, lint.Set
	}
	forbidden, err := strconv.ParseBool(value)
	if err != nil {
		return false, lint.Invalid
	}
	return forbidden, lint.Set
}

// profile is a seccomp or AppArmor profile; byDefault is the name that the runtime's own has.
func profile(name, byDefault string) lint.SecurityProfile {
	switch name {
	case "unconfined":
		return lint.NoProfile
	case byDefault:
		return lint.RuntimeDefault
	}
	return lint.LocalProfile
}

// label reads an SELinux label: "disable", "type:svirt_apache_t", "user:USER", "role:ROLE".
func label(selinux *lint.SELinux, option lint.Val[string], value string) {
	kind, rest, _ := strings.Cut(value, ":")
	switch kind {
	case "disable":
		selinux.Disabled = as(option, true, lint.Set)
	case "type":
		selinux.Type = as(option, rest, lint.Set)
	case "user":
		selinux.User = as(option, rest, lint.Set)
	case "role":
		selinux.Role = as(option, rest, lint.Set)
	}
}

// hideSecurity makes unknown what an unknown security option may say.
func hideSecurity(c *lint.Container) {
	c.PrivilegeEscalation = c.PrivilegeEscalation.OrUnknown()
	c.ProcMount = c.ProcMount.OrUnknown()
	s := &c.Security
	s.Seccomp, s.AppArmor = s.Seccomp.OrUnknown(), s.AppArmor.OrUnknown()
	s.SELinux.Type, s.SELinux.User, s.SELinux.Role = s.SELinux.Type.OrUnknown(), s.SELinux.User.OrUnknown(), s.SELinux.Role.OrUnknown()
	s.SELinux.Disabled = s.SELinux.Disabled.OrUnknown()
}

// EscalationSlot is the slot of a security option as that of whether privileges may be gained.
func EscalationSlot(at lint.Slot) lint.Slot {
	return spelledSlot{at, map[string]string{"false": "no-new-privileges", "true": "no-new-privileges=false"}}
}

// spelledSlot is a slot whose values are written in other words.
type spelledSlot struct {
	lint.Slot
	words map[string]string
}

// Put writes the word of a value, if it has one.
func (s spelledSlot) Put(value string) []lint.Edit {
	word, known := s.words[value]
	if !known {
		return nil
	}
	return s.Slot.Put(word)
}
