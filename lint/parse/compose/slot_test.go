package compose_test

import (
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/stridelint/stridelint/lint"
)

// Values are written and deleted in the file that holds them, in the words of their syntax.
func TestSlots(t *testing.T) {
	port := func(u *lint.Unit, i int) lint.Port { return u.Containers()[0].Ports.Items[i] }
	mount := func(u *lint.Unit, i int) lint.Mount { return u.Containers()[0].Mounts.Items[i] }
	for _, test := range []struct {
		name, service string
		edits         func(u *lint.Unit) []lint.Edit
		want          string
	}{
		{"address before a port", `ports: ["8080:80"]`,
			func(u *lint.Unit) []lint.Edit { return lint.Put(port(u, 0).Address, "127.0.0.1") }, `ports: ["127.0.0.1:8080:80"]`},
		{"address before a plain port in brackets", `ports: [8080:80]`,
			func(u *lint.Unit) []lint.Edit { return lint.Put(port(u, 0).Address, "127.0.0.1") }, `ports: [127.0.0.1:8080:80]`},
		{"address of a port without one of the host", `ports: ["80/udp"]`,
			func(u *lint.Unit) []lint.Edit { return lint.Put(port(u, 0).Address, "127.0.0.1") }, `ports: ["127.0.0.1::80/udp"]`},
		{"address in the place of another", `ports: ["[::]:8080:80"]`,
			func(u *lint.Unit) []lint.Edit { return lint.Put(port(u, 0).Address, "127.0.0.1") }, `ports: ["127.0.0.1:8080:80"]`},
		{"address of the sixth version", `ports: ["8080:80"]`,
			func(u *lint.Unit) []lint.Edit { return lint.Put(port(u, 0).Address, "::1") }, `ports: ["[::1]:8080:80"]`},
		{"address of a long port", `ports: [{target: 80, published: 8080}]`,
			func(u *lint.Unit) []lint.Edit { return lint.Put(port(u, 0).Address, "127.0.0.1") },
			`ports: [{target: 80, published: 8080, host_ip: 127.0.0.1}]`},
		{"a port deleted", `ports: ["8080:80", "22:22"]`,
			func(u *lint.Unit) []lint.Edit { return lint.Delete(port(u, 1).Host) }, `ports: ["8080:80"]`},
		{"a volume made read-only", `volumes: ["/a:/b"]`,
			func(u *lint.Unit) []lint.Edit { return lint.Put(mount(u, 0).ReadOnly, "true") }, `volumes: ["/a:/b:ro"]`},
		{"a volume with other options made read-only", `volumes: ["/a:/b:z"]`,
			func(u *lint.Unit) []lint.Edit { return lint.Put(mount(u, 0).ReadOnly, "true") }, `volumes: ["/a:/b:z,ro"]`},
		{"a plain volume in brackets takes no comma", `volumes: [/a:/b:z]`,
			func(u *lint.Unit) []lint.Edit { return lint.Put(mount(u, 0).ReadOnly, "true") }, ""},
		{"a writable volume made read-only", `volumes: ["/a:/b:rw,z"]`,
			func(u *lint.Unit) []lint.Edit { return lint.Put(mount(u, 0).ReadOnly, "true") }, `volumes: ["/a:/b:ro,z"]`},
		{"a long volume made read-only", `volumes: [{type: bind, source: /a, target: /b}]`,
			func(u *lint.Unit) []lint.Edit { return lint.Put(mount(u, 0).ReadOnly, "true") },
			`volumes: [{type: bind, source: /a, target: /b, read_only: true}]`},
		{"the one option deleted", `volumes: ["/a:/b:rshared"]`,
			func(u *lint.Unit) []lint.Edit { return lint.Delete(mount(u, 0).Propagation) }, `volumes: ["/a:/b"]`},
		{"the first option deleted", `volumes: ["/a:/b:rshared,ro"]`,
			func(u *lint.Unit) []lint.Edit { return lint.Delete(mount(u, 0).Propagation) }, `volumes: ["/a:/b:ro"]`},
		{"the last option deleted", `volumes: ["/a:/b:ro,rshared"]`,
			func(u *lint.Unit) []lint.Edit { return lint.Delete(mount(u, 0).Propagation) }, `volumes: ["/a:/b:ro"]`},
		{"a long volume goes with its source", `volumes: [{type: bind, source: /a, target: /b}, /c]`,
			func(u *lint.Unit) []lint.Edit { return lint.Delete(mount(u, 0).Source) }, `volumes: [/c]`},
		{"a short volume goes with its source", `volumes: ["/a:/b", /c]`,
			func(u *lint.Unit) []lint.Edit { return lint.Delete(mount(u, 0).Source) }, `volumes: [/c]`},
		{"the value of a variable in a list", `environment: ["A=b c"]`,
			func(u *lint.Unit) []lint.Edit { return lint.Put(u.Assignments[0].Value, "d") }, `environment: ["A=d"]`},
		{"no new privileges, without options", `read_only: true`,
			func(u *lint.Unit) []lint.Edit { return lint.Put(u.Containers()[0].PrivilegeEscalation, "false") },
			"read_only: true\n    security_opt: [no-new-privileges:true]"},
		{"no new privileges, behind another option", `security_opt: [label:disable]`,
			func(u *lint.Unit) []lint.Edit { return lint.Put(u.Containers()[0].PrivilegeEscalation, "false") },
			`security_opt: [label:disable, no-new-privileges:true]`},
		{"no new privileges, in a list of lines", "security_opt:\n      - label:disable",
			func(u *lint.Unit) []lint.Edit { return lint.Put(u.Containers()[0].PrivilegeEscalation, "false") },
			"security_opt:\n      - label:disable\n      - no-new-privileges:true"},
		{"new privileges turned off", `security_opt: ["no-new-privileges:false"]`,
			func(u *lint.Unit) []lint.Edit { return lint.Put(u.Containers()[0].PrivilegeEscalation, "false") },
			`security_opt: ["no-new-privileges:true"]`},
		{"a user, before what comes later in the order of keys", "restart: always\n    # why\n    read_only: true",
			func(u *lint.Unit) []lint.Edit { return lint.Put(u.Containers()[0].User, "1000") },
			"restart: always\n    user: 1000\n    # why\n    read_only: true"},
		{"a limit that is missing", `read_only: true`,
			func(u *lint.Unit) []lint.Edit { return lint.Put(u.Containers()[0].Resources.MemoryLimit, "512m") },
			"deploy:\n      resources:\n        limits:\n          memory: 512m\n    read_only: true"},
	} {
		head := "services:\n  web:\n    image: x\n    "
		u := readProject(t, []txtar.File{{Name: "compose.yaml", Data: []byte(head + test.service + "\n")}})
		edits, want := test.edits(u), head+test.want+"\n"
		if test.want == "" {
			want = head + test.service + "\n"
		}
		got, err := lint.Apply(u.File.Text, edits)
		if err != nil || string(got) != want {
			t.Errorf("%s: %v\n got %s\nwant %s", test.name, err, got, want)
		}
	}
}

// What several files say is written in the one that says it, what none says in the one that is judged.
func TestSlotsAcrossFiles(t *testing.T) {
	files := []txtar.File{
		{Name: "compose.yaml", Data: []byte("services:\n  web:\n    extends: {file: base.yaml, service: web}\n    ports: ['80:80']\n    user: ${WHO}\n    deploy:\n      replicas: 1\n")},
		{Name: "base.yaml", Data: []byte("services:\n  web:\n    image: x\n    privileged: true\n    ports: ['81:80']\n")},
		{Name: "compose.override.yaml", Data: []byte("services:\n  web:\n    pid: host\n    ports: ['82:80']\n    deploy: {resources: {limits: {cpus: '1'}}}\n")},
		{Name: ".env", Data: []byte("WHO=root\n")},
	}
	for _, test := range []struct {
		name  string
		edits func(c *lint.Container) []lint.Edit
		file  string
		want  string
	}{
		{"extended", func(c *lint.Container) []lint.Edit { return lint.Put(c.Privileged, "false") },
			"base.yaml", "services:\n  web:\n    image: x\n    privileged: false\n    ports: ['81:80']\n"},
		{"deleted where it is extended", func(c *lint.Container) []lint.Edit { return lint.Delete(c.Privileged) },
			"base.yaml", "services:\n  web:\n    image: x\n    ports: ['81:80']\n"},
		{"an item of the base", func(c *lint.Container) []lint.Edit { return lint.Put(c.Ports.Items[0].Address, "127.0.0.1") },
			"base.yaml", "services:\n  web:\n    image: x\n    privileged: true\n    ports: ['127.0.0.1:81:80']\n"},
		{"laid over", func(c *lint.Container) []lint.Edit { return lint.Delete(c.Pod.HostPID) },
			"compose.override.yaml", "services:\n  web:\n    ports: ['82:80']\n    deploy: {resources: {limits: {cpus: '1'}}}\n"},
		{"of a variable", func(c *lint.Container) []lint.Edit { return lint.Put(c.User, "1000") }, ".env", "WHO=1000\n"},
		{"missing", func(c *lint.Container) []lint.Edit { return lint.Put(c.ReadOnlyRoot, "true") },
			"compose.yaml", "services:\n  web:\n    extends: {file: base.yaml, service: web}\n    ports: ['80:80']\n    user: ${WHO}\n    deploy:\n      replicas: 1\n    read_only: true\n"},
		{"missing in what only the other has", func(c *lint.Container) []lint.Edit { return lint.Put(c.Resources.MemoryLimit, "1g") },
			"compose.override.yaml", "services:\n  web:\n    pid: host\n    ports: ['82:80']\n    deploy: {resources: {limits: {cpus: '1', memory: 1g}}}\n"},
		{"behind a list of several files", func(c *lint.Container) []lint.Edit { return lint.Put(c.PrivilegeEscalation, "false") },
			"compose.yaml", "services:\n  web:\n    extends: {file: base.yaml, service: web}\n    ports: ['80:80']\n    user: ${WHO}\n    deploy:\n      replicas: 1\n    security_opt: [no-new-privileges:true]\n"},
	} {
		u := readProject(t, files)
		edits := test.edits(u.Containers()[0])
		if len(edits) == 0 || edits[0].Span.File.Path != test.file {
			t.Errorf("%s: %+v", test.name, edits)
			continue
		}
		got, err := lint.Apply(edits[0].Span.File.Text, edits)
		if err != nil || string(got) != test.want {
			t.Errorf("%s: %v\n got %s\nwant %s", test.name, err, got, test.want)
		}
	}
}
