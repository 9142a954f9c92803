package knowledge

import (
	"path"
	"strings"
)

// Reach is how a host path leads to a container runtime's socket.
type Reach uint8

const (
	NoSocket     Reach = iota
	SocketItself       // the path is the socket
	SocketFolder       // the path is a folder above the socket: mounting it hands over the socket as well
)

// socket is where a container runtime listens. Whoever may write to it may start a container that holds the whole host.
type socket struct {
	path    string // cleaned, below the real folder /run; a * stands for one element
	runtime string
}

// The paths are those that the runtimes and what installs them write: the CRI endpoints that kubelet knows
// (https://kubernetes.io/docs/setup/production-environment/container-runtimes/), k3s and RKE2, Podman's and rootless Docker's
// user sockets, BuildKit. Read in November 2026.
var sockets = [...]socket{
	{"/run/docker.sock", "Docker"},
	{"/run/docker.sock.raw", "Docker"}, // Docker Desktop
	{"/run/user/*/docker.sock", "Docker"},
	{"/home/*/.docker/run/docker.sock", "Docker"}, // Docker Desktop
	{"/Users/*/.docker/run/docker.sock", "Docker"},
	{"/run/containerd/containerd.sock", "containerd"},
	{"/run/docker/containerd/containerd.sock", "containerd"},
	{"/run/k3s/containerd/containerd.sock", "containerd"},
	{"/run/crio/crio.sock", "CRI-O"},
	{"/run/podman/podman.sock", "Podman"},
	{"/run/user/*/podman/podman.sock", "Podman"},
	{"/run/cri-dockerd.sock", "cri-dockerd"},
	{"/run/dockershim.sock", "dockershim"},
	{"/run/buildkit/buildkitd.sock", "BuildKit"},
}

// pipes is the names, in lower case, of the pipes that container runtimes listen on on Windows.
var pipes = [...]struct{ name, runtime string }{
	{"docker_engine", "Docker"},
	{"docker_engine_windows", "Docker"}, // Docker Desktop in Windows mode
	{"containerd-containerd", "containerd"},
}

// socketFolders is the folders that hold sockets and little else that people mount: /home or / lead to sockets too, but hand over
// so much more that the socket is not the matter.
var socketFolders = [...]string{"/run", "/run/containerd", "/run/docker", "/run/docker/containerd", "/run/k3s",
	"/run/k3s/containerd", "/run/crio", "/run/podman", "/run/user", "/run/user/*", "/run/user/*/podman", "/run/buildkit"}

// RuntimeSocket tells which container runtime a host path hands over, and whether it is the runtime's socket or a folder that
// holds it. It knows //var/run and \\.\pipe spellings, URLs of either, and /var/run, which is /run. A folder that holds several
// runtimes' sockets is named by the first.
func RuntimeSocket(hostPath string) (runtime string, how Reach) {
	p := strings.TrimPrefix(hostPath, "unix://")
	if name, isPipe := pipeName(p); isPipe {
		for _, pipe := range pipes {
			if pipe.name == name {
				return pipe.runtime, SocketItself
			}
		}
		return "", NoSocket
	}
	if !strings.HasPrefix(p, "/") || len(p) > 4096 {
		return "", NoSocket
	}
	p = path.Clean(p)
	if rest, found := strings.CutPrefix(p, "/var/run"); found && (rest == "" || rest[0] == '/') {
		p = "/run" + rest
	}
	for _, s := range sockets {
		if matched, _ := path.Match(s.path, p); matched {
			return s.runtime, SocketItself
		}
	}
	for _, folder := range socketFolders {
		if matched, _ := path.Match(folder, p); matched {
			return runtimeBelow(folder), SocketFolder
		}
	}
	return "", NoSocket
}

// runtimeBelow is the runtime of the first socket below a folder.
func runtimeBelow(folder string) string {
	for _, s := range sockets {
		if strings.HasPrefix(s.path, folder+"/") {
			return s.runtime
		}
	}
	return ""
}

// pipeName is the name of a Windows named pipe in lower case: docker_engine of \\.\pipe\docker_engine, //./pipe/docker_engine
// or npipe:////./pipe/docker_engine.
func pipeName(p string) (string, bool) {
	p = strings.ToLower(strings.ReplaceAll(p, `\`, "/"))
	p = strings.TrimPrefix(p, "npipe:")
	rest := strings.TrimLeft(p, "/")
	name, found := strings.CutPrefix(rest, "./pipe/")
	return name, found && len(p)-len(rest) >= 2
}
