//go:build unix

package run

import (
	"io/fs"
	"os"
	"syscall"
)

// keepOwner gives a new file the owner of another, where that may be: who runs as root, as in a container, must not take
// files away from whom they belong to.
func keepOwner(file *os.File, like fs.FileInfo) {
	if owner, ok := like.Sys().(*syscall.Stat_t); ok {
		_ = file.Chown(int(owner.Uid), int(owner.Gid))
	}
}
