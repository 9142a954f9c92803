package github

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/parsetest"
	"github.com/stridelint/stridelint/lint/parse/yamltree"
)

func read(t testing.TB, text string) *lint.Unit { return readAt(t, "ci.yml", text) }

func readAt(t testing.TB, name, text string) *lint.Unit {
	t.Helper()
	doc := yamltree.Parse(lint.NewFile(name, []byte(text)))[0]
	if doc.Root == nil {
		t.Fatalf("%q cannot be read: %s", text, doc.Problems[0].Message)
	}
	return Unit(doc.Span.File, doc.Root)
}

func TestLooks(t *testing.T) {
	for text, want := range map[string]bool{
		"on: push\njobs: {a: {runs-on: x}}":                 true,
		"jobs: {a: {runs-on: x}, b: 1}":                     true,
		"on: push\njobs: {a: {uses: ./x.yml}}":              true,
		"jobs: {a: {uses: x}}":                              false,
		"jobs: [a]":                                         false,
		"runs: {using: composite, steps: []}":               true,
		"runs: {using: docker, image: 'docker://alpine:3'}": true,
		"runs: {using: node20}":                             false,
		"runs: composite":                                   false,
		"services: {a: {image: b}}":                         false,
		"[]":                                                false,
	} {
		if got := Looks(yamltree.Parse(lint.NewFile("a.yml", []byte(text)))[0].Root); got != want {
			t.Errorf("%s: %t", text, got)
		}
	}
}

// TestContainerOfAction reads the container that an action runs its script in.
func TestContainerOfAction(t *testing.T) {
	u := read(t, "jobs:\n  a:\n    runs-on: x\n    steps:\n    - uses: addnab/docker-run-action@v3\n      with: {image: 'a/b:1', options: -v /:/host --privileged, run: ls}\n")
	if len(u.Pods) != 1 || len(u.Pods[0].HostPaths) != 1 || !u.Pods[0].Containers[0].Privileged.Is(true) || len(u.Sessions) != 1 {
		t.Error(parsetest.Describe(u))
	}
}

// TestSteps reads what steps run, by the shell that runs it.
func TestSteps(t *testing.T) {
	const head = "jobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n"
	tests := []struct{ name, text, want string }{
		{"one line", head + "    - run: docker run a:1\n", "job a «docker run a:1»"},
		{"block", head + "    - run: |\n        a b\n\n        c \\\n          d\n    - name: x\n      run: >\n        e\n        f\n",
			"job a «a b» «c \\\n          d»; job a «e\n        f»"},
		{"expression", head + "    - run: docker run -e A=${{ secrets.A }} ${{ matrix.i }} b\n", "job a «docker run -e A=${{ secrets.A }} ${{ matrix.i }} b»"},
		{"shells", head + "    - {run: a, shell: bash}\n    - {run: b, shell: 'bash -l {0}'}\n    - {run: c, shell: pwsh}\n    - {run: d, shell: python}\n    - {run: e, shell: cmd}\n    - {run: f, shell: /bin/sh -e}\n",
			"job a «a»; job a «b»; job a «f»"},
		{"default shell", "defaults: {run: {shell: pwsh}}\njobs:\n  a: {runs-on: x, steps: [{run: a}, {run: b, shell: bash}]}\n  b: {runs-on: x, defaults: {run: {shell: sh}}, steps: [{run: c}]}\n", "job a «b»; job b «c»"},
		{"windows", "jobs:\n  a: {runs-on: windows-latest, steps: [{run: a}, {run: b, shell: bash}]}\n  b: {runs-on: [self-hosted, Windows], steps: [{run: c}]}\n  c: {runs-on: {labels: windows-11}, steps: [{run: d}]}\n  d: {runs-on: '${{ matrix.os }}', steps: [{run: e}]}\n", "job a «b»; job d «e»"},
		{"composite", "runs:\n  using: composite\n  steps:\n  - {run: a, shell: bash}\n", "action «a»"},
		{"given to an action", head + "    - uses: appleboy/ssh-action@v1\n      with: {host: h, script: docker run a}\n    - uses: Nick-Fields/retry@abc\n      with: {command: b, shell: sh}\n    - uses: nick-fields/retry@v3\n      with: {command: c, shell: pwsh}\n    - {uses: x/y@v1, with: {script: d}}\n    - {uses: appleboy/ssh-action@v1}\n",
			"job a «docker run a»; job a «b»"},
		{"alias", "x: &x [{run: a}]\njobs: {a: {runs-on: x, steps: *x}}\n", "job a «a»"},
		{"no text", head + "    - run: {a: b}\n    - run: [a]\n    - run:\n    - x\n    - run: c\n", "job a «c»"},
		{"broken", head + "    - run: \"a '\"\n    - run: b\n", "job a; job a «b»"},
		{"here-document", head + "    - run: |\n        cat <<EOF\n        docker run --privileged a\n        EOF\n        b\n", "job a «cat» «b»"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, parsetest.Sessions(read(t, test.text))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

const workflow = `
on: push
env:
  A: one
jobs:
  build:
    runs-on: ubuntu-latest
    env: {B: "${{ secrets.B }}"}
    container:
      image: registry.example.com/tools:1
      options: --privileged --user 'root' ${{ vars.MORE }}
      volumes: [/var/run/docker.sock:/sock, "cache:/c"]
      credentials: {username: x, password: letmein}
    services:
      db:
        image: postgres:17
        env:
          POSTGRES_PASSWORD: hunter2
        ports:
          - 5432:5432
        options: >-
          --health-cmd "pg_isready -U x"
          --pid=host
    steps:
      - uses: docker://alpine:3.20
  other:
    runs-on: ubuntu-latest
    container: node
`

// TestContainers compares the lines that matter of all that is read.
func TestContainers(t *testing.T) {
	var got []string
	for line := range strings.Lines(parsetest.Describe(read(t, workflow))) {
		if line = strings.TrimRight(line, "\n"); !strings.Contains(line, ": unknown «»") {
			got = append(got, line)
		}
	}
	want := `pod job build
  path: /var/run/docker.sock «/var/run/docker.sock»
app job build
  image: {registry.example.com tools 1 } «registry.example.com/tools:1»
  user: root «root»
  privileged: true «--privileged»
  mounts: unknown «/var/run/docker.sock:/sock, "cache:/c"»
    bind: /var/run/docker.sock «/var/run/docker.sock»
      target: /sock «/sock»
    volume: cache «cache»
      target: /c «/c»
pod service db
  hostPID: true «--pid=host»
app service db
  image: { postgres 17 } «postgres:17»
  ports: set «5432:5432»
    port tcp: 5432:5432 «5432:5432»
      container: {5432 5432} «5432»
      host: {5432 5432} «5432»
      published: true «5432:5432»
  healthcheck: true «--health-cmd "pg_isready -U x"»
  health check starts: /bin/sh «pg_isready -U x»
pod job build
app job build
  image: { alpine 3.20 } «alpine:3.20»
pod job other
app job other
  image: { node  } «node»
variable of 
  A: one «one»
variable of 
  B: unknown «"${{ secrets.B }}"»
variable of job build
  password: letmein «letmein»
env of service db
  POSTGRES_PASSWORD: hunter2 «hunter2»`
	if diff := cmp.Diff(want, strings.Join(got, "\n")); diff != "" {
		t.Error(diff)
	}
}

func FuzzUnit(f *testing.F) {
	for _, seed := range []string{workflow, building, baking, "runs: {using: composite, steps: [{run: 'docker run ${{a}}', shell: bash}]}\n", "jobs: {a: {runs-on: x, container: {options: '-v \"a'}, services: [a], steps: {a: b}}}"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		doc := yamltree.Parse(lint.NewFile(".github/workflows/ci.yml", []byte(text)))[0]
		if doc.Root != nil && len(text) < 4096 {
			parsetest.Check(t, Unit(doc.Span.File, doc.Root))
		}
	})
}
