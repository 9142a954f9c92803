package systemd

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/parsetest"
)

func TestLooks(t *testing.T) {
	for name, want := range map[string]bool{
		"app.service": true, "a/App@.SERVICE": true, "app.container": true, "docker.service.d/override.conf": true, "app.container.d/a.conf": true,
		"app.conf": false, "app.service.in": false, "app.timer": false,
	} {
		if Looks(name) != want {
			t.Errorf("%s: %t", name, !want)
		}
	}
}

// TestCommands reads the commands of a service.
func TestCommands(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"commands", "[Unit]\nExecStart=no\n[Service]\nExecStartPre=-/usr/bin/docker rm -f a\nExecStart = +@docker run a:1\n", "ExecStartPre «/usr/bin/docker rm -f a»; ExecStart «docker run a:1»"},
		{"continued", "[Service]\nExecStart=docker run \\\n  --rm \\\n# comment\n; another\n  a:1\nExecStop=b\n", "ExecStart «docker run \\\n  --rm \\\n# comment\n; another\n  a:1»; ExecStop «b»"},
		{"carriage returns", "[Service]\r\nExecStart=docker run \\\r\n  a:1\r\n", "ExecStart «docker run \\\r\n  a:1»"},
		{"specifiers", "[Service]\nExecStart=docker run --name %n-%% %i $$x\n", "ExecStart «docker run --name %n-%% %i $$x»"},
		{"shell", "[Service]\nExecStart=/bin/sh -c 'docker run $$A b:1'\n", "ExecStart «/bin/sh -c 'docker run $$A b:1'» «docker run $$A b:1»"},
		{"no shell", "[Service]\nExecStart=docker run -e A=<b> --name a|b c:1 & (d) 'e|f' \\\"g;\n", "ExecStart «docker run -e A=<b> --name a|b c:1 & (d) 'e|f' \\\"g»"},
		{"odd text", "docker\n=\n[\n[Service\nExecStart\nExecStart=\n ExecStop=a\\", "ExecStart; ExecStop «a»"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, parsetest.Sessions(Parse(lint.NewFile("a.service", []byte(test.text))))); diff != "" {
				t.Error(diff)
			}
		})
	}
	if Parse(lint.NewFile("a.service", []byte("[Service]\nExecStart=/usr/bin/app\n"))) != nil {
		t.Error("a service without containers is judged")
	}
}

const quadletText = `[Unit]
Description=x
[Container]
Image=registry.example.com/app:1
AddCapability=SYS_ADMIN NET_ADMIN
Volume=/var/run/docker.sock:/sock:ro
Volume=%h/data:/data
Network=host
PublishPort=127.0.0.1:8080:80
User=0
ReadOnly=true
NoNewPrivileges=true
SeccompProfile=unconfined
Environment=PASSWORD=hunter2 "B=c d"
PodmanArgs=--privileged \
  --pid=host
[Install]
`

// TestQuadlet compares the lines that matter of what a Quadlet says.
func TestQuadlet(t *testing.T) {
	var got []string
	for line := range strings.Lines(parsetest.Describe(Parse(lint.NewFile("app.container", []byte(quadletText))))) {
		got = append(got, strings.TrimRight(line, "\n"))
	}
	want := `pod container app
  hostPID: true «--pid=host»
  hostNetwork: true «host»
  network: host «host»
  path: /var/run/docker.sock «/var/run/docker.sock»
    readOnly: true «ro»
  path: unknown «%h/data»
    readOnly: unknown «»
app container app
  image: {registry.example.com app 1 } «registry.example.com/app:1»
  user: 0 «0»
  seccomp: Unconfined «unconfined»
  privileged: true «--privileged»
  privilege escalation: false «true»
  read-only root: true «true»
  capabilities: set «SYS_ADMIN NET_ADMIN»
    -: SYS_ADMIN «SYS_ADMIN»
    -: NET_ADMIN «NET_ADMIN»
  mounts: set «/var/run/docker.sock:/sock:ro Volume=%h/data:/data»
    bind: /var/run/docker.sock «/var/run/docker.sock»
      target: /sock «/sock»
      readOnly: true «ro»
    other: unknown «%h/data»
      target: unknown «/data»
      readOnly: unknown «»
      propagation: unknown «»
  ports: set «127.0.0.1:8080:80»
    port tcp: 127.0.0.1:8080:80 «127.0.0.1:8080:80»
      container: {80 80} «80»
      host: {8080 8080} «8080»
      address: 127.0.0.1 «127.0.0.1»
      published: true «127.0.0.1:8080:80»
env of container app
  PASSWORD: hunter2 «hunter2»
env of container app
  B: c d «c d»`
	if diff := cmp.Diff(want, strings.Join(got, "\n")); diff != "" {
		t.Error(diff)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("a.service", "[Service]\nEnvironment=\"A=b c\" D=%i\nExecStart=-/usr/bin/docker run \\\n# c\n --name=%n -v $A:/x a:1\n")
	f.Add("app.container", quadletText)
	f.Fuzz(func(t *testing.T, name, text string) {
		if len(text) > 4096 {
			return
		}
		if u := Parse(lint.NewFile(name, []byte(text))); u != nil {
			parsetest.Check(t, u)
		}
	})
}
