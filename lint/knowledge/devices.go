package knowledge

import (
	"path"
	"strconv"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// rawDevices is the devices that pass by what the kernel lets processes see, and what whoever opens one gains: a clause about "it".
//
// Sources: the kernel's own list of devices (https://www.kernel.org/doc/html/latest/admin-guide/devices.html), mem(4), loop(4),
// msr(4), the documentation of VFIO, read in November 2026. Left out are the devices that hold nothing of the host's: /dev/fuse,
// /dev/net/tun, /dev/kvm, /dev/dri and other graphics, sound, video, serial ports, USB, optical drives.
var rawDevices = [...]struct {
	paths, gain string
	severity    lint.Severity
}{
	{"/dev", "it holds every device of the host, its disks and memory with them", lint.High},
	{"/dev/mem /dev/kmem /dev/port", "it reads and writes the host's memory past the kernel", lint.High},
	{"/dev/cpu /dev/cpu/*/msr", "it rewrites registers of the processor and with them what the kernel runs", lint.High},
	{"/dev/vfio /dev/vfio/* /dev/uio*", "it commands hardware that reaches the host's memory", lint.High},
	{"/dev/disk /dev/disk/** /dev/mapper /dev/mapper/* /dev/dm-* /dev/md[0-9]* /dev/sd[a-z]* /dev/hd[a-z]* /dev/vd[a-z]* /dev/xvd[a-z]* /dev/nvme[0-9]* /dev/mmcblk[0-9]* /dev/nbd[0-9]* /dev/rbd[0-9]* /dev/zd[0-9]* /dev/bcache[0-9]*",
		"it reads and writes a disk of the host past its file system and its permissions", lint.High},
	{"/dev/loop-control /dev/loop[0-9]*", "it reads and writes what the host has mounted from image files", lint.High},
	{"/dev/kmsg", "it reads the log of the host's kernel and writes lines into it", lint.Medium},
}

// RawDevice tells what a container gains that is given a device of the host past what the kernel protects, as a clause about "it",
// and how bad that is; false for other devices.
func RawDevice(device string) (gain string, severity lint.Severity, ok bool) {
	if !strings.HasPrefix(device, "/") || len(device) > 4096 {
		return "", 0, false
	}
	device = path.Clean(device)
	for _, row := range rawDevices {
		if pathMatches(row.paths, device) {
			return row.gain, row.severity, true
		}
	}
	return "", 0, false
}

// anyNumber is the star of a rule, and the minor number of a node that stands for all of its driver.
const anyNumber = -1

// numberedDevices is some of the raw devices by the kernel's numbers: those whose numbers do not differ from host to host. The
// first of a rule is what is told of it.
var numberedDevices = [...]struct {
	kind         byte
	major, minor int
	path         string
}{
	{'b', 8, anyNumber, "/dev/sda"}, {'b', 259, anyNumber, "/dev/nvme0n1"}, {'b', 179, anyNumber, "/dev/mmcblk0"},
	{'b', 202, anyNumber, "/dev/xvda"}, {'b', 9, anyNumber, "/dev/md0"}, {'b', 3, anyNumber, "/dev/hda"}, {'b', 22, anyNumber, "/dev/hdc"},
	{'b', 43, anyNumber, "/dev/nbd0"}, {'b', 7, anyNumber, "/dev/loop0"},
	{'c', 1, 1, "/dev/mem"}, {'c', 1, 2, "/dev/kmem"}, {'c', 1, 4, "/dev/port"}, {'c', 202, anyNumber, "/dev/cpu/0/msr"},
	{'c', 1, 11, "/dev/kmsg"},
}

// DeviceRule tells what a container gains whose processes may use the devices of a rule, as a clause about "it", and how bad that
// is; false for a rule that opens none of the raw devices, or that docker refuses. Of the kind "a" the numbers and the access do
// not count: the kernel takes it for every device, and so do runtimes where they decide instead of it.
//
// Sources, read in November 2026: https://docs.kernel.org/admin-guide/cgroup-v1/devices.html, devcgroup_update_access in
// security/device_cgroup.c, Emulator.Apply in opencontainers/cgroups, deviceCgroupRuleRegex in moby. That any node may be made is
// what runc allows every container (AllowedDevices in its specconv), and CAP_MKNOD is among the capabilities that docker leaves it.
func DeviceRule(rule string) (gain string, severity lint.Severity, ok bool) {
	fields := strings.Split(rule, " ")
	if len(fields) != 3 {
		return "", 0, false
	}
	kind, numbers, access := fields[0], fields[1], fields[2]
	majorText, minorText, _ := strings.Cut(numbers, ":")
	major, known := deviceNumber(majorText)
	minor, also := deviceNumber(minorText)
	switch {
	case !known, !also, access == "", len(access) > 3, strings.Trim(access, "rwm") != "":
		return "", 0, false
	case kind == "a":
		return RawDevice("/dev")
	case !strings.ContainsAny(access, "rw"):
		return "", 0, false // a node that it makes, it may not open
	}
	for _, d := range numberedDevices {
		if kind != string(d.kind) || major != anyNumber && major != d.major || minor != anyNumber && d.minor != anyNumber && minor != d.minor {
			continue
		}
		gain, severity, ok = RawDevice(d.path)
		if !strings.Contains(access, "w") {
			severity = min(severity, lint.Medium)
		}
		return gain, severity, ok
	}
	return "", 0, false
}

// deviceNumber reads a major or minor number of a rule.
func deviceNumber(text string) (int, bool) {
	if text == "*" {
		return anyNumber, true
	}
	n, err := strconv.ParseUint(text, 10, 31)
	return int(n), err == nil
}
