package shorthand

import (
	"strconv"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// SecurityOption lets one security option of a container take effect: KEY=VALUE, or KEY:VALUE as older files write it
// (https://docs.docker.com/reference/cli/docker/container/run/#security-opt,
// https://docs.podman.io/en/latest/markdown/podman-run.1.html#security-opt-option).
// Of an option given twice the last one counts, as it does for the tools. What it says has the place that at gives a part of the text.
func SecurityOption(c *lint.Container, t Text, at func(Part) lint.Val[string]) {
	name, value := t.whole(), Part{len(t.string), len(t.string)}
	i := strings.IndexByte(t.string, '=')
	if i < 0 {
		i = strings.IndexByte(t.string, ':')
	}
	if i >= 0 {
		name, value = Part{0, i}, Part{i + 1, len(t.string)}
	}
	if t.vague(name) {
		hideSecurity(c)
		return
	}
	said, vague := value.Of(t.string), t.vague(value)
	switch name.Of(t.string) {
	case "no-new-privileges":
		forbidden, state := noNewPrivileges(said, i >= 0)
		c.PrivilegeEscalation = as(at(t.whole()), !forbidden, state)
		c.PrivilegeEscalation.At = EscalationSlot(c.PrivilegeEscalation.At, t.form)
	case "seccomp":
		c.Security.Seccomp = as(at(value), profile(said, "builtin"), lint.Set)
	case "apparmor":
		c.Security.AppArmor = as(at(value), profile(said, "docker-default"), lint.Set)
	case "systempaths":
		if said == "unconfined" || vague {
			c.ProcMount = as(at(value), "Unmasked", lint.Set)
		}
	case "unmask":
		if said == "ALL" || strings.Contains(said, "/proc") || vague {
			c.ProcMount = as(at(value), "Unmasked", lint.Set)
		}
	case "label":
		label(&c.Security.SELinux, t, value, at)
	}
}

// as makes a value of an option, with the places that the option has.
func as[T comparable](option lint.Val[string], v T, state lint.State) lint.Val[T] {
	if option.State != lint.Set {
		state = option.State
	}
	return lint.Val[T]{V: v, State: state, Value: option.Value, Entry: option.Entry, At: option.At, Via: option.Via}
}

// noNewPrivileges reads the value of an option that forbids new privileges without one.
func noNewPrivileges(value string, written bool) (bool, lint.State) {
	if !written {
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
func label(selinux *lint.SELinux, t Text, option Part, at func(Part) lint.Val[string]) {
	kind, text, _ := strings.Cut(option.Of(t.string), ":")
	value := Part{option.End - len(text), option.End}
	switch kind {
	case "disable":
		selinux.Disabled = as(at(option), true, lint.Set)
	case "type":
		selinux.Type = as(at(value), text, lint.Set)
	case "user":
		selinux.User = as(at(value), text, lint.Set)
	case "role":
		selinux.Role = as(at(value), text, lint.Set)
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

// EscalationSlot is the slot of a security option as that of whether privileges may be gained. Compose files are shown with a colon.
func EscalationSlot(at lint.Slot, form Form) lint.Slot {
	words := map[string]string{"false": "no-new-privileges", "true": "no-new-privileges=false"}
	if form == Compose {
		words = map[string]string{"false": "no-new-privileges:true", "true": "no-new-privileges:false"}
	}
	return spelledSlot{at, words}
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
