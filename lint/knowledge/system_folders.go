package knowledge

import (
	"path"
	"strings"
)

// FolderOwner is whom a folder of a Linux image belongs to.
type FolderOwner uint8

const (
	OwnFolder     FolderOwner = iota // no one in particular
	MountedFolder                    // the runtime or the boot loader, which lay something over it
	ProgramFolder                    // the distribution: its programs, libraries and configuration
)

// SystemFolder tells whom a folder belongs to by the Filesystem Hierarchy Standard 3.0 (https://refspecs.linuxfoundation.org/FHS_3.0/).
// Folders below a mounted one are mounted too; those below one of programs belong to a single package as often as not.
func SystemFolder(dir string) FolderOwner {
	if !strings.HasPrefix(dir, "/") {
		return OwnFolder
	}
	dir = path.Clean(dir)
	switch dir {
	case "/bin", "/sbin", "/lib", "/lib32", "/lib64", "/etc", "/usr", "/usr/bin", "/usr/sbin", "/usr/lib", "/usr/lib64", "/var", "/run", "/var/run":
		return ProgramFolder
	}
	first, _, _ := strings.Cut(dir[1:], "/")
	switch first {
	case "proc", "sys", "dev", "boot", "initrd", "lost+found":
		return MountedFolder
	}
	return OwnFolder
}
