// Package hostdevice flags containers that are given devices past which the kernel protects nothing.
package hostdevice

import (
	_ "embed"
	"slices"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

//go:embed doc.md
var doc string

// Rule is host-device.
var Rule = &lint.Rule{
	ID: "host-device", Group: "container", Since: "0.1", Doc: doc,
	Summary:   "The container is given a device that opens the host's memory or disks.",
	Hint:      "Give the files or the volume that are needed instead of the disk; drop the device.",
	Severity:  lint.High,
	Precision: lint.HighPrecision,
	STRIDE:    []lint.Category{lint.ElevationOfPrivilege, lint.InformationDisclosure},
	Refs:      []lint.Ref{"CWE-250", "CIS Docker 1.6.0 5.18", "PSS baseline"},
	Over:      []string{"hostpath-volume"},
	Check:     lint.Each(lint.Containers(ofDevices), lint.Containers(ofRules), lint.Pods(ofPaths)),
}

// ofDevices judges devices that a runtime hands over.
func ofDevices(p *lint.Pass, c *lint.Container) {
	for _, device := range c.Devices.Items {
		gain, severity, found := knowledge.RawDevice(device.Path.V)
		if !found || !device.Path.Known() {
			continue
		}
		if device.Permissions == "r" {
			severity = min(severity, lint.Medium)
		}
		p.Report(device.Path, "%s is given the device %s: %s", c, device.Path.V, gain).
			As(severity).Identify(device.Path.V).Fix(lint.Unsafe, "take the device out", lint.Delete(device.Path))
	}
}

// ofRules judges devices that processes may use once they have made the files for them, which they need CAP_MKNOD for.
func ofRules(p *lint.Pass, c *lint.Container) {
	if holds(c.DropCapabilities, "MKNOD", "ALL") && !holds(c.AddCapabilities, "MKNOD") {
		return
	}
	for _, rule := range c.DeviceRules.Items {
		if gain, severity, found := knowledge.DeviceRule(rule.V); found && rule.Known() {
			p.Report(rule, "%s may make and use the devices %q: %s", c, rule.V, gain).
				As(severity).Identify(rule.V).Fix(lint.Unsafe, "take the rule out", lint.Delete(rule))
		}
	}
}

// holds tells whether one of the capabilities is in a list.
func holds(list lint.List[lint.Val[string]], names ...string) bool {
	return slices.ContainsFunc(list.Items, func(v lint.Val[string]) bool {
		return v.Known() && slices.Contains(names, knowledge.CapabilityName(v.V))
	})
}

// ofPaths judges devices that are mounted as files. The folder of all devices is sensitive-host-mount's.
func ofPaths(p *lint.Pass, pod *lint.Pod) {
	for _, host := range pod.HostPaths {
		gain, severity, found := knowledge.RawDevice(host.Path.V)
		if _, isFolder := knowledge.SensitiveHostPath(host.Path.V, false); found && !isFolder && host.Path.Known() {
			p.Report(host.Path, "%s is given the device %s: where it may open it, %s", pod, host.Path.V, gain).As(severity).Identify(host.Path.V)
		}
	}
}
