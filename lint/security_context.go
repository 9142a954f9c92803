package lint

// SecurityContext is what a pod can say for all its containers, and a container for itself.
type SecurityContext struct {
	User         Val[User] // with the group of the same level
	RunAsNonRoot Val[bool]
	Seccomp      Val[SecurityProfile]
	AppArmor     Val[SecurityProfile]
	SELinux      SELinux
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

// SELinux is the SELinux label that a container's processes are given.
type SELinux struct {
	Type, User, Role Val[string]
	Disabled         Val[bool] // docker's label=disable
}
