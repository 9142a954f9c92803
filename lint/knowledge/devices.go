package knowledge

import (
	"path"
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
