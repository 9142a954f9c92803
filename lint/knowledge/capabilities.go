package knowledge

import (
	"slices"
	"strings"
)

// dangerousCapabilities is the capabilities that give the host or other containers away by themselves, and by what. They are
// outside Docker's default set and outside what Pod Security's baseline allows.
//
// Sources: capabilities(7) (https://man7.org/linux/man-pages/man7/capabilities.7.html) and the kernel's own words in
// include/uapi/linux/capability.h, read in November 2026. Left out are those that are no way out by themselves: NET_ADMIN, whose
// power ends at its network namespace and which every VPN needs, SYS_TIME, which NTP servers need, SYSLOG, SYS_NICE, SYS_RESOURCE
// and the other minor ones, and the default set with NET_RAW and MKNOD.
var dangerousCapabilities = [...]struct{ name, why string }{
	{"ALL", "it is every capability, root's whole power over the kernel"},
	{"BPF", "programs that it loads into the kernel see every process of the host"},
	{"DAC_READ_SEARCH", "it opens any file of the host's file system by handle"},
	{"MAC_ADMIN", "it rewrites the mandatory access control that confines containers"},
	{"MAC_OVERRIDE", "it passes over the mandatory access control that confines containers"},
	{"PERFMON", "it reads the memory accesses and kernel addresses of every process"},
	{"SYS_ADMIN", "it mounts file systems and is close to root on the host"},
	{"SYS_BOOT", "it loads another kernel for the host to start"},
	{"SYS_MODULE", "it loads code into the host's kernel"},
	{"SYS_PTRACE", "it reads and changes the memory of every process that it can see"},
	{"SYS_RAWIO", "it reads and writes the host's I/O ports and kernel memory"},
}

// minorCapabilities is the capabilities that docker does not give by default, NET_RAW, and by what they widen what a process can do. Of
// the same sources.
var minorCapabilities = [...]struct{ name, why string }{
	{"AUDIT_CONTROL", "it changes what the kernel's audit records, and switches it off"},
	{"AUDIT_READ", "it reads the kernel's audit log"},
	{"BLOCK_SUSPEND", "it keeps the host from sleeping"},
	{"CHECKPOINT_RESTORE", "it chooses the process IDs of what it starts and reads where others' files are mapped"},
	{"IPC_LOCK", "it locks memory without a limit"},
	{"IPC_OWNER", "it reads and changes the shared memory of all users"},
	{"LEASE", "it holds up others that open a file"},
	{"LINUX_IMMUTABLE", "it makes files that cannot be changed or deleted, and opens those that are so"},
	{"NET_ADMIN", "it changes interfaces, routes and firewall, and listens to what others send"},
	{"NET_BROADCAST", "it listens to multicasts and sends broadcasts"},
	{"NET_RAW", "it forges packets, such as answers of DNS and ARP in others' names"},
	{"SYSLOG", "it reads the kernel's log and addresses"},
	{"SYS_NICE", "it takes processor time from others"},
	{"SYS_PACCT", "it switches the accounting of processes"},
	{"SYS_RESOURCE", "it passes over limits and quotas"},
	{"SYS_TIME", "it sets the clock of the whole host"},
	{"SYS_TTY_CONFIG", "it hangs up terminals"},
	{"WAKE_ALARM", "it wakes the host from sleep"},
}

// DangerousCapability tells whether a capability, in any case and with or without CAP_, gives the host or other containers away,
// and by what: a clause about "it" that goes into a message.
func DangerousCapability(name string) (why string, ok bool) {
	name = CapabilityName(name)
	for _, c := range dangerousCapabilities {
		if c.name == name {
			return c.why, true
		}
	}
	return "", false
}

// escapeCapabilities is the ones that lead root out of a container without anything else.
var escapeCapabilities = [...]string{"ALL", "DAC_READ_SEARCH", "SYS_ADMIN", "SYS_MODULE", "SYS_RAWIO"}

// EscapeCapability tells whether a capability leads root out of a container by itself, and by what, as DangerousCapability does.
func EscapeCapability(name string) (why string, ok bool) {
	if !slices.Contains(escapeCapabilities[:], CapabilityName(name)) {
		return "", false
	}
	return DangerousCapability(name)
}

// AddedCapability tells whether a capability that containers lack by default is known, and how it widens what a process can do: a
// clause about "it" that goes into a message.
func AddedCapability(name string) (why string, ok bool) {
	for _, c := range minorCapabilities {
		if c.name == CapabilityName(name) {
			return c.why, true
		}
	}
	return DangerousCapability(name)
}

// CapabilityName is the one spelling of a capability: upper case, without CAP_.
func CapabilityName(name string) string {
	return strings.TrimPrefix(strings.ToUpper(name), "CAP_")
}
