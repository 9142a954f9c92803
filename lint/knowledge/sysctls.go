package knowledge

import (
	"slices"
	"strings"
)

// namespacedSysctls is the kernel parameters of the IPC namespace, sorted.
//
// Source: sysctl in libcontainer/configs/validate/validator.go of https://github.com/opencontainers/runc, read in November 2026. It
// refuses all others but net.* and fs.mqueue.*.
var namespacedSysctls = [...]string{
	"kernel.domainname", "kernel.msgmax", "kernel.msgmnb", "kernel.msgmni", "kernel.sem", "kernel.shm_rmid_forced", "kernel.shmall",
	"kernel.shmmax", "kernel.shmmni",
}

// NetworkSysctl tells whether a kernel parameter is one of the network namespace.
func NetworkSysctl(name string) bool { return strings.HasPrefix(name, "net.") }

// NamespacedSysctl tells whether a container can have a kernel parameter for itself, in namespaces of its own.
func NamespacedSysctl(name string) bool {
	_, found := slices.BinarySearch(namespacedSysctls[:], name)
	return found || NetworkSysctl(name) || strings.HasPrefix(name, "fs.mqueue.")
}
