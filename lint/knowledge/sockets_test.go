package knowledge

import (
	"strings"
	"testing"
)

func TestRuntimeSocket(t *testing.T) {
	tests := []struct {
		path    string
		runtime string
		how     Reach
	}{
		{"/var/run/docker.sock", "Docker", SocketItself},
		{"/run/docker.sock", "Docker", SocketItself},
		{"//var/run/docker.sock", "Docker", SocketItself},
		{"/var/run/../run/./docker.sock", "Docker", SocketItself},
		{"/var//run/docker.sock/", "Docker", SocketItself},
		{"unix:///var/run/docker.sock", "Docker", SocketItself},
		{"/var/run/docker.sock.raw", "Docker", SocketItself},
		{"/run/user/1000/docker.sock", "Docker", SocketItself},
		{"/home/dev/.docker/run/docker.sock", "Docker", SocketItself},
		{"/run/containerd/containerd.sock", "containerd", SocketItself},
		{"/var/run/containerd/containerd.sock", "containerd", SocketItself},
		{"/run/k3s/containerd/containerd.sock", "containerd", SocketItself},
		{"/var/run/crio/crio.sock", "CRI-O", SocketItself},
		{"/run/podman/podman.sock", "Podman", SocketItself},
		{"/run/user/1000/podman/podman.sock", "Podman", SocketItself},
		{"/var/run/cri-dockerd.sock", "cri-dockerd", SocketItself},
		{"/var/run/dockershim.sock", "dockershim", SocketItself},
		{"/run/buildkit/buildkitd.sock", "BuildKit", SocketItself},

		{`\\.\pipe\docker_engine`, "Docker", SocketItself},
		{`//./pipe/docker_engine`, "Docker", SocketItself},
		{`\\.\PIPE\Docker_Engine`, "Docker", SocketItself},
		{`npipe:////./pipe/docker_engine`, "Docker", SocketItself},
		{`npipe:\\\\.\pipe\docker_engine`, "Docker", SocketItself},
		{`\\.\pipe\containerd-containerd`, "containerd", SocketItself},
		{`\\.\pipe\something_else`, "", NoSocket},
		{`./pipe/docker_engine`, "", NoSocket},

		{"/var/run", "Docker", SocketFolder},
		{"/run", "Docker", SocketFolder},
		{"/var/run/", "Docker", SocketFolder},
		{"/run/containerd", "containerd", SocketFolder},
		{"/run/k3s", "containerd", SocketFolder},
		{"/var/run/crio", "CRI-O", SocketFolder},
		{"/run/podman/", "Podman", SocketFolder},
		{"/run/user/1000", "Docker", SocketFolder},

		{"/", "", NoSocket},
		{"/var", "", NoSocket},
		{"/home", "", NoSocket},
		{"/var/running", "", NoSocket},
		{"/runner", "", NoSocket},
		{"/run/secrets", "", NoSocket},
		{"/run/docker.pid", "", NoSocket},
		{"/run/docker.sock2", "", NoSocket},
		{"/var/lib/docker", "", NoSocket},
		{"/srv/var/run/docker.sock", "", NoSocket},
		{"/var/run/mysqld/mysqld.sock", "", NoSocket},
		{"./var/run/docker.sock", "", NoSocket},
		{"docker.sock", "", NoSocket},
		{"docker-socket", "", NoSocket},
		{"", "", NoSocket},
		{strings.Repeat("/..", 5000) + "/run/docker.sock", "", NoSocket},
	}
	for _, test := range tests {
		if runtime, how := RuntimeSocket(test.path); runtime != test.runtime || how != test.how {
			t.Errorf("%.80s: %q %d, want %q %d", test.path, runtime, how, test.runtime, test.how)
		}
	}
	for _, folder := range socketFolders {
		if runtimeBelow(folder) == "" {
			t.Errorf("%s holds no socket", folder)
		}
	}
}
