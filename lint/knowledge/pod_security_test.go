package knowledge

import (
	"slices"
	"testing"

	"github.com/stridelint/stridelint/lint"
)

// What a version allows, at its boundaries. testdata/oracles/podsecurity compares all of it with Kubernetes' own evaluator.
func TestPodSecurityVersions(t *testing.T) {
	windows := &lint.Pod{OS: lint.Val[string]{State: lint.Set, V: "windows"}}
	mapped := &lint.Pod{HostUsers: lint.Val[bool]{State: lint.Set}}
	tests := []struct {
		name  string
		since PodSecurity // the first version that allows it
		allow func(PodSecurity) bool
	}{
		{"windows", 25, func(v PodSecurity) bool { return v.Exempts(windows) }},
		{"user namespace", 35, func(v PodSecurity) bool { return v.TrustsNamespace(mapped) }},
		{"handlers", 34, PodSecurity.JudgesHandlers},
		{"procMount", 35, PodSecurity.RestrictsProcMount},
		{"annotations are dead", 27, func(v PodSecurity) bool { return !v.ReadsSeccompAnnotations() }},
		{"engine", 31, func(v PodSecurity) bool { return v.AllowsSELinuxType("container_engine_t") }},
		{"ports", 27, func(v PodSecurity) bool { return v.AllowsSysctl("net.ipv4.ip_local_reserved_ports") }},
		{"keepalive", 29, func(v PodSecurity) bool { return v.AllowsSysctl("net.ipv4.tcp_keepalive_time") }},
		{"rmem", 32, func(v PodSecurity) bool { return v.AllowsSysctl("net.ipv4.tcp_rmem") }},
		{"lowat", 37, func(v PodSecurity) bool { return v.AllowsSysctl("net.ipv4.tcp_notsent_lowat") }},
	}
	for _, test := range tests {
		if test.allow(test.since-1) || !test.allow(test.since) {
			t.Errorf("%s: %t before 1.%d, %t then", test.name, test.allow(test.since-1), test.since, test.allow(test.since))
		}
	}
	if v := latestPodSecurity; v.Exempts(&lint.Pod{}) || v.TrustsNamespace(&lint.Pod{}) || v.AllowsSysctl("kernel.msgmax") || v.AllowsSELinuxType("spc_t") {
		t.Error("the latest version allows too much")
	}
}

func TestPodSecurityFor(t *testing.T) {
	for _, test := range []struct {
		kind  lint.Kind
		minor int
		want  PodSecurity
	}{{lint.Kubernetes, 0, latestPodSecurity}, {lint.Kubernetes, 25, 25}, {lint.Compose, 25, latestPodSecurity}, {lint.Script, 0, latestPodSecurity}} {
		p := &lint.Pass{Unit: &lint.Unit{Kind: test.kind}, World: lint.World{KubernetesMinor: test.minor}}
		if got := PodSecurityFor(p); got != test.want {
			t.Errorf("%s 1.%d: %d, want %d", test.kind, test.minor, got, test.want)
		}
	}
}

func TestBaseline(t *testing.T) {
	if !slices.IsSorted(baselineCapabilities[:]) || !slices.IsSorted(uncommonVolumes[:]) || !slices.IsSorted(namespacedSysctls[:]) {
		t.Error("a table is not sorted")
	}
	for name, want := range map[string]bool{"CHOWN": true, "SYS_CHROOT": true, "chown": false, "CAP_CHOWN": false, "NET_RAW": false, "ALL": false, "": false} {
		if BaselineCapability(name) != want {
			t.Errorf("baseline allows %q: %t", name, !want)
		}
	}
	for kind, want := range map[string]bool{"nfs": true, "gitRepo": true, "hostPath": false, "emptyDir": false, "image": false, "": false} {
		if UncommonVolume(kind) != want {
			t.Errorf("restricted keeps out %q: %t", kind, !want)
		}
	}
}

func TestCanForbidEscalation(t *testing.T) {
	set := lint.Val[bool]{State: lint.Set, V: true}
	admin := lint.List[lint.Val[string]]{State: lint.Set, Items: []lint.Val[string]{{State: lint.Set, V: "CAP_SYS_ADMIN"}}}
	for _, test := range []struct {
		kind lint.Kind
		c    lint.Container
		want bool
	}{
		{lint.Kubernetes, lint.Container{}, true},
		{lint.Kubernetes, lint.Container{Privileged: set}, false},
		{lint.Kubernetes, lint.Container{AddCapabilities: admin}, false},
		{lint.Compose, lint.Container{Privileged: set, AddCapabilities: admin}, true},
	} {
		if got := CanForbidEscalation(test.kind, &test.c); got != test.want {
			t.Errorf("%s, privileged %t: %t", test.kind, test.c.Privileged.V, got)
		}
	}
}

func TestSysctls(t *testing.T) {
	for name, want := range map[string]bool{"net.core.somaxconn": true, "kernel.shmmax": true, "fs.mqueue.msg_max": true, "kernel.domainname": true,
		"vm.max_map_count": false, "kernel.core_pattern": false, "fs.file-max": false, "kernel.hostname": false, "": false} {
		if NamespacedSysctl(name) != want {
			t.Errorf("a container has %q for itself: %t", name, !want)
		}
	}
}

func TestAddedCapability(t *testing.T) {
	for _, name := range []string{"NET_RAW", "net_admin", "CAP_SYS_TIME", "SYS_ADMIN", "ALL"} {
		if why, ok := AddedCapability(name); !ok || why == "" {
			t.Errorf("%s is not known", name)
		}
	}
	for _, name := range []string{"CHOWN", "NET_BINDER", ""} {
		if why, ok := AddedCapability(name); ok {
			t.Errorf("%q: %s", name, why)
		}
	}
	for _, c := range minorCapabilities {
		if _, dangerous := DangerousCapability(c.name); dangerous || BaselineCapability(c.name) {
			t.Errorf("%s stands in two tables", c.name)
		}
	}
}
