package podsecurity

import (
	"fmt"
	"math/rand/v2"

	corev1 "k8s.io/api/core/v1"
	"k8s.io/apimachinery/pkg/api/resource"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/util/intstr"
)

// dice makes pods by chance. Most of their fields are left out or good, so that controls are broken one by one as well as together.
type dice struct{ *rand.Rand }

// oneIn is true once in so many times.
func (d dice) oneIn(n int) bool { return d.IntN(n) == 0 }

// pick is one of several values.
func pick[T any](d dice, values ...T) T { return values[d.IntN(len(values))] }

// maybe is a pointer to one of several values, more often nil.
func maybe[T any](d dice, values ...T) *T {
	if !d.oneIn(3) {
		return nil
	}
	v := pick(d, values...)
	return &v
}

// pod is the metadata and the specification of a pod.
func (d dice) pod() (metav1.ObjectMeta, corev1.PodSpec) {
	careful := d.oneIn(3) // a pod that says what level restricted asks for, but for what chance breaks
	spec := corev1.PodSpec{
		HostPID:         d.oneIn(12),
		HostIPC:         d.oneIn(12),
		HostNetwork:     d.oneIn(12),
		HostUsers:       maybe(d, true, false, false),
		SecurityContext: d.podSecurity(careful),
		RestartPolicy:   pick(d, "", corev1.RestartPolicyAlways, corev1.RestartPolicyNever),
	}
	if d.oneIn(4) {
		spec.OS = &corev1.PodOS{Name: pick(d, corev1.Linux, corev1.Windows)}
	}
	for i := range d.IntN(3) {
		c := d.container(fmt.Sprintf("init%d", i), careful)
		c.RestartPolicy = maybe(d, corev1.ContainerRestartPolicyAlways)
		spec.InitContainers = append(spec.InitContainers, c)
	}
	for i := range 1 + d.IntN(2) {
		spec.Containers = append(spec.Containers, d.container(fmt.Sprintf("app%d", i), careful))
	}
	if d.oneIn(6) {
		c := d.container("debug", careful)
		spec.EphemeralContainers = []corev1.EphemeralContainer{{EphemeralContainerCommon: corev1.EphemeralContainerCommon(c)}}
	}
	for i := range d.IntN(3) {
		spec.Volumes = append(spec.Volumes, corev1.Volume{Name: fmt.Sprintf("volume%d", i), VolumeSource: d.volume()})
	}
	return metav1.ObjectMeta{Name: "pod", Annotations: d.annotations()}, spec
}

// annotations is profiles of AppArmor for containers that are there and that are not, one of seccomp, and others that mean nothing.
// Seccomp's unconfined is left out: the evaluator does not know these annotations, we take that one for the wish that it is.
func (d dice) annotations() map[string]string {
	if !d.oneIn(4) {
		return nil
	}
	const appArmor = "container.apparmor.security.beta.kubernetes.io/"
	value := pick(d, "runtime/default", "localhost/profile", "localhost/", "unconfined", "", "Unconfined", "RuntimeDefault")
	annotations := map[string]string{appArmor + pick(d, "app0", "app1", "init0", "debug", "gone", ""): value}
	if d.oneIn(2) {
		annotations["example.com/note"] = "unconfined"
	}
	if d.oneIn(3) {
		annotations["seccomp.security.alpha.kubernetes.io/pod"] = "runtime/default"
	}
	return annotations
}

func (d dice) podSecurity(careful bool) *corev1.PodSecurityContext {
	s := &corev1.PodSecurityContext{
		SELinuxOptions:  d.seLinux(),
		SeccompProfile:  d.seccomp(),
		AppArmorProfile: d.appArmor(),
		WindowsOptions:  d.windows(),
		RunAsUser:       maybe[int64](d, 0, 1000, 10001),
		RunAsGroup:      maybe[int64](d, 0, 10001),
		RunAsNonRoot:    maybe(d, true, true, false),
		FSGroup:         maybe[int64](d, 0, 2000),
	}
	for d.oneIn(4) {
		s.Sysctls = append(s.Sysctls, corev1.Sysctl{Name: pick(d, sysctls...), Value: "1"})
	}
	if careful {
		nonRoot := true
		s.RunAsNonRoot, s.SeccompProfile = &nonRoot, &corev1.SeccompProfile{Type: corev1.SeccompProfileTypeRuntimeDefault}
	} else if d.oneIn(4) {
		return nil
	}
	return s
}

// sysctls is parameters that some version allows, and near misses.
var sysctls = []string{
	"kernel.shm_rmid_forced", "net.ipv4.ip_local_port_range", "net.ipv4.tcp_syncookies", "net.ipv4.ping_group_range",
	"net.ipv4.ip_unprivileged_port_start", "net.ipv4.ip_local_reserved_ports", "net.ipv4.tcp_keepalive_time", "net.ipv4.tcp_fin_timeout",
	"net.ipv4.tcp_keepalive_intvl", "net.ipv4.tcp_keepalive_probes", "net.ipv4.tcp_rmem", "net.ipv4.tcp_wmem",
	"net.ipv4.tcp_slow_start_after_idle", "net.ipv4.tcp_notsent_lowat", "kernel.msgmax", "net.core.somaxconn", "net/ipv4/tcp_rmem", "",
}

func (d dice) container(name string, careful bool) corev1.Container {
	c := corev1.Container{Name: name, Image: "registry.example.com/" + name + ":1.0", SecurityContext: d.security(careful)}
	if d.oneIn(6) {
		c.Ports = []corev1.ContainerPort{{ContainerPort: 8080, HostPort: pick[int32](d, 0, 0, 80, 65535), HostIP: pick(d, "", "127.0.0.1")}}
	}
	c.LivenessProbe, c.ReadinessProbe, c.StartupProbe = d.probe(), d.probe(), d.probe()
	if d.oneIn(8) {
		c.Lifecycle = &corev1.Lifecycle{}
		if d.oneIn(2) {
			c.Lifecycle.PostStart = d.hook()
		} else {
			c.Lifecycle.PreStop = d.hook()
		}
	}
	return c
}

func (d dice) security(careful bool) *corev1.SecurityContext {
	s := &corev1.SecurityContext{
		Privileged:               maybe(d, true, false, false, false),
		AllowPrivilegeEscalation: maybe(d, true, false, false),
		ProcMount:                maybe(d, corev1.DefaultProcMount, corev1.UnmaskedProcMount, ""),
		RunAsUser:                maybe[int64](d, 0, 1000, 10001, 10001),
		RunAsGroup:               maybe[int64](d, 0, 10001),
		RunAsNonRoot:             maybe(d, true, true, false),
		ReadOnlyRootFilesystem:   maybe(d, true, false),
		SELinuxOptions:           d.seLinux(),
		SeccompProfile:           d.seccomp(),
		AppArmorProfile:          d.appArmor(),
		WindowsOptions:           d.windows(),
	}
	if d.oneIn(2) {
		s.Capabilities = &corev1.Capabilities{Add: d.capabilities(), Drop: d.dropped()}
	}
	switch {
	case careful:
		escalation := false
		s.AllowPrivilegeEscalation = &escalation
		s.Capabilities = &corev1.Capabilities{Drop: []corev1.Capability{"ALL"}}
		if d.oneIn(4) {
			s.Capabilities.Add = d.capabilities()
		}
	case d.oneIn(4):
		return nil
	}
	return s
}

func (d dice) capabilities() (add []corev1.Capability) {
	for d.oneIn(2) {
		add = append(add, pick[corev1.Capability](d, "NET_BIND_SERVICE", "NET_BIND_SERVICE", "CHOWN", "SETUID", "MKNOD", "SYS_CHROOT", "NET_RAW", "NET_ADMIN",
			"SYS_ADMIN", "ALL", "CAP_CHOWN", "chown", "net_bind_service", "CAP_SYS_ADMIN", "BOGUS", ""))
	}
	return add
}

func (d dice) dropped() (drop []corev1.Capability) {
	for d.oneIn(2) {
		drop = append(drop, pick[corev1.Capability](d, "ALL", "ALL", "all", "CAP_ALL", "NET_RAW", "CHOWN", ""))
	}
	return drop
}

func (d dice) seLinux() *corev1.SELinuxOptions {
	if !d.oneIn(8) {
		return nil
	}
	return &corev1.SELinuxOptions{
		Type:  pick(d, "", "container_t", "container_init_t", "container_kvm_t", "container_engine_t", "spc_t", "Container_t"),
		User:  pick(d, "", "", "system_u"),
		Role:  pick(d, "", "", "system_r"),
		Level: pick(d, "", "s0:c1,c2"),
	}
}

func (d dice) seccomp() *corev1.SeccompProfile {
	if !d.oneIn(4) {
		return nil
	}
	return &corev1.SeccompProfile{Type: pick(d, corev1.SeccompProfileTypeRuntimeDefault, corev1.SeccompProfileTypeRuntimeDefault,
		corev1.SeccompProfileTypeLocalhost, corev1.SeccompProfileTypeUnconfined, "", "runtime/default")}
}

func (d dice) appArmor() *corev1.AppArmorProfile {
	if !d.oneIn(8) {
		return nil
	}
	return &corev1.AppArmorProfile{Type: pick(d, corev1.AppArmorProfileTypeRuntimeDefault, corev1.AppArmorProfileTypeLocalhost,
		corev1.AppArmorProfileTypeUnconfined, "", "unconfined")}
}

func (d dice) windows() *corev1.WindowsSecurityContextOptions {
	if !d.oneIn(10) {
		return nil
	}
	user := "ContainerUser"
	return &corev1.WindowsSecurityContextOptions{HostProcess: maybe(d, true, false), RunAsUserName: &user}
}

func (d dice) host() string {
	return pick(d, "", "", "localhost", "127.0.0.1", "::1", "db.example.com")
}

func (d dice) probe() *corev1.Probe {
	if !d.oneIn(8) {
		return nil
	}
	port := intstr.FromInt32(8080)
	probe := &corev1.Probe{PeriodSeconds: 5}
	switch d.IntN(4) {
	case 0:
		probe.HTTPGet = &corev1.HTTPGetAction{Path: "/", Port: port, Host: d.host()}
	case 1:
		probe.TCPSocket = &corev1.TCPSocketAction{Port: port, Host: d.host()}
	case 2:
		probe.GRPC = &corev1.GRPCAction{Port: 8080}
	case 3:
		probe.Exec = &corev1.ExecAction{Command: []string{"true"}}
	}
	return probe
}

func (d dice) hook() *corev1.LifecycleHandler {
	port := intstr.FromString("http")
	switch d.IntN(3) {
	case 0:
		return &corev1.LifecycleHandler{HTTPGet: &corev1.HTTPGetAction{Port: port, Host: d.host()}}
	case 1:
		return &corev1.LifecycleHandler{TCPSocket: &corev1.TCPSocketAction{Port: port, Host: d.host()}}
	}
	return &corev1.LifecycleHandler{Sleep: &corev1.SleepAction{Seconds: 1}}
}

// volume is the source of a volume, or none.
func (d dice) volume() corev1.VolumeSource {
	quantity := resource.MustParse("1Gi")
	return pick(d,
		corev1.VolumeSource{},
		corev1.VolumeSource{EmptyDir: &corev1.EmptyDirVolumeSource{}},
		corev1.VolumeSource{EmptyDir: &corev1.EmptyDirVolumeSource{Medium: corev1.StorageMediumMemory, SizeLimit: &quantity}},
		corev1.VolumeSource{ConfigMap: &corev1.ConfigMapVolumeSource{}},
		corev1.VolumeSource{Secret: &corev1.SecretVolumeSource{SecretName: "secret"}},
		corev1.VolumeSource{Projected: &corev1.ProjectedVolumeSource{}},
		corev1.VolumeSource{DownwardAPI: &corev1.DownwardAPIVolumeSource{}},
		corev1.VolumeSource{PersistentVolumeClaim: &corev1.PersistentVolumeClaimVolumeSource{ClaimName: "claim"}},
		corev1.VolumeSource{CSI: &corev1.CSIVolumeSource{Driver: "driver"}},
		corev1.VolumeSource{Ephemeral: &corev1.EphemeralVolumeSource{}},
		corev1.VolumeSource{Image: &corev1.ImageVolumeSource{Reference: "registry.example.com/models:1"}},
		corev1.VolumeSource{HostPath: &corev1.HostPathVolumeSource{Path: pick(d, "/", "/srv", "/var/run/docker.sock", "")}},
		corev1.VolumeSource{NFS: &corev1.NFSVolumeSource{Server: "nfs.example.com", Path: "/"}},
		corev1.VolumeSource{ISCSI: &corev1.ISCSIVolumeSource{}},
		corev1.VolumeSource{GitRepo: &corev1.GitRepoVolumeSource{Repository: "https://git.example.com/a.git"}},
		corev1.VolumeSource{AzureFile: &corev1.AzureFileVolumeSource{}},
		corev1.VolumeSource{FC: &corev1.FCVolumeSource{}},
		corev1.VolumeSource{RBD: &corev1.RBDVolumeSource{}},
	)
}
