package knowledge

import (
	"testing"

	"github.com/stridelint/stridelint/lint"
)

func TestFindNodeFile(t *testing.T) {
	for _, c := range []struct {
		name  string
		below bool
		want  lint.Mode // 0: not found
	}{
		{"/etc/kubernetes/manifests/etcd.yaml", false, 0o600},
		{"/etc/kubernetes/admin.conf", false, 0o600},
		{"/etc/kubernetes/pki/etcd/ca.key", false, 0o600},
		{"/etc/kubernetes/pki/ca.crt", false, 0o644},
		{"/var/run/docker.sock", false, 0o660},
		{"/run/docker.sock", false, 0o660},
		{"/lib/systemd/system/docker.socket", false, 0o644},
		{"/etc/kubernetes", true, 0o700},
		{"/etc/kubernetes", false, 0},
		{"/etc/kubernetes/pki/*", false, 0o700},
		{"/var/lib/etcd/", false, 0o700},
		{"/home/me/.kube/config", false, 0},
		{"etcd.yaml", false, 0},
	} {
		if got, found := FindNodeFile(c.name, c.below); got.Mode != c.want || found != (c.want != 0) {
			t.Errorf("%s: %s %t, want %s", c.name, got.Mode.Octal(), found, c.want.Octal())
		}
	}
}

// 577 is not less than 644 bit for bit, and 0400 is.
func TestNodeFileLimits(t *testing.T) {
	f := NodeFile{Mode: 0o644, Owners: dockersOwn}
	for mode, want := range map[lint.Mode]bool{0o577: true, 0o400: false, 0o644: false, 0o744: false, 0o664: true, 0o1644: true, 0o4644: true} {
		if got := f.Loosens(mode); got != want {
			t.Errorf("%s: %t", mode.Octal(), got)
		}
	}
	for owner, want := range map[string]bool{"root": true, "root:docker": true, "0:0": true, ":docker": true, "me": false, "root:me": false, "me:docker": false, "root.root": true} {
		if got := f.Owns(owner); got != want {
			t.Errorf("%s: %t", owner, got)
		}
	}
}
