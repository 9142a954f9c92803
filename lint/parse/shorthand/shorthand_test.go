package shorthand

import (
	"strings"
	"testing"

	"github.com/stridelint/stridelint/lint"
)

// written is the parts of a text, each in brackets.
func written(text string, parts ...Part) string {
	var b strings.Builder
	for _, p := range parts {
		b.WriteString("[" + p.Of(text) + "]")
	}
	return b.String()
}

func TestParts(t *testing.T) {
	port := func(text string) string {
		p := ReadPort(text)
		return written(text, p.Address, p.Host, p.Container, p.Protocol)
	}
	volume := func(text string) string {
		v := ReadVolume(text)
		return written(text, append([]Part{v.Source, v.Target}, v.Options...)...)
	}
	device := func(text string) string {
		d := ReadDevice(text)
		return written(text, d.Host, d.Container, d.Permissions)
	}
	ulimit := func(text string) string {
		u := ReadUlimit(text)
		return written(text, u.Name, u.Soft, u.Hard)
	}
	mount := func(text string) string {
		m, ok := ReadMount(text)
		if !ok {
			return "not taken apart"
		}
		return written(text, m.Type, m.Source, m.Target, m.Propagation, m.ReadOnly) + m.Mode
	}
	for _, test := range []struct {
		read       func(string) string
		text, want string
	}{
		{port, "80", "[][][80][]"},
		{port, "8080:80/udp", "[][8080][80][udp]"},
		{port, "127.0.0.1:8080:80", "[127.0.0.1][8080][80][]"},
		{port, "127.0.0.1::80", "[127.0.0.1][][80][]"},
		{port, "[::1]:8080:80", "[::1][8080][80][]"},
		{port, "::1:8080:80", "[::1][8080][80][]"},
		{port, "8000-8010:9000-9010", "[][8000-8010][9000-9010][]"},
		{port, "${IP:-0.0.0.0}:$(port a:b):80", "[${IP:-0.0.0.0}][$(port a:b)][80][]"},
		{port, "`a:b`:80", "[][`a:b`][80][]"},
		{port, "${A", "[][][${A][]"},
		{port, "", "[][][][]"},
		{port, "/", "[][][][]"},
		{volume, "/data", "[][/data]"},
		{volume, "data:/data", "[data][/data]"},
		{volume, "/a:/b:ro,rslave,z", "[/a][/b][ro][rslave][z]"},
		{volume, `C:\a:C:\b:ro`, `[C:\a][C:\b][ro]`},
		{volume, "c:/a:/b", "[c:/a][/b]"},
		{volume, "c:/a", "[c][/a]"},
		{volume, "${A:-/a}:/b", "[${A:-/a}][/b]"},
		{volume, ":", "[][]"},
		{device, "/dev/sda", "[/dev/sda][][]"},
		{device, "/dev/sda:r", "[/dev/sda][][r]"},
		{device, "/dev/sda:/dev/xvda", "[/dev/sda][/dev/xvda][]"},
		{device, "/dev/sda:/dev/xvda:rwm", "[/dev/sda][/dev/xvda][rwm]"},
		{device, "vendor.com/gpu=all", "[vendor.com/gpu=all][][]"},
		{ulimit, "nofile=1024", "[nofile][1024][1024]"},
		{ulimit, "nofile=1024:2048", "[nofile][1024][2048]"},
		{ulimit, "host", "[host][][]"},
		{mount, "type=bind,src=/a,dst=/b,readonly", "[bind][/a][/b][][readonly]"},
		{mount, "TYPE=bind,source=/a,target=/b,ro=false,bind-propagation=shared", "[bind][/a][/b][shared][ro=false]false"},
		{mount, "destination=/b", "[][][/b][][]"},
		{mount, `type=bind,"src=/a,b"`, "not taken apart"},
	} {
		if got := test.read(test.text); got != test.want {
			t.Errorf("%s: got %s, want %s", test.text, got, test.want)
		}
	}
}

func TestPorts(t *testing.T) {
	for text, want := range map[string]lint.PortRange{"80": {First: 80, Last: 80}, "1-65535": {First: 1, Last: 65535}, "0": {}} {
		if got, state := Ports(text); got != want || state != lint.Set {
			t.Errorf("%s: %v, %v", text, got, state)
		}
	}
	for _, text := range []string{"", "-", "80-", "-80", "90-80", "65536", "http", "80-90-100", " 80"} {
		if got, state := Ports(text); state != lint.Invalid {
			t.Errorf("%q: %v, %v", text, got, state)
		}
	}
}

// TestSecurityOption proves what each option says, in both spellings.
func TestSecurityOption(t *testing.T) {
	for _, test := range []struct {
		option string
		holds  func(*lint.Container) bool
	}{
		{"no-new-privileges", func(c *lint.Container) bool { return c.PrivilegeEscalation.Is(false) }},
		{"no-new-privileges:true", func(c *lint.Container) bool { return c.PrivilegeEscalation.Is(false) }},
		{"no-new-privileges=1", func(c *lint.Container) bool { return c.PrivilegeEscalation.Is(false) }},
		{"no-new-privileges=false", func(c *lint.Container) bool { return c.PrivilegeEscalation.Is(true) }},
		{"no-new-privileges:maybe", func(c *lint.Container) bool { return c.PrivilegeEscalation.State == lint.Invalid }},
		{"seccomp:unconfined", func(c *lint.Container) bool { return c.Security.Seccomp.Is(lint.NoProfile) }},
		{"seccomp=builtin", func(c *lint.Container) bool { return c.Security.Seccomp.Is(lint.RuntimeDefault) }},
		{"seccomp=a.json", func(c *lint.Container) bool { return c.Security.Seccomp.Is(lint.LocalProfile) }},
		{"apparmor=unconfined", func(c *lint.Container) bool { return c.Security.AppArmor.Is(lint.NoProfile) }},
		{"apparmor:docker-default", func(c *lint.Container) bool { return c.Security.AppArmor.Is(lint.RuntimeDefault) }},
		{"label=disable", func(c *lint.Container) bool { return c.Security.SELinux.Disabled.Is(true) }},
		{"label:type:web_t", func(c *lint.Container) bool { return c.Security.SELinux.Type.Is("web_t") }},
		{"label=user:web_u", func(c *lint.Container) bool { return c.Security.SELinux.User.Is("web_u") }},
		{"label=role:web_r", func(c *lint.Container) bool { return c.Security.SELinux.Role.Is("web_r") }},
		{"systempaths=unconfined", func(c *lint.Container) bool { return c.ProcMount.Is("Unmasked") }},
		{"unmask=/proc/*", func(c *lint.Container) bool { return c.ProcMount.Is("Unmasked") }},
		{"unmask=/sys/fs/cgroup", func(c *lint.Container) bool { return c.ProcMount.Absent() }},
		{"frobnicate=yes", func(c *lint.Container) bool {
			return c.Security.Seccomp.Absent() && c.Security.AppArmor.Absent() && c.PrivilegeEscalation.Absent()
		}},
	} {
		c := &lint.Container{}
		SecurityOption(c, lint.Val[string]{V: test.option, State: lint.Set})
		if !test.holds(c) {
			t.Errorf("%s: %+v", test.option, c)
		}
	}
}
