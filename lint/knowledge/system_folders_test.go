package knowledge

import "testing"

func TestSystemFolder(t *testing.T) {
	for dir, want := range map[string]FolderOwner{
		"/proc": MountedFolder, "/dev/shm/app": MountedFolder, "/boot/": MountedFolder, "/sys/../proc/1": MountedFolder,
		"/etc": ProgramFolder, "/usr/bin/": ProgramFolder, "/usr/./lib": ProgramFolder,
		"/": OwnFolder, "/app": OwnFolder, "/usr/src/app": OwnFolder, "/etc/nginx": OwnFolder, "/device": OwnFolder, "etc": OwnFolder, "": OwnFolder,
		"/usr/lib/shop": OwnFolder, "/var/www": OwnFolder, "/procedures": OwnFolder,
	} {
		if got := SystemFolder(dir); got != want {
			t.Errorf("SystemFolder(%q) = %v, not %v", dir, got, want)
		}
	}
}
