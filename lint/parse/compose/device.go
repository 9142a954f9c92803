package compose

import "github.com/stridelint/stridelint/lint"

// device reads one of the devices: source[:target[:permissions]], or the same in a mapping.
func (s *service) device(f lint.Field) (lint.Device, bool) {
	if f.Node.Kind != lint.Scalar {
		source := get(s.reader, f.Get("source"), s.text)
		source.Entry, source.At = f.EntrySpan(), whole{source.At, f.Slot()}
		return lint.Device{Path: source, Permissions: get(s.reader, f.Get("permissions"), s.text).V}, f.Node.Kind == lint.Mapping
	}
	c := s.content(f)
	parts := c.whole().split(':')
	device := lint.Device{Path: parts[0].value()}
	if len(parts) > 2 && parts[2].known() == lint.Set {
		device.Permissions = parts[2].string()
	}
	return device, true
}
