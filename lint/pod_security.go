package lint

// PodSecurity is a level of Kubernetes' Pod Security Standards (https://kubernetes.io/docs/concepts/security/pod-security-standards/).
// What breaks a level breaks the stricter ones.
type PodSecurity uint8

const (
	Unregulated PodSecurity = iota // the standards say nothing of it
	Baseline
	Restricted
)

// String is the level in one lower-case word; empty if there is none.
func (l PodSecurity) String() string { return [...]string{"", "baseline", "restricted"}[l] }
