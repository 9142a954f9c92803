package compose

import (
	"strconv"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// securityOptions reads security_opt into the container, as docker does: each option is a word, or a name with a value behind an
// equals sign or a colon. https://docs.docker.com/reference/cli/docker/container/run/#security-opt
func (s *service) securityOptions(c *lint.Container) {
	f := s.Get("security_opt")
	list := listOf[bool](s, f, lint.Sequence)
	missing := lint.Val[lint.SecurityProfile]{State: unsetIn(list), Via: f.Via, At: f.Slot()}
	c.Security.Seccomp, c.Security.AppArmor = missing, missing
	c.PrivilegeEscalation = lint.Val[bool]{State: missing.State, Via: f.Via, At: escalationSlot{f.NewItem()}}
	for _, item := range f.Items() {
		if item.Exists() {
			content := s.content(item)
			securityOption(c, content.whole())
		}
	}
}

// unsetIn is the state of what a list does not say.
func unsetIn[T any](list lint.List[T]) lint.State {
	if list.State == lint.Unknown || list.State == lint.Invalid {
		return lint.Unknown
	}
	return lint.Unset
}

func securityOption(c *lint.Container, option stretch) {
	name, value := option, stretch{option.content, option.end, option.end}
	at := strings.IndexByte(option.string(), '=')
	if at < 0 {
		at = strings.IndexByte(option.string(), ':')
	}
	if at >= 0 {
		name.end = option.start + at
		value.start = name.end + 1
	}
	security := &c.Security
	switch name.string() {
	case "no-new-privileges":
		on, state := true, lint.Set
		if at >= 0 {
			on, state = parseBool(value)
		}
		c.PrivilegeEscalation = located(option, !on && state == lint.Set, state)
		c.PrivilegeEscalation.At = escalationSlot{option.field.Slot()}
	case "seccomp":
		security.Seccomp = profile(value)
	case "apparmor":
		security.AppArmor = profile(value)
	case "systempaths":
		if value.string() == "unconfined" {
			c.ProcMount = located(value, "Unmasked", lint.Set)
		}
	case "label":
		label(&security.SELinux, value)
	}
	if name.known() == lint.Unknown { // it can be any of them
		for _, state := range []*lint.State{&c.PrivilegeEscalation.State, &security.Seccomp.State, &security.AppArmor.State} {
			if *state == lint.Unset {
				*state = lint.Unknown
			}
		}
	}
}

// parseBool reads a truth value as docker does.
func parseBool(s stretch) (bool, lint.State) {
	if state := s.known(); state != lint.Set {
		return false, state
	}
	v, err := strconv.ParseBool(s.string())
	if err != nil {
		return false, lint.Invalid
	}
	return v, lint.Set
}

// profile reads a seccomp or AppArmor profile: "unconfined", or the name or file of one that confines.
func profile(s stretch) lint.Val[lint.SecurityProfile] {
	p := lint.LocalProfile
	if s.string() == "unconfined" {
		p = lint.NoProfile
	}
	return located(s, p, s.known())
}

// label reads one part of an SELinux label.
func label(l *lint.SELinux, option stretch) {
	parts := option.split(':')
	if option.string() == "disable" {
		l.Disabled = located(option, true, lint.Set)
	}
	if len(parts) < 2 {
		return
	}
	value := stretch{option.content, parts[1].start, option.end}
	switch parts[0].string() {
	case "type":
		l.Type = value.value()
	case "user":
		l.User = value.value()
	case "role":
		l.Role = value.value()
	}
}

// escalationSlot is where the option stands, or would stand, that keeps processes from gaining privileges.
type escalationSlot struct{ lint.Slot }

// Put writes the option.
func (s escalationSlot) Put(escalation string) []lint.Edit {
	if escalation == "false" {
		return s.Slot.Put("no-new-privileges:true")
	}
	return s.Slot.Put("no-new-privileges:false")
}
