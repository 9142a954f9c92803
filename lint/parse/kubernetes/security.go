package kubernetes

import (
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// securityContext reads what a pod's and a container's security context have in common.
func securityContext(f lint.Field) lint.SecurityContext {
	selinux := f.Get("seLinuxOptions")
	return lint.SecurityContext{
		User:         user(f),
		Group:        lint.Read(f.Get("runAsGroup"), id),
		RunAsNonRoot: lint.Read(f.Get("runAsNonRoot"), boolean),
		Seccomp:      profile(f.Get("seccompProfile")),
		AppArmor:     profile(f.Get("appArmorProfile")),
		SELinux: lint.SELinux{
			Type: lint.Read(selinux.Get("type"), text),
			User: lint.Read(selinux.Get("user"), text),
			Role: lint.Read(selinux.Get("role"), text),
		},
		HostProcess: lint.Read(f.Get("windowsOptions").Get("hostProcess"), boolean),
	}
}

// user reads runAsUser, with the group of the same level.
func user(securityContext lint.Field) lint.Val[lint.User] {
	return lint.Read(securityContext.Get("runAsUser"), func(n *lint.Node) (lint.User, lint.State) {
		name, state := id(n)
		if state != lint.Set {
			return lint.User{}, state
		}
		return lint.User{Name: name, Group: lint.Read(securityContext.Get("runAsGroup"), id).V}, lint.Set
	})
}

// profile reads a seccompProfile or appArmorProfile. One that is written without its type has an empty one.
func profile(f lint.Field) lint.Val[lint.SecurityProfile] {
	v := lint.Read(f.Get("type"), func(n *lint.Node) (lint.SecurityProfile, lint.State) {
		kind, state := text(n)
		return lint.SecurityProfile(kind), state
	})
	if v.Absent() && f.Exists() {
		v.State, v.Value = lint.Set, f.Head()
	}
	return v
}

// inheritSecurity gives a container what it does not say itself and its pod does: each field by itself, SELinux' options as one.
func inheritSecurity(own, pod *lint.SecurityContext, hasSELinux bool) {
	inherit(&own.User, pod.User)
	inherit(&own.Group, pod.Group)
	inherit(&own.RunAsNonRoot, pod.RunAsNonRoot)
	inherit(&own.Seccomp, pod.Seccomp)
	inherit(&own.SeccompAnnotation, pod.SeccompAnnotation)
	inherit(&own.AppArmor, pod.AppArmor)
	inherit(&own.HostProcess, pod.HostProcess)
	if !hasSELinux {
		inherit(&own.SELinux.Type, pod.SELinux.Type)
		inherit(&own.SELinux.User, pod.SELinux.User)
		inherit(&own.SELinux.Role, pod.SELinux.Role)
	}
}

// inherit puts a value that is not absent in the place of one that is.
func inherit[T comparable](own *lint.Val[T], other lint.Val[T]) {
	if own.Absent() && !other.Absent() {
		*own = other
	}
}

// annotations is the profiles that a pod's annotations name, as they did before there were fields: AppArmor's up to Kubernetes
// 1.29, seccomp's up to 1.18. By container, if they are not for all.
type annotations struct {
	seccomp                       lint.Val[lint.SecurityProfile]
	appArmor                      []lint.Val[lint.SecurityProfile] // in the order of the file
	seccompByName, appArmorByName map[string]lint.Val[lint.SecurityProfile]
}

// The names of the annotations (https://kubernetes.io/docs/reference/labels-annotations-taints/).
const (
	seccompAnnotation        = "seccomp.security.alpha.kubernetes.io/pod"
	seccompAnnotationPrefix  = "container.seccomp.security.alpha.kubernetes.io/"
	appArmorAnnotationPrefix = "container.apparmor.security.beta.kubernetes.io/"
)

func readAnnotations(f lint.Field) annotations {
	var a annotations
	for _, entry := range f.Entries() {
		key := entry.Key.Value
		if !strings.Contains(key, ".security.") {
			continue
		}
		if name, found := strings.CutPrefix(key, appArmorAnnotationPrefix); found {
			a.appArmor = append(a.appArmor, put(&a.appArmorByName, name, entry))
		} else if name, found := strings.CutPrefix(key, seccompAnnotationPrefix); found {
			put(&a.seccompByName, name, entry)
		} else if key == seccompAnnotation {
			a.seccomp = profileAnnotation(entry)
		}
	}
	return a
}

func put(profiles *map[string]lint.Val[lint.SecurityProfile], name string, annotation lint.Field) lint.Val[lint.SecurityProfile] {
	if *profiles == nil {
		*profiles = map[string]lint.Val[lint.SecurityProfile]{}
	}
	profile := profileAnnotation(annotation)
	(*profiles)[name] = profile
	return profile
}

// apply gives a container the profiles that annotations name for it: what it says itself of AppArmor goes before them, and they
// before what its pod says.
func (a annotations) apply(c *lint.SecurityContext, name string) {
	inherit(&c.AppArmor, a.appArmorByName[name])
	c.SeccompAnnotation = a.seccompByName[name]
}

// profileAnnotation reads a profile as annotations name it. An empty text names none; one that is no profile is like a field without
// a type, whatever it would mean in a field.
func profileAnnotation(f lint.Field) lint.Val[lint.SecurityProfile] {
	v := lint.Read(f, func(n *lint.Node) (lint.SecurityProfile, lint.State) {
		name, state := text(n)
		switch {
		case state != lint.Set:
			return "", state
		case name == "":
			return "", lint.Unset
		case name == "docker/default":
			return lint.RuntimeDefault, lint.Set
		case strings.HasPrefix(name, "localhost/"):
			return lint.LocalProfile, lint.Set
		}
		for profile, annotated := range annotatedProfiles {
			if name == annotated {
				return profile, lint.Set
			}
		}
		return "", lint.Set
	})
	v.At = annotationSlot{v.At}
	return v
}

// annotatedProfiles is how annotations name the profiles that need no further name.
var annotatedProfiles = map[lint.SecurityProfile]string{
	lint.RuntimeDefault: "runtime/default",
	lint.NoProfile:      "unconfined",
}

// annotationSlot is the place of an annotation that names a profile.
type annotationSlot struct{ lint.Slot }

// Put writes a profile as annotations name it.
func (s annotationSlot) Put(value string) []lint.Edit {
	annotated, ok := annotatedProfiles[lint.SecurityProfile(value)]
	if !ok {
		return nil
	}
	return s.Slot.Put(annotated)
}
