package compose

import (
	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/shorthand"
)

// devices reads the devices, of which each path in the container is one.
func (s *service) devices() lint.List[lint.Device] {
	list := readItems(s, s.Get("devices"), s.device)
	targets, _ := lastOf(list.Items, func(d placedDevice) string { return d.target })
	devices := lint.List[lint.Device]{State: list.State, Span: list.Span, At: list.At}
	for _, d := range targets {
		devices.Items = append(devices.Items, d.Device)
	}
	return devices
}

// placedDevice is a device with its path in the container.
type placedDevice struct {
	lint.Device
	target string
}

// device reads one of the devices: source[:target[:permissions]], or the same in a mapping.
func (s *service) device(f lint.Field) (placedDevice, bool) {
	if f.Node.Kind != lint.Scalar {
		source := get(s.reader, f.Get("source"), s.text)
		source.Entry, source.At = f.EntrySpan(), whole{source.At, f.Slot()}
		device := lint.Device{Path: source, Permissions: get(s.reader, f.Get("permissions"), s.text).V}
		return placedDevice{device, get(s.reader, f.Get("target"), s.text).V}, f.Node.Kind == lint.Mapping
	}
	c := s.content(f)
	read := shorthand.ReadDevice(c.short())
	device := placedDevice{Device: lint.Device{Path: c.stretch(read.Host).value()}, target: read.Container.Of(c.text)}
	if device.target == "" {
		device.target = device.Path.V
	}
	if c.stretch(read.Permissions).known() == lint.Set {
		device.Permissions = read.Permissions.Of(c.text)
	}
	return device, true
}
