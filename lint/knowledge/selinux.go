package knowledge

import "slices"

// unconfinedTypes is the SELinux types whose processes the policy does not hold back, or that belong to the container engine itself.
//
// Source: https://github.com/containers/container-selinux (container.te, container_selinux(8)), read in November 2026.
var unconfinedTypes = [...]string{"container_runtime_t", "docker_t", "spc_t", "unconfined_service_t", "unconfined_t"}

// UnconfinedSELinuxType tells whether a process of an SELinux type is held back by nothing.
func UnconfinedSELinuxType(name string) bool { return slices.Contains(unconfinedTypes[:], name) }
