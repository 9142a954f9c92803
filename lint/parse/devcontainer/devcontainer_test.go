package devcontainer

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/parsetest"
)

func read(text string) *lint.Unit {
	return Parse(lint.NewFile(".devcontainer/devcontainer.json", []byte(text)))
}

const whole = `// For format details, see https://aka.ms/devcontainer.json
{
	"name": "x", /* a */
	"image": "mcr.microsoft.com/devcontainers/base:ubuntu",
	"runArgs": ["--pid=host", "-v", "/var/run/docker.sock:/sock", "--cap-add", "SYS_PTRACE", "--env=A=${localEnv:A}"],
	"privileged": true, // b
	"capAdd": ["NET_ADMIN",],
	"securityOpt": ["seccomp=unconfined"],
	"mounts": [
		"source=/etc,target=/host,type=bind,readonly",
		{"type": "bind", "source": "${localWorkspaceFolder}/x", "target": "/x"},
		{"type": "volume", "source": "cache", "target": "/c"},
	],
	"appPort": ["8080:80", 9000],
	"containerUser": "root",
	"remoteUser": "vscode",
	"containerEnv": {"PASSWORD": "hunter2", "B": "${localEnv:B}"},
	"postCreateCommand": "docker run --privileged x:1",
	"postStartCommand": ["docker", "run", "--pid", "host", "y:1"],
	"initializeCommand": {"a": "b c", "d": ["sh", "-c", "e f"]},
}
`

// TestParse compares the lines that matter of all that is read.
func TestParse(t *testing.T) {
	u := read(whole)
	var got []string
	for line := range strings.Lines(parsetest.Describe(u)) {
		got = append(got, strings.TrimRight(line, "\n"))
	}
	want := `pod devcontainer
  part
  hostPID: true «"--pid=host"»
  path: /var/run/docker.sock «/var/run/docker.sock»
  path: /etc «/etc»
    readOnly: true «readonly»
  path: unknown «"${localWorkspaceFolder}/x"»
app devcontainer
  image: {mcr.microsoft.com devcontainers/base ubuntu } «"mcr.microsoft.com/devcontainers/base:ubuntu"»
  user: root «root»
  seccomp: Unconfined «seccomp=unconfined»
  privileged: true «true»
  capabilities: set «"--cap-add", "SYS_PTRACE", "--env=A=${localEnv:A}"], "privileged": true, // b "capAdd": ["NET_ADMIN"»
    -: SYS_PTRACE «SYS_PTRACE»
    -: NET_ADMIN «NET_ADMIN»
  mounts: set «"-v", "/var/run/docker.sock:/sock", "--cap-add", "SYS_PTRACE", "--env=A=${localEnv:A}"], "privileged": true, // b "capAdd": ["NET_ADMIN",], "securityOpt": ["seccomp=unconfined"], "mounts": [ "source=/etc,target=/host,type=bind,readonly"»
    bind: /var/run/docker.sock «/var/run/docker.sock»
      target: /sock «/sock»
    bind: /etc «/etc»
      target: /host «/host»
      readOnly: true «readonly»
    bind: unknown «"${localWorkspaceFolder}/x"»
      target: /x «"/x"»
    volume: cache «"cache"»
      target: /c «"/c"»
  ports: set «"8080:80"»
    port tcp: 8080:80 «8080:80»
      container: {80 80} «80»
      host: {8080 8080} «8080»
      published: true «"8080:80"»
pod docker run x:1
app docker run x:1
  image: { x 1 } «x:1»
  privileged: true «--privileged»
pod docker run y:1
  hostPID: true «"--pid", "host"»
app docker run y:1
  image: { y 1 } «"y:1"»
exec devcontainer
  user: vscode «"vscode"»
env of devcontainer
  A: unknown «${localEnv:A}»
env of devcontainer
  PASSWORD: hunter2 «"hunter2"»
env of devcontainer
  B: unknown «"${localEnv:B}"»`
	if diff := cmp.Diff(want, strings.Join(got, "\n")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff("initializeCommand «b c»; initializeCommand «\"sh\", \"-c\", \"e f\"» «e f»; postCreateCommand «docker run --privileged x:1»; "+
		"postStartCommand «\"docker\", \"run\", \"--pid\", \"host\", \"y:1\"»", parsetest.Sessions(u)); diff != "" {
		t.Error(diff)
	}
}

// TestBuild reads how the image is built.
func TestBuild(t *testing.T) {
	for text, want := range map[string]string{
		`{"build": {"dockerfile": "Dockerfile", "context": "..", "target": "dev"}}`: "Dockerfile dev",
		`{"dockerFile": "x/Dockerfile"}`:                                            "x/Dockerfile ",
		`{"image": "a"}`:                                                            "",
		`{"dockerComposeFile": "compose.yaml", "service": "a"}`:                     "",
	} {
		got := ""
		for _, b := range read(text).Builds {
			got += b.Dockerfile.V + " " + b.Target.V
		}
		if got != want {
			t.Errorf("%s: %q", text, got)
		}
	}
}

// TestFeatures reads what features have their container given, in whatever version.
func TestFeatures(t *testing.T) {
	for id, want := range map[string]struct{ privileged, socket bool }{
		"ghcr.io/devcontainers/features/docker-in-docker:2": {true, false},
		"docker-in-docker": {true, false},
		"ghcr.io/devcontainers/features/docker-outside-of-docker@sha256:0": {false, true},
		"ghcr.io/devcontainers/features/docker-outside-of-docker":          {false, true},
		"ghcr.io/devcontainers/features/go:1":                              {},
		"ghcr.io/someone/features/docker-in-docker:1":                      {},
	} {
		pod := read(`{"image": "a:1", "features": {"` + id + `": {"version": "latest"}}}`).Pods[0]
		if pod.Containers[0].Privileged.Is(true) != want.privileged || len(pod.HostPaths) == 1 != want.socket {
			t.Errorf("%s: %+v, %v", id, pod.Containers[0].Privileged, pod.HostPaths)
		}
	}
}

// TestComposed holds that a file beside a compose file adds to the service, but does not say how the container is started.
func TestComposed(t *testing.T) {
	u := read(`{"dockerComposeFile": "compose.yaml", "service": "a", "image": "x", "runArgs": ["--pid=host"], "appPort": 80,
		"privileged": true, "capAdd": ["SYS_PTRACE"], "mounts": ["source=/etc,target=/host,type=bind"], "containerEnv": {"A": "b"}}`)
	c := u.Pods[0].Containers[0]
	if !c.Privileged.Is(true) || len(c.AddCapabilities.Items) != 1 || len(u.Pods[0].HostPaths) != 1 || len(u.Assignments) != 1 {
		t.Errorf("what is added is lost:\n%s", parsetest.Describe(u))
	}
	if c.Image.Known() || u.Pods[0].HostPID.Known() || len(c.Ports.Items) > 0 {
		t.Errorf("what does nothing is read:\n%s", parsetest.Describe(u))
	}
}

// TestOdd holds that what is no devcontainer says nothing and breaks nothing.
func TestOdd(t *testing.T) {
	for text, problems := range map[string]int{
		"": 0, "[]": 0, "{": 1, "\xff": 1, `{"runArgs": "--privileged", "mounts": {"a": 1}, "capAdd": null, "postCreateCommand": [[]], "image": ["a"]}`: 0,
	} {
		u := read(text)
		if len(u.Problems) != problems {
			t.Errorf("%q: %d problems", text, len(u.Problems))
		}
		for _, c := range u.Containers() {
			if c.Privileged.Is(true) {
				t.Errorf("%q: privileged", text)
			}
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(whole)
	f.Add(`{"build": {"dockerfile": "a"}, "runArgs": ["-it", {"a": 1}], "postCreateCommand": {"a": {"b": "c"}}}`)
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) < 4096 {
			parsetest.Check(t, read(text))
		}
	})
}
