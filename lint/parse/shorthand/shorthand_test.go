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

// shell is a text on a command line of which all that a $ stands in is not known; file is one in a compose file with a ? for that.
func shell(text string) Text {
	return NewText(text, CommandLine, func(p Part) bool { return strings.Contains(p.Of(text), "$") })
}

func file(text string) Text {
	return NewText(text, Compose, func(p Part) bool { return strings.Contains(p.Of(text), "?") })
}

// hidden is a word if something is hidden.
func hidden(what string, is bool) string {
	if is {
		return " " + what
	}
	return ""
}

func portText(t Text) string {
	p := ReadPort(t)
	return written(t.string, p.Address, p.Host, p.Container) + p.Protocol + hidden("host?", p.HostHidden) + hidden("address?", p.AddressHidden)
}

func volumeText(t Text) string {
	v := ReadVolume(t)
	types := map[lint.MountType]string{lint.BindMount: "bind", lint.VolumeMount: "volume", lint.OtherMount: "other"}
	return types[v.Type] + written(t.string, append([]Part{v.Source, v.Target}, v.Options...)...) + hidden("ro", v.IsReadOnly) +
		hidden(v.Propagation.Of(t.string), v.Propagation.Exists()) + hidden("access?", v.AccessHidden) + hidden("propagation?", v.PropagationHidden)
}

func TestParts(t *testing.T) {
	port := func(text string) string { return portText(shell(text)) }
	volume := func(text string) string { return volumeText(shell(text)) }
	filePort := func(text string) string { return portText(file(text)) }
	fileVolume := func(text string) string { return volumeText(file(text)) }
	device := func(text string) string {
		d := ReadDevice(shell(text))
		return written(text, d.Host, d.Container, d.Permissions)
	}
	fileDevice := func(text string) string {
		d := ReadDevice(file(text))
		return written(text, d.Host, d.Container, d.Permissions)
	}
	tmpfs := func(text string) string {
		v := ReadTmpfs(shell(text))
		return written(text, v.Target) + hidden("ro", v.IsReadOnly) + hidden("access?", v.AccessHidden)
	}
	ulimit := func(text string) string {
		u := ReadUlimit(shell(text))
		return written(text, u.Name, u.Soft, u.Hard)
	}
	mount := func(text string) string {
		m, ok := ReadMount(shell(text))
		if !ok {
			return "not taken apart"
		}
		return written(text, m.Type, m.Source, m.Target, m.Propagation, m.ReadOnly) + m.Mode
	}
	for _, test := range []struct {
		read       func(string) string
		text, want string
	}{
		{port, "80", "[][][80]tcp"},
		{port, "8080:80/UDP", "[][8080][80]udp"},
		{port, "127.0.0.1:8080:80", "[127.0.0.1][8080][80]tcp"},
		{port, "127.0.0.1::80", "[127.0.0.1][][80]tcp"},
		{port, "[::1]:8080:80", "[[::1]][8080][80]tcp"},
		{port, "::1:8080:80", "[::1][8080][80]tcp"},
		{port, "8000-8010:9000-9010", "[][8000-8010][9000-9010]tcp"},
		{port, "${IP:-0.0.0.0}:$(port a:b):80", "[${IP:-0.0.0.0}][$(port a:b)][80]tcp"},
		{port, "`a:b`:80", "[][`a:b`][80]tcp"},
		{port, "$A", "[][][$A] host? address?"},
		{port, "$A:80", "[][$A][80]tcp address?"},
		{port, "80:$A", "[][80][$A]"},
		{port, "80/$A", "[][][80]"},
		{port, "${A", "[][][${A] host? address?"},
		{port, "", "[][][]tcp"},
		{port, "/", "[][][]"},
		{filePort, "?:80", "[][?][80]tcp address?"},
		{filePort, "?", "[][][?] host? address?"},
		{filePort, "${A:80", "[][${A][80]tcp"},
		{volume, "/data", "volume[][/data]"},
		{volume, "data:/data", "volume[data][/data]"},
		{volume, "./a:/data", "bind[./a][/data]"},
		{volume, "/a:/b:ro,rslave,z", "bind[/a][/b][ro][rslave][z] ro rslave"},
		{volume, "/a:/b:ro,rw", "bind[/a][/b][ro][rw]"},
		{volume, "/a:/b:readonly", "bind[/a][/b][readonly] ro"},
		{volume, "/a:/b:ro,$A", "bind[/a][/b][ro][$A] ro access? propagation?"},
		{volume, "/a:/b:$A,rw", "bind[/a][/b][$A][rw] propagation?"},
		{volume, `C:\a:C:\b:ro`, `bind[C:\a][C:\b][ro] ro`},
		{volume, "c:/a:/b", "bind[c:/a][/b]"},
		{volume, "c:/a", "volume[][c:/a]"},
		{volume, "${A:-/a}:/b", "other[${A:-/a}][/b]"},
		{volume, "a$B:/b", "volume[a$B][/b]"},
		{volume, "/a$B:/b", "bind[/a$B][/b]"},
		{volume, "$A", "other[$A][$A] access? propagation?"},
		{volume, "/a:$A", "bind[/a][$A] access? propagation?"},
		{volume, ":", "volume[][]"},
		{fileVolume, "?:/b:readonly,?", "other[?][/b][readonly][?] access? propagation?"},
		{fileVolume, "/a:/b:readonly", "bind[/a][/b][readonly]"},
		{fileVolume, "$(a:/b", "volume[$(a][/b]"},
		{device, "/dev/sda", "[/dev/sda][][]"},
		{device, "/dev/sda:r", "[/dev/sda][][r]"},
		{device, "/dev/sda:/dev/xvda", "[/dev/sda][/dev/xvda][]"},
		{device, "/dev/sda:/dev/xvda:rwm", "[/dev/sda][/dev/xvda][rwm]"},
		{fileDevice, "/dev/sda:r", "[/dev/sda][r][]"},
		{device, "vendor.com/gpu=all", "[vendor.com/gpu=all][][]"},
		{tmpfs, "/run", "[/run]"},
		{tmpfs, "/run:size=1m,ro", "[/run] ro"},
		{tmpfs, "/run:$A", "[/run] access?"},
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
		{"no-new-privileges:", func(c *lint.Container) bool { return c.PrivilegeEscalation.State == lint.Invalid }},
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
		{"seccomp=C:/a.json", func(c *lint.Container) bool { return c.Security.Seccomp.Is(lint.LocalProfile) }},
		{"$A", func(c *lint.Container) bool {
			return c.Security.Seccomp.State == lint.Unknown && c.ProcMount.State == lint.Unknown
		}},
		{"frobnicate=yes", func(c *lint.Container) bool {
			return c.Security.Seccomp.Absent() && c.Security.AppArmor.Absent() && c.PrivilegeEscalation.Absent()
		}},
	} {
		c := &lint.Container{}
		SecurityOption(c, shell(test.option), func(p Part) lint.Val[string] { return lint.Val[string]{V: p.Of(test.option), State: lint.Set} })
		if !test.holds(c) {
			t.Errorf("%s: %+v", test.option, c)
		}
	}
}
