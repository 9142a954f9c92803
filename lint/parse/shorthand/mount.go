package shorthand

import "strings"

// Mount is the fields of a --mount: type=bind,source=/srv,target=/data,readonly
// (https://docs.docker.com/engine/storage/bind-mounts/#options-for---mount).
type Mount struct {
	Type, Source, Target, Propagation Part
	ReadOnly                          Part   // the whole field
	Mode                              string // the value of ReadOnly; empty for a field without one
}

// ReadMount takes a mount apart. It is false where fields are quoted as in a table of comma-separated values.
func ReadMount(t Text) (Mount, bool) {
	var mount Mount
	if strings.Contains(t.string, `"`) {
		return mount, false
	}
	for _, field := range t.split(t.whole(), ',') {
		key, value, _ := strings.Cut(field.Of(t.string), "=")
		part := Part{field.End - len(value), field.End}
		switch strings.ToLower(key) {
		case "type":
			mount.Type = part
		case "source", "src":
			mount.Source = part
		case "target", "dst", "destination":
			mount.Target = part
		case "bind-propagation":
			mount.Propagation = part
		case "readonly", "ro":
			mount.ReadOnly, mount.Mode = field, value
		}
	}
	return mount, true
}
