package compose

import (
	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/shorthand"
)

// securityOptions reads security_opt into the container, as docker does: each option is a word, or a name with a value behind an
// equals sign or a colon. https://docs.docker.com/reference/cli/docker/container/run/#security-opt
func (s *service) securityOptions(c *lint.Container) {
	f := s.Get("security_opt")
	list := listOf[bool](s, f, lint.Sequence)
	missing := lint.Val[lint.SecurityProfile]{State: unsetIn(list), Via: f.Via, At: f.Slot()}
	c.Security.Seccomp, c.Security.AppArmor = missing, missing
	c.PrivilegeEscalation = lint.Val[bool]{State: missing.State, Via: f.Via, At: shorthand.EscalationSlot(f.NewItem(), shorthand.Compose)}
	for _, item := range f.Items() {
		if item.Exists() {
			option := s.content(item)
			shorthand.SecurityOption(c, option.short(), func(part shorthand.Part) lint.Val[string] { return option.stretch(part).value() })
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
