package knowledge

import (
	"path"
	"slices"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// NodeFile is a file of a container host or a Kubernetes node, with what the CIS benchmarks allow it to be.
type NodeFile struct {
	pattern string // as path.Match has it
	Mode    lint.Mode
	Owners  []string // the first is the one to advise
}

var (
	rootsOwn   = []string{"root:root"}
	dockersOwn = []string{"root:docker", "root:root"}
	etcdsOwn   = []string{"etcd:etcd", "root:root"}
)

// nodeFiles is from CIS Docker 1.6.0, section 3, and CIS Kubernetes 1.12, sections 1.1 and 4.1.
var nodeFiles = [...]NodeFile{
	{"/etc/docker", 0o755, rootsOwn},
	{"/etc/docker/daemon.json", 0o644, rootsOwn},
	{"/etc/docker/certs.d/*/*", 0o444, rootsOwn},
	{"/etc/default/docker", 0o644, rootsOwn},
	{"/etc/sysconfig/docker", 0o644, rootsOwn},
	{"/etc/systemd/system/docker.service", 0o644, rootsOwn},
	{"/etc/systemd/system/docker.socket", 0o644, rootsOwn},
	{"/usr/lib/systemd/system/docker.service", 0o644, rootsOwn},
	{"/usr/lib/systemd/system/docker.socket", 0o644, rootsOwn},
	{"/run/docker.sock", 0o660, dockersOwn},
	{"/run/containerd/containerd.sock", 0o660, rootsOwn},
	{"/etc/kubernetes/manifests/*", 0o600, rootsOwn},
	{"/etc/kubernetes/*.conf", 0o600, rootsOwn},
	{"/etc/kubernetes/pki/*.crt", 0o644, rootsOwn},
	{"/etc/kubernetes/pki/*/*.crt", 0o644, rootsOwn},
	{"/etc/kubernetes/pki/*.key", 0o600, rootsOwn},
	{"/etc/kubernetes/pki/*/*.key", 0o600, rootsOwn},
	{"/etc/cni/net.d/*", 0o600, rootsOwn},
	{"/etc/systemd/system/kubelet.service", 0o600, rootsOwn},
	{"/etc/systemd/system/kubelet.service.d/*.conf", 0o600, rootsOwn},
	{"/usr/lib/systemd/system/kubelet.service", 0o600, rootsOwn},
	{"/usr/lib/systemd/system/kubelet.service.d/*.conf", 0o600, rootsOwn},
	{"/var/lib/kubelet/config.yaml", 0o600, rootsOwn},
	{"/var/lib/etcd", 0o700, etcdsOwn},
}

// nodeFolders is the folders that hold such files: what is done to all below them is done to those.
var nodeFolders = []string{"/etc/kubernetes", "/etc/kubernetes/manifests", "/etc/kubernetes/pki", "/etc/kubernetes/pki/etcd", "/etc/cni/net.d"}

// FindNodeFile tells what a file of a node may be. With below, it is a folder and all below it.
func FindNodeFile(name string, below bool) (NodeFile, bool) {
	name = path.Clean(name)
	if rest, found := strings.CutPrefix(name, "/var/run/"); found {
		name = "/run/" + rest
	}
	if rest, found := strings.CutPrefix(name, "/lib/systemd/"); found {
		name = "/usr/lib/systemd/" + rest
	}
	folder := strings.TrimSuffix(name, "/*")
	if slices.Contains(nodeFolders, folder) && (below || folder != name) {
		// 700, for -R reaches the folders themselves.
		return NodeFile{Mode: 0o700, Owners: rootsOwn}, true
	}
	for _, f := range nodeFiles {
		if match, _ := path.Match(f.pattern, name); match {
			return f, true
		}
	}
	return NodeFile{}, false
}

// Loosens tells whether a mode allows more than the file may. Whether its owner may run it makes no difference.
func (f NodeFile) Loosens(m lint.Mode) bool { return m&^(f.Mode|0o100) != 0 }

// Owns tells whether an owner, as chown takes it, may own the file; a name that is left out is not judged.
func (f NodeFile) Owns(owner string) bool {
	user, group, _ := strings.Cut(strings.Replace(owner, ".", ":", 1), ":")
	return slices.ContainsFunc(f.Owners, func(o string) bool {
		allowedUser, allowedGroup, _ := strings.Cut(o, ":")
		return isID(user, allowedUser) && isID(group, allowedGroup)
	})
}

func isID(given, allowed string) bool {
	return given == "" || given == allowed || given == "0" && allowed == "root"
}
