package lint

// SecurityContext is what a pod can say for all its containers, and a container for itself.
type SecurityContext struct {
	User Val[User] // with the group of the same level
	// Group is the primary group where it is written by itself: runAsGroup.
	Group        Val[string]
	RunAsNonRoot Val[bool]
	Seccomp      Val[SecurityProfile]
	// SeccompAnnotation is the profile that an annotation names, from before there was a field for it.
	SeccompAnnotation Val[SecurityProfile]
	AppArmor          Val[SecurityProfile]
	SELinux           SELinux
	// HostProcess is windowsOptions.hostProcess.
	HostProcess Val[bool]
}

// SecurityProfile is a seccomp or AppArmor profile.
type SecurityProfile string

const (
	NoProfile      SecurityProfile = "Unconfined"
	RuntimeDefault SecurityProfile = "RuntimeDefault"
	// LocalProfile is one that the file names, or a built-in one that docker has: it confines, in a way that is not known here.
	LocalProfile SecurityProfile = "Localhost"
)

// Confines tells whether the profile keeps a process from anything.
func (p SecurityProfile) Confines() bool { return p == RuntimeDefault || p == LocalProfile }

// UseRuntimeDefault is the edits that put the runtime's own profile in the place of another one: by its name in Kubernetes, elsewhere
// by naming none.
func UseRuntimeDefault(k Kind, v Val[SecurityProfile]) []Edit {
	if k == Kubernetes {
		return Put(v, string(RuntimeDefault))
	}
	return Delete(v)
}

// SELinux is the SELinux label that a container's processes are given.
type SELinux struct {
	Type, User, Role Val[string]
	Disabled         Val[bool] // docker's label=disable
}

// Secured is what a security context holds of: a pod, for all its containers, or one container with what it inherits.
type Secured struct {
	Pod       *Pod
	Container *Container // nil, the pod
}

// String is the name of the pod or the container in messages.
func (s Secured) String() string {
	if s.Container == nil {
		return s.Pod.String()
	}
	return s.Container.String()
}

// Context is the security context.
func (s Secured) Context() *SecurityContext {
	if s.Container == nil {
		return &s.Pod.Security
	}
	return &s.Container.Security
}

// User is the user of the pod or the container.
func (s Secured) User() Val[User] {
	if s.Container == nil {
		return s.Pod.Security.User
	}
	return s.Container.User
}
