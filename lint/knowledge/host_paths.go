package knowledge

import (
	"path"
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// hostPath is a path of the host that gives away more than a folder's worth of files.
type hostPath struct {
	paths   string // cleaned, with spaces between, those of Windows as c:/windows; * stands for one element, /** at the end for all below; ~ is a user's own folder
	writing string // what a container gains that may write there: a clause about "it"
	when    lint.Severity
	reading string // what it gains if it may only read; empty if nothing that matters
	low     lint.Severity
	command bool // whoever may write there as root has the host run what it likes
}

// The folders that CIS Docker 5.6 names come first, then what is known to lead out of a container by being written, or to hold
// keys: hier(7), crontab(5), systemd.unit(5), core(5) for /proc/sys/kernel/core_pattern, cgroups(7) for release_agent, oci-hooks(5)
// and the configuration of containerd and CRI-O for what they start, org.freedesktop.systemd1(5) for the bus, what
// dockerd keeps of a container (config.v2.json, hostconfig.json, hosts, resolv.conf), the documentation of the runtimes and clients that
// keep credentials below the home folder. Read in November 2026.
var hostPaths = [...]hostPath{
	{"/ c:", "it changes any program, account and key of the host", lint.Critical, "it reads every file of the host, with the keys and the data in it", lint.Medium, true},
	{"/boot", "it changes the kernel that the host starts with", lint.High, "", 0, true},
	{"/dev", "it sees every device of the host, and with the privilege opens its disks and memory", lint.High,
		"it sees every device of the host, and with the privilege opens its disks and memory", lint.High, false},
	{"/etc", "it changes the accounts, jobs and services of the host", lint.High, "it reads the password hashes and keys of the host", lint.Medium, true},
	{"/bin /sbin /usr /usr/bin /usr/sbin /usr/local /usr/local/bin /usr/local/sbin /lib /lib32 /lib64 /usr/lib /usr/lib64 /usr/libexec",
		"it replaces programs that the host runs as root", lint.High, "", 0, true},
	{"c:/windows c:/windows/system32 c:/program*files c:/programdata", "it replaces programs and settings that Windows runs as its system", lint.High, "", 0, true},
	{"/lib/modules /usr/lib/modules", "it replaces code that the host's kernel loads", lint.High, "", 0, true},
	{"/proc", "it changes the settings of the host's kernel, and with core_pattern names a program that the host runs as root", lint.High,
		"it reads the command lines and surroundings of the host's processes", lint.Low, true},
	{"/proc/sys/** /proc/sysrq-trigger", "it changes the settings of the host's kernel, and with core_pattern names a program that the host runs as root", lint.High, "", 0, true},
	{"/proc/1/** /proc/kcore", "it reaches the files and memory of the host", lint.High, "it reaches the files and memory of the host", lint.High, true},
	{"/sys /sys/fs /sys/kernel/**", "it changes how the host's kernel treats devices and groups of processes, and has it run a program as root", lint.High,
		"it reads how the host is built and what it runs", lint.Low, true},
	{"/sys/fs/cgroup/**", "it changes the limits of every process of the host and, with the first version of cgroups, has it run a program as root", lint.High, "", 0, true},
	{"/etc/shadow /etc/gshadow", "it sets the password of any account of the host", lint.High, "it reads the password hashes of the host", lint.High, true},
	{"/etc/passwd /etc/group", "it adds accounts to the host", lint.High, "", 0, true},
	{"/etc/sudoers /etc/sudoers.d /etc/pam.d", "it decides who is root on the host", lint.High, "", 0, true},
	{"/etc/ssh", "it decides who may log in to the host", lint.High, "it reads the keys by which the host is known", lint.Medium, true},
	{"/etc/crontab /etc/cron.* /var/spool/cron /var/spool/cron/*", "it adds jobs that the host runs as root", lint.High, "", 0, true},
	{"/etc/systemd/** /lib/systemd/** /usr/lib/systemd/** /run/systemd /run/systemd/system /etc/init.d /etc/rc.local /etc/udev/** /etc/profile /etc/profile.d /etc/ld.so.preload /etc/modprobe.d",
		"it changes what the host starts as root", lint.High, "", 0, true},
	{"/etc/docker /etc/docker/daemon.json /etc/containerd /etc/containerd/config.toml /etc/containerd/conf.d /etc/crio /etc/crio/crio.conf /etc/crio/crio.conf.d /etc/containers /etc/containers/containers.conf /etc/containers/oci/** /usr/share/containers/oci/**",
		"it names the programs that the container runtime of the host starts as root", lint.High, "", 0, true},
	{"/run/dbus /run/dbus/system_bus_socket /run/systemd/private", "as root, it has the service manager of the host start what it likes", lint.Medium,
		"as root, it has the service manager of the host start what it likes", lint.Medium, true},
	{"/root", "it plants keys and commands for the root account of the host", lint.High, "it reads the keys and the history of the host's root account", lint.Medium, true},
	{"~", "it plants keys and commands for the user who starts it", lint.High, "it reads the keys and files of the user who starts it", lint.Medium, false},
	{"/home /Users c:/users", "it plants keys and commands for every user of the host", lint.High, "it reads the keys and files of every user of the host", lint.Medium, false},
	{"~/.ssh", "it adds keys with which one may log in to the host, and reads the private ones", lint.High, "it reads private keys", lint.Medium, false},
	{"~/.aws ~/.aws/credentials ~/.azure ~/.config/gcloud ~/.kube ~/.kube/config ~/.docker ~/.docker/config.json ~/.gnupg ~/.netrc ~/.git-credentials ~/.config/gh ~/.vault-token",
		"it reads the credentials of a person, and can change what their tools do", lint.Medium, "it reads the credentials of a person", lint.Medium, false},
	{"/var /var/lib", "it changes the data, jobs and containers of the host", lint.High, "it reads the data and keys of every service of the host", lint.Medium, true},
	{"/var/log", "it forges and erases the traces of an attack", lint.Medium, "it reads what every service of the host logs", lint.Low, false},
	{"/var/lib/docker/containers", "it changes the hosts and name servers of every container of Docker, and what it may do from its next start", lint.High,
		"it reads the environment and the logs of every container of Docker", lint.Medium, false},
	{"/var/lib/docker/volumes", "it changes the data of every volume of Docker", lint.High, "it reads the data of every volume of Docker", lint.Medium, false},
	{"/var/lib/docker /var/lib/docker/overlay2 /var/lib/docker/image /var/lib/containerd /var/lib/containers /var/lib/containers/storage",
		"it changes the files of every container and image of the host", lint.High, "it reads the files and the environment of every container of the host", lint.Medium, true},
}

// controlPlanePaths is where the parts of a cluster keep what commands it: kubeadm's layout
// (https://kubernetes.io/docs/reference/setup-tools/kubeadm/implementation-details/), that of kubelet and of the network plugins
// (https://kubernetes.io/docs/reference/node/kubelet-files/, https://www.cni.dev/docs/spec/), k3s, RKE2, k0s, MicroK8s, minikube.
// On Windows, kubeadm's layout and that of Azure, which is C:\k.
// Below /var/lib/kubelet, the sockets and folders that drivers of storage and devices are given are left out.
var controlPlanePaths = [...]hostPath{
	{"/etc/kubernetes/manifests/** /etc/kubelet.d/**", "what it writes there, the kubelet of the node runs, whatever the pod asks for", lint.Critical, "", 0, true},
	{"/etc/kubernetes/azure.json /etc/kubernetes/cloud.conf /etc/kubernetes/cloud-config", "it holds the credentials of the cluster at its cloud", lint.Critical,
		"it reads the credentials of the cluster at its cloud", lint.High, false},
	{"/etc/kubernetes/pki/*.crt /etc/kubernetes/pki/etcd/*.crt", "it decides whom the cluster trusts", lint.Critical, "", 0, true},
	{"/etc/kubernetes/kubelet.conf /etc/kubernetes/bootstrap-kubelet.conf /var/lib/kubelet /var/lib/kubelet/pki/** /var/lib/kubelet/config.yaml /var/lib/kubelet/kubeconfig c:/etc/kubernetes/** c:/k c:/var/lib/kubelet c:/var/lib/kubelet/pki/**", "it holds the node's credentials and the secrets of every pod on it", lint.Critical,
		"it reads the node's credentials and the secrets of every pod on it", lint.High, true},
	{"/etc/kubernetes /etc/kubernetes/pki/** /etc/kubernetes/ssl/** /etc/kubernetes/certs/** /etc/kubernetes/*.conf /etc/kubernetes/*config* /srv/kubernetes/**", "it holds the keys of the cluster's authorities and the administrator's credentials", lint.Critical,
		"it reads the keys of the cluster's authorities and the administrator's credentials", lint.Critical, true},
	{"/var/lib/etcd/**", "it holds every object of the cluster, Secrets with them", lint.Critical, "it reads every object of the cluster, Secrets with them", lint.Critical, true},
	{"/var/lib/kubelet/pods c:/var/lib/kubelet/pods", "it holds the secrets and volumes of every pod of the node", lint.Critical, "it reads the secrets and volumes of every pod of the node", lint.High, true},
	{"/etc/cni/** /opt/cni/** c:/etc/cni/** c:/opt/cni/** c:/k/cni/**", "what it writes there, the node runs as root for every pod that it starts", lint.High, "", 0, true},
	{"/var/lib/rancher/** /etc/rancher/** /var/lib/k0s/** /var/snap/microk8s/** /var/lib/minikube/** /var/lib/kube-controller-manager /var/lib/kube-scheduler",
		"it holds the keys and the data of the cluster", lint.Critical, "it reads the keys and the data of the cluster", lint.High, true},
}

// HostPathGain is what a container gains by a path of the host, as a clause about "it", and how bad that is.
type HostPathGain struct {
	Clause   string
	Severity lint.Severity
	// CommandsHost tells that whoever is root in the container has the host run what it likes.
	CommandsHost bool
}

// SensitiveHostPath tells what a container gains by a path of the host; false if nothing beyond the files themselves, as by time
// zones and certificates that may only be read.
func SensitiveHostPath(hostPath string, readOnly bool) (HostPathGain, bool) {
	if gain, found := gainOf(hostPaths[:], hostPath, readOnly); found {
		return gain, true
	}
	return ControlPlanePath(hostPath, readOnly)
}

// ControlPlanePath tells what a container gains by a path of a node at which a part of the cluster keeps what commands it.
func ControlPlanePath(hostPath string, readOnly bool) (HostPathGain, bool) {
	return gainOf(controlPlanePaths[:], hostPath, readOnly)
}

// IsControlPlanePath tells whether a path is one that gives a part of the cluster away. In a pod, a rule of its own judges those.
func IsControlPlanePath(hostPath string) bool {
	_, found := ControlPlanePath(hostPath, false)
	_, other := gainOf(hostPaths[:], hostPath, false)
	return found && !other
}

func gainOf(table []hostPath, hostPath string, readOnly bool) (HostPathGain, bool) {
	p, ok := cleanHostPath(hostPath)
	if !ok {
		return HostPathGain{}, false
	}
	for i := range table {
		row := &table[i]
		if !pathMatches(row.paths, p) {
			continue
		}
		if readOnly {
			return HostPathGain{Clause: row.reading, Severity: row.low}, row.reading != ""
		}
		return HostPathGain{row.writing, row.when, row.command}, true
	}
	return HostPathGain{}, false
}

// pathMatches tells whether a clean path is one of the patterns with spaces between them: * stands for one element or a part of
// it, and /** at the end for the folder and all below it.
func pathMatches(patterns, p string) bool {
	for pattern := range strings.SplitSeq(patterns, " ") {
		folder, deep := strings.CutSuffix(pattern, "/**")
		if deep && strings.HasPrefix(p, folder+"/") {
			return true
		}
		if folder == p {
			return true
		}
		if strings.Contains(folder, "*") {
			if matched, _ := path.Match(folder, p); matched {
				return true
			}
		}
	}
	return false
}

// homeFolders is how the shell, compose, make and devcontainer.json write the folder of whoever runs them. On each system, one of the
// editor's two variables is empty (https://containers.dev/implementors/json_reference/#variables-in-devcontainerjson).
var homeFolders = [...]string{"$HOME", "${HOME}", "$$HOME", "$${HOME}", "$(HOME)", "${localEnv:HOME}${localEnv:USERPROFILE}", "${localEnv:USERPROFILE}${localEnv:HOME}",
	"${localEnv:HOME}", "${localEnv:USERPROFILE}"}

// belowHome cuts a variable that names the folder of whoever starts the container off a path.
func belowHome(p string) (rest string, found bool) {
	for _, home := range homeFolders {
		if rest, found := strings.CutPrefix(p, home); found && (rest == "" || rest[0] == '/') {
			return rest, true
		}
	}
	return "", false
}

// IsUsersPath tells whether a path with a variable in it is known to be the folder of a user of the host, or below it.
func IsUsersPath(p string) bool {
	_, found := belowHome(p)
	return (found || strings.HasPrefix(p, "/home/$")) && !strings.Contains(p, "..")
}

// cleanHostPath is the one spelling of an absolute path: /run for /var/run, and ~ for the folder of a user, root's with the others,
// however it is written.
func cleanHostPath(p string) (string, bool) {
	if rest, found := belowHome(p); found {
		p = "~" + rest
	}
	p = withoutBackslashes(p)
	if len(p) > 4096 || !strings.HasPrefix(p, "/") && !strings.HasPrefix(p, "c:/") && p != "~" && !strings.HasPrefix(p, "~/") {
		return "", false
	}
	p = path.Clean(p)
	if rest, found := strings.CutPrefix(p, "/var/run"); found && (rest == "" || rest[0] == '/') {
		p = "/run" + rest
	}
	if rest, found := strings.CutPrefix(p, "/root/"); found {
		return "~/" + rest, true
	}
	for _, homes := range [...]string{"/home/", "/Users/", "c:/users/"} {
		if rest, found := strings.CutPrefix(p, homes); found {
			_, rest, _ = strings.Cut(rest, "/")
			return "~/" + rest, true
		}
	}
	return p, true
}

// withoutBackslashes is a path of a Windows drive in the one spelling of the tables: c:/windows for C:\Windows.
func withoutBackslashes(p string) string {
	if len(p) < 2 || p[1] != ':' {
		return p
	}
	return strings.ToLower(strings.ReplaceAll(p[:2]+"/"+p[2:], `\`, "/"))
}

// controlPlaneImages is the last elements of the names of the images of which a control plane is made.
var controlPlaneImages = [...]string{"etcd", "kube-apiserver", "kube-controller-manager", "kube-scheduler"}

// IsControlPlaneImage tells whether an image is that of a part of a cluster's control plane, from whatever registry.
func IsControlPlaneImage(i lint.Image) bool {
	return slices.Contains(controlPlaneImages[:], path.Base(i.Repository))
}
