package knowledge

import "testing"

func TestIsArchive(t *testing.T) {
	for name, want := range map[string]bool{
		"rootfs.tar": true, "rootfs.TAR.GZ": true, "a/b.tgz": true, "dump.sql.zst": true, "app-*.tar.*": true, "app.tar*": true,
		"app.jar": false, "site.zip": false, "start": false, "gz": false, ".": false, "taz/": false, "tar/": false,
	} {
		if got := IsArchive(name); got != want {
			t.Errorf("IsArchive(%q) = %v", name, got)
		}
	}
}
