package knowledge

import (
	"slices"

	"github.com/stridelint/stridelint/lint"
)

// PodSecurity is the Pod Security Standards as one minor version of Kubernetes 1.x has them.
//
// Source: the checks of k8s.io/pod-security-admission v0.37.2 (https://github.com/kubernetes/pod-security-admission/tree/master/policy),
// read in November 2026; testdata/oracles/podsecurity compares them with ours.
type PodSecurity int

// latestPodSecurity is the newest version that is known.
const latestPodSecurity PodSecurity = 37

// PodSecurityFor is the standards by which a rule judges: in a manifest those of the version that the run is for, elsewhere the
// latest.
func PodSecurityFor(p *lint.Pass) PodSecurity {
	if p.Unit.Kind != lint.Kubernetes || p.KubernetesMinor == 0 {
		return latestPodSecurity
	}
	return PodSecurity(p.KubernetesMinor)
}

// Exempts tells whether the pod is left out of what only Linux has: privilege escalation, seccomp, capabilities.
func (v PodSecurity) Exempts(pod *lint.Pod) bool { return v >= 25 && pod.OS.Is("windows") }

// TrustsNamespace tells whether a user namespace of the pod's own makes up for root and for an unmasked /proc in it.
func (v PodSecurity) TrustsNamespace(pod *lint.Pod) bool { return v >= 35 && pod.HostUsers.Is(false) }

// JudgesHandlers tells whether the hosts are judged that probes and lifecycle hooks ask.
func (v PodSecurity) JudgesHandlers() bool { return v >= 34 }

// RestrictsProcMount tells whether level restricted keeps /proc masked in user namespaces too.
func (v PodSecurity) RestrictsProcMount() bool { return v >= 35 }

// ReadsSeccompAnnotations tells whether the API server still makes fields of the seccomp annotations
// (https://github.com/kubernetes/kubernetes/pull/114947).
func (v PodSecurity) ReadsSeccompAnnotations() bool { return v < 27 }

// allowance is something that the standards allow from a version on.
type allowance struct {
	name  string
	since PodSecurity
}

// allows tells whether a name is among what is allowed by now.
func (v PodSecurity) allows(allowed []allowance, name string) bool {
	return slices.ContainsFunc(allowed, func(a allowance) bool { return a.name == name && a.since <= v })
}

// safeSysctls is the kernel parameters that reach neither other pods nor the node.
var safeSysctls = []allowance{
	{"kernel.shm_rmid_forced", 0},
	{"net.ipv4.ip_local_port_range", 0},
	{"net.ipv4.ip_unprivileged_port_start", 0},
	{"net.ipv4.ping_group_range", 0},
	{"net.ipv4.tcp_syncookies", 0},
	{"net.ipv4.ip_local_reserved_ports", 27},
	{"net.ipv4.tcp_fin_timeout", 29},
	{"net.ipv4.tcp_keepalive_intvl", 29},
	{"net.ipv4.tcp_keepalive_probes", 29},
	{"net.ipv4.tcp_keepalive_time", 29},
	{"net.ipv4.tcp_rmem", 32},
	{"net.ipv4.tcp_wmem", 32},
	{"net.ipv4.tcp_notsent_lowat", 37},
	{"net.ipv4.tcp_slow_start_after_idle", 37},
}

// AllowsSysctl tells whether a pod may set a kernel parameter.
func (v PodSecurity) AllowsSysctl(name string) bool { return v.allows(safeSysctls, name) }

// confinedTypes is the SELinux types that confine containers. An empty one leaves the choice to the runtime.
var confinedTypes = []allowance{
	{"", 0},
	{"container_t", 0},
	{"container_init_t", 0},
	{"container_kvm_t", 0},
	{"container_engine_t", 31},
}

// AllowsSELinuxType tells whether a pod or container may have an SELinux type.
func (v PodSecurity) AllowsSELinuxType(name string) bool { return v.allows(confinedTypes, name) }

// baselineCapabilities is what level baseline lets containers add, sorted: docker's default set without NET_RAW.
var baselineCapabilities = [...]string{
	"AUDIT_WRITE", "CHOWN", "DAC_OVERRIDE", "FOWNER", "FSETID", "KILL", "MKNOD", "NET_BIND_SERVICE", "SETFCAP", "SETGID", "SETPCAP",
	"SETUID", "SYS_CHROOT",
}

// BaselineCapability tells whether level baseline lets a container add a capability, by its exact name.
func BaselineCapability(name string) bool {
	_, found := slices.BinarySearch(baselineCapabilities[:], name)
	return found
}

// RestrictedCapability is the one capability that level restricted lets a container add.
const RestrictedCapability = "NET_BIND_SERVICE"

// CanForbidEscalation tells whether a container of a kind of file can be kept from gaining privileges: Kubernetes refuses to do so
// for those that have all of them, or SYS_ADMIN (ValidateSecurityContext in
// https://github.com/kubernetes/kubernetes/blob/master/pkg/apis/core/validation/validation.go).
func CanForbidEscalation(k lint.Kind, c *lint.Container) bool {
	hasAdmin := slices.ContainsFunc(c.AddCapabilities.Items, func(capability lint.Val[string]) bool {
		return CapabilityName(capability.V) == "SYS_ADMIN"
	})
	return k != lint.Kubernetes || !c.Privileged.Is(true) && !hasAdmin
}

// CanRunUnprivileged tells whether a container of a kind of file can do without its privilege: Kubernetes refuses to share mounts of
// others with the host (validateMountPropagation in the same file).
func CanRunUnprivileged(k lint.Kind, c *lint.Container) bool {
	return k != lint.Kubernetes || !slices.ContainsFunc(c.Mounts.Items, func(m lint.Mount) bool { return m.Propagation.Is("Bidirectional") })
}

// uncommonVolumes is the types of volume that level restricted keeps out, sorted, hostPath aside.
var uncommonVolumes = [...]string{
	"awsElasticBlockStore", "azureDisk", "azureFile", "cephfs", "cinder", "fc", "flexVolume", "flocker", "gcePersistentDisk", "gitRepo",
	"glusterfs", "iscsi", "nfs", "photonPersistentDisk", "portworxVolume", "quobyte", "rbd", "scaleIO", "storageos", "vsphereVolume",
}

// UncommonVolume tells whether level restricted keeps out a type of volume, hostPath aside.
func UncommonVolume(kind string) bool {
	_, found := slices.BinarySearch(uncommonVolumes[:], kind)
	return found
}

// HighID is the lowest ID of a user or group that no host is likely to have given to one of its own. The peers draw the line there:
// system accounts end at 999, people's start at 1000 and are few.
const HighID = 10000
