package compose_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/compose"
	"github.com/stridelint/stridelint/lint/parse/parsetest"
	"github.com/stridelint/stridelint/lint/parse/yamltree"
)

// read reads the one document of a compose file.
func read(t testing.TB, name, text string) *lint.Unit {
	t.Helper()
	f := lint.NewFile(name, []byte(text))
	documents := yamltree.Parse(f)
	if len(documents) != 1 || documents[0].Root == nil {
		t.Fatalf("not one document: %+v\n%s", documents, text)
	}
	return compose.Unit(f, documents[0].Root)
}

func TestUnit(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"everything", `
name: shop
services:
  web:
    image: "registry.example/shop/web:1.2"
    privileged: yes
    pid: host
    ipc: 'host'
    network_mode: host
    userns_mode: "host"
    user: 0:0
    cap_add: [SYS_ADMIN, "NET_ADMIN"]
    environment:
      DB_PASSWORD: hunter2
      RETRIES: 5
      DEBUG: true
      QUOTED: "a ''b"
      OWN:
  db:
    build:
      context: .
      args:
        - TOKEN=abc
    privileged: False
    pid: "service:web"
    network_mode: bridge
    user: postgres
    environment:
      - PASSWORD=hunter2
      - "QUOTED=hunt er2"
      - 'SINGLE=a''b=c'
      - "ESCAPED=\"\u00e9\\"
      - EMPTY=
      - OWN
      - [A=b]
      - ~
x-more:
  privileged: true
`, `
pod service web
  hostPID: true «host»
  hostIPC: true «'host'»
  hostNetwork: true «host»
  hostUsers: true «"host"»
app service web
  image: {registry.example shop/web 1.2 } «"registry.example/shop/web:1.2"»
  user: 0:0 «0:0»
  privileged: true «yes»
  capabilities: set «[SYS_ADMIN, "NET_ADMIN"]»
    -: SYS_ADMIN «SYS_ADMIN»
    -: NET_ADMIN «"NET_ADMIN"»
pod service db
  hostPID: false «"service:web"»
  hostNetwork: false «bridge»
app service db
  built
  user: postgres «postgres»
  privileged: false «False»
env of service web
  DB_PASSWORD: hunter2 «hunter2»
env of service web
  RETRIES: 5 «5»
env of service web
  DEBUG: true «true»
env of service web
  QUOTED: a ''b «"a ''b"»
env of service web
  OWN: unknown «»
env of service db
  PASSWORD: hunter2 «hunter2»
env of service db
  QUOTED: hunt er2 «hunt er2»
env of service db
  SINGLE: a'b=c «a''b=c»
env of service db
  ESCAPED: "é\ «\"\u00e9\\»
env of service db
  EMPTY:  «»
env of service db
  OWN: unknown «OWN»
build arg of service db
  TOKEN: abc «abc»
`},
		{"variables", `
services:
  web:
    image: ${IMAGE:-nginx}:${TAG-1.27}
    privileged: ${PRIVILEGED:-true}
    user: "${UID:-0}:${GID:-0}"
    pid: ${PID_MODE:-host}
    ipc: ${IPC_MODE}
    cap_add: ["${CAP:-ALL}", $CAP]
    network_mode: ${NET:?must be given}
    userns_mode: ${USERNS:+host}
    environment:
      A: pa$$word
      B: ${B}
      C: x${C:-${D:-d}}y
      D: ${D:-${C}}
      E: $
      F: ${F
      G: ${1}
    volumes: ["${DATA:-/srv/data}:/data"]
    build: {args: {A: $A, B: , C: "${C-}"}}
  db:
    image: postgres:${TAG}
    user: ${NOBODY}
    privileged: maybe
`, `
pod service web
  hostPID: true «${PID_MODE:-host}»
  hostIPC: unknown «${IPC_MODE}»
  hostNetwork: unknown «${NET:?must be given}»
  hostUsers: unknown «${USERNS:+host}»
  path: /srv/data «${DATA:-/srv/data}»
app service web
  image: { nginx 1.27 } «${IMAGE:-nginx}:${TAG-1.27}»
  built
  user: 0:0 «"${UID:-0}:${GID:-0}"»
  privileged: true «${PRIVILEGED:-true}»
  capabilities: set «["${CAP:-ALL}", $CAP]»
    -: ALL «"${CAP:-ALL}"»
    -: unknown «$CAP»
pod service db
app service db
  image: unknown «postgres:${TAG}»
  user: unknown «${NOBODY}»
  privileged: invalid «maybe»
env of service web
  A: pa$word «pa$$word»
env of service web
  B: unknown «${B}»
env of service web
  C: xdy «x${C:-${D:-d}}y»
env of service web
  D: unknown «${D:-${C}}»
env of service web
  E: invalid «$»
env of service web
  F: invalid «${F»
env of service web
  G: invalid «${1}»
build arg of service web
  A: unknown «$A»
build arg of service web
  B: unknown «»
build arg of service web
  C:  «"${C-}"»
`},
		{"aliases and merge keys", `
x-base: &base
  image: &image app:1
  privileged: true
  environment: &env
    TOKEN: abc
    SHARED: base
services:
  a: *base
  b:
    <<: *base
    privileged: false
    environment:
      <<: *env
      SHARED: own
      LAST: x
  c: {<<: [{user: me}, *base], image: *image, volumes: [&sock "/run/docker.sock:/s:ro"]}
  d: {image: x, volumes: [*sock], environment: &list [&item "A=b"]}
  e: {image: x, environment: *list}
  f: {image: x, environment: [*item]}
`, `
pod service a
app service a
  image: { app 1 } «app:1» via «*base»
  privileged: true «true» via «*base»
pod service b
app service b
  image: { app 1 } «app:1» via «*base»
  privileged: false «false»
pod service c
  path: /run/docker.sock «/run/docker.sock»
    readOnly: true «ro»
app service c
  image: { app 1 } «app:1» via «*image»
  user: me «me» via «<<»
  privileged: true «true» via «*base»
pod service d
  path: /run/docker.sock «/run/docker.sock» via «*sock»
    readOnly: true «ro» via «*sock»
app service d
  image: { x  } «x»
pod service e
app service e
  image: { x  } «x»
pod service f
app service f
  image: { x  } «x»
env of service a
  TOKEN: abc «abc» via «*base»
env of service a
  SHARED: base «base» via «*base»
env of service b
  TOKEN: abc «abc» via «*env»
env of service b
  SHARED: own «own»
env of service b
  LAST: x «x»
env of service c
  TOKEN: abc «abc» via «*base»
env of service c
  SHARED: base «base» via «*base»
env of service d
  A: b «b»
env of service e
  A: b «b» via «*list»
env of service f
  A: b «b» via «*item»
`},
		{"wrong types", `
services:
  web:
    image: [x]
    privileged: 1
    pid: {host: true}
    user: [0]
    cap_add: SYS_ADMIN
    environment: TOKEN=abc
    volumes: /:/host
    build: [a]
  db:
    image: 5
    privileged: "on"
    user: 0
    cap_add: [5, [x], ~]
    environment: {A: [b], [c]: d}
    volumes: [5, [/:/x], {type: bind, source: [/]}, ~]
    build: {args: x}
  empty:
    image: ""
    user: ""
`, `
pod service web
  hostPID: invalid «{host: true}»
app service web
  image: invalid «[x]»
  built
  user: invalid «[0]»
  privileged: invalid «1»
  capabilities: invalid «SYS_ADMIN»
pod service db
  path: invalid «[/]»
app service db
  image: { 5  } «5»
  built
  user: 0 «0»
  privileged: true «"on"»
  capabilities: set «[5, [x], ~]»
    -: 5 «5»
    -: invalid «[x]»
pod service empty
app service empty
env of service db
  A: invalid «[b]»
`},
		{"duplicate keys, and values taken away", `
services:
  web:
    image: x
    privileged: false
    privileged: true
    user: !reset root
    pid: !override host
    environment: {A: b, A: c, <<: {A: d, B: e}, <<: [{B: f, C: g}]}
`, `
pod service web
  hostPID: true «host»
app service web
  image: { x  } «x»
  privileged: true «true»
env of service web
  A: c «c»
env of service web
  B: e «e» via «<<»
env of service web
  C: g «g» via «<<»
`},
		{"what may stand elsewhere", `
services:
  extended: {image: x, extends: {file: base.yaml, service: web}, privileged: true}
  patched: {user: root, cap_add: [ALL]}
  "null":
  whole: {image: x}
`, `
pod service extended
  hostPID: unknown «»
  hostIPC: unknown «»
  hostNetwork: unknown «»
  hostUsers: unknown «»
app service extended
  image: { x  } «x»
  user: unknown «»
  privileged: true «true»
  capabilities: unknown «»
pod service patched
  hostPID: unknown «»
  hostIPC: unknown «»
  hostNetwork: unknown «»
  hostUsers: unknown «»
app service patched
  image: unknown «»
  user: root «root»
  privileged: unknown «»
  capabilities: set «[ALL]»
    -: ALL «ALL»
pod service null
  hostPID: unknown «»
  hostIPC: unknown «»
  hostNetwork: unknown «»
  hostUsers: unknown «»
app service null
  image: unknown «»
  user: unknown «»
  privileged: unknown «»
  capabilities: unknown «»
pod service whole
app service whole
  image: { x  } «x»
`},
		{"an including file", `
include: [other.yaml]
services:
  web: {image: x, pid: host}
`, `
pod service web
  hostPID: true «host»
  hostIPC: unknown «»
  hostNetwork: unknown «»
  hostUsers: unknown «»
app service web
  image: { x  } «x»
  user: unknown «»
  privileged: unknown «»
  capabilities: unknown «»
`},
		{"JSON", `{"services": {"web": {"image": "x", "privileged": true, "volumes": ["C:\\data:C:\\d", "\/etc:/e"], "environment": ["A=\"b\""]}}}`, `
pod service web
  path: C:\data «C:\\data»
  path: /etc «\/etc»
app service web
  image: { x  } «"x"»
  privileged: true «true»
env of service web
  A: "b" «\"b\"»
`},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(strings.TrimLeft(test.want, "\n"), parsetest.Describe(read(t, "compose.yaml", test.text))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestVolumes(t *testing.T) {
	for _, test := range []struct{ item, path, readOnly string }{
		{`/var/run/docker.sock:/s`, "/var/run/docker.sock «/var/run/docker.sock»", "unset «»"},
		{`/a:/b:ro`, "/a «/a»", "true «ro»"},
		{`"/a:/b:z,ro"`, "/a «/a»", "true «ro»"},
		{`'/a:/b:rw,z'`, "/a «/a»", "false «rw»"},
		{`/a:/b:z`, "/a «/a»", "unset «»"},
		{`/a:/b:${MODE}`, "/a «/a»", "unknown «${MODE}»"},
		{`/a:/b:${MODE:-ro}`, "/a «/a»", "true «${MODE:-ro}»"},
		{`/a:${TARGET}:ro`, "/a «/a»", "true «ro»"},
		{`~/.ssh:/root/.ssh`, "~/.ssh «~/.ssh»", "unset «»"},
		{`./x:/x`, "./x «./x»", "unset «»"},
		{`../x:/x`, "../x «../x»", "unset «»"},
		{`.:/x`, ". «.»", "unset «»"},
		{`C:\data:C:\d:ro`, `C:\data «C:\data»`, "true «ro»"},
		{`"c:\\data:/d"`, `c:\data «c:\\data»`, "unset «»"},
		{`C:/data:/d`, `C:/data «C:/data»`, "unset «»"},
		{`'\\.\pipe\docker_engine:\\.\pipe\docker_engine'`, `\\.\pipe\docker_engine «\\.\pipe\docker_engine»`, "unset «»"},
		{`"/it's \"quoted\":/x"`, `/it's "quoted" «/it's \"quoted\"»`, "unset «»"},
		{`'/it''s:/x'`, `/it's «/it''s»`, "unset «»"},
		{`/größe:/x:ro`, `/größe «/größe»`, "true «ro»"},
		{`"/gr\xf6\u00dfe:/x:ro"`, `/größe «/gr\xf6\u00dfe»`, "true «ro»"},
		{`"\x2fa\_b\U0001F600:/x:ro"`, "/a\u00a0b😀 «\\x2fa\\_b\\U0001F600»", "true «ro»"},
		{"/a:/b\n        c:ro", "/a «/a»", "true «/a:/b\n        c:ro»"}, // folded: the places of what follows the break are not told
		{"\"/a\n        b:/c\"", "/a b «\"/a\n        b:/c\"»", "unset «»"},
		{"|-\n        /a:/b", "/a «|-\n        /a:/b»", "unset «»"},
		{`${HOME}/x:/x:ro`, "unknown «${HOME}/x»", "true «ro»"},
		{`$PWD:/x`, "unknown «$PWD»", "unset «»"},
		{`${VOLUME}`, "unknown «${VOLUME}»", "unset «»"},
		{`/a$:/x`, "invalid «/a$»", "unset «»"},
		{`/a$$b:/x`, "/a$b «/a$$b»", "unset «»"},
		{`${SOCK:-/run/docker.sock}:/s:ro`, "/run/docker.sock «${SOCK:-/run/docker.sock}»", "true «ro»"},
		{`${MOUNT:-/a:/b:ro}`, "/a «${MOUNT:-/a:/b:ro}»", "true «${MOUNT:-/a:/b:ro}»"},
		{`${MOUNT:-/a:/b}:ro`, "/a «${MOUNT:-/a:/b}»", "true «ro»"},
		{`${NAMED:-data}:/d`, "", ""},
		{`data:/d`, "", ""},
		{`/d`, "", ""},
		{`C:\d`, "", ""},
		{`""`, "", ""},
		{`:/x`, "", ""},
		{`{type: bind, source: /a, target: /b}`, "/a «/a»", "unset «»"},
		{`{type: bind, source: "/a", target: /b, read_only: true}`, `/a «"/a"»`, "true «true»"},
		{`{type: bind, source: "${X:-/a}", target: /b, read_only: "${RO}"}`, `/a «"${X:-/a}"»`, `unknown «"${RO}"»`},
		{`{type: npipe, source: '\\.\pipe\x', target: '\\.\pipe\x'}`, `\\.\pipe\x «'\\.\pipe\x'»`, "unset «»"},
		{`{type: "${TYPE}", source: /a}`, "unknown «/a»", "unset «»"},
		{`{type: volume, source: data, target: /b}`, "", ""},
		{`{type: tmpfs, target: /b}`, "", ""},
		{`{type: bind}`, "", ""},
		{`{source: data}`, "", ""},
	} {
		u := read(t, "compose.yaml", "services:\n  web:\n    image: x\n    volumes:\n      - "+test.item+"\n")
		var path, readOnly string
		for _, p := range u.Pods[0].HostPaths {
			path, readOnly = show(p.Path), show(p.ReadOnly)
			if p.Path.At == nil || p.ReadOnly.At == nil {
				t.Errorf("%s: no slot", test.item)
			}
		}
		if path != test.path || readOnly != test.readOnly {
			t.Errorf("%s:\n got path %s, readOnly %s\nwant path %s, readOnly %s", test.item, path, readOnly, test.path, test.readOnly)
		}
	}
}

func show[T comparable](v lint.Val[T]) string {
	if v.State == lint.Set {
		return fmt.Sprintf("%v «%s»", v.V, v.Value.Text())
	}
	return fmt.Sprintf("%s «%s»", v.State, v.Value.Text())
}

// Absence is reported at the service's key, or at the key that has no value.
func TestHeads(t *testing.T) {
	u := read(t, "compose.yml", "services:\n  web:\n    image: x\n    user:\n  db: {image: x}\n  \"c\": &c\n    image: x\n  d: *c\n")
	var got []string
	for _, c := range u.Containers() {
		for _, value := range []lint.Absence{c.Privileged, c.User, c.AddCapabilities, c.Pod.HostPID} {
			span, via := value.Where()
			if !value.Absent() {
				t.Errorf("%s: not absent", c)
			}
			got = append(got, span.Text()+strings.Repeat(" via", len(via)))
		}
	}
	want := `web user web web db db db db "c" "c" "c" "c" d via d via d d via`
	if strings.Join(got, " ") != want {
		t.Errorf("got %s, want %s", strings.Join(got, " "), want)
	}
}

func TestEntries(t *testing.T) {
	u := read(t, "compose.yml", `
services:
  web:
    image:   x
    "user" : '0'
    environment:
      - "TOKEN=abc"
      - OTHER=x
    volumes:
      - "/a:/b:ro"
      - {type: bind, source: /a, read_only: true}
    build:
      args:
        A: >-
          b
          c
`)
	c, paths := u.Containers()[0], u.Pods[0].HostPaths
	for _, test := range []struct{ got, want string }{
		{c.Image.Entry.Text(), "image:   x"},
		{c.User.Entry.Text(), "\"user\" : '0'"},
		{u.Assignments[0].Value.Entry.Text(), "\"TOKEN=abc\""},
		{u.Assignments[1].Value.Entry.Text(), "OTHER=x"},
		{u.Assignments[2].Value.Entry.Text(), "A: >-\n          b\n          c"},
		{u.Assignments[2].Value.V, "b c"},
		{paths[0].Path.Entry.Text(), "\"/a:/b:ro\""},
		{paths[0].ReadOnly.Entry.Text(), "\"/a:/b:ro\""},
		{paths[1].Path.Entry.Text(), "{type: bind, source: /a, read_only: true}"},
		{paths[1].ReadOnly.Entry.Text(), "read_only: true"},
	} {
		if test.got != test.want {
			t.Errorf("got %q, want %q", test.got, test.want)
		}
	}
}

func TestProblems(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"services: [web]", "problem: services must be a mapping «services»"},
		{"services: web", "problem: services must be a mapping «services»"},
		{"services:\n  web: nginx", "problem: service web must be a mapping «web»"},
		{"services:\n  web: {image: x}\n  db:\n  - image: y", "problem: service db must be a mapping «db»"},
		{"- services\n- web", "problem: a compose file must be a mapping «- services»"},
		{"web", "problem: a compose file must be a mapping «web»"},
		{"services: ~", ""},
		{"services:", ""},
		{"services: {}", ""},
		{"services: {web: ~}", ""},
		{"version: '3'", ""},
		{"{}", ""},
	} {
		u := read(t, "docker-compose.yml", test.text)
		var got string
		if len(u.Problems) > 0 {
			got, _, _ = strings.Cut(parsetest.Describe(u), "\n")
		}
		if got != test.want {
			t.Errorf("%s: got %q, want %q", test.text, got, test.want)
		}
	}
}

func TestPart(t *testing.T) {
	for name, want := range map[string]bool{
		"a/compose.yaml": false, "compose.override.yaml": true, "a/docker-compose.override.yml": true,
		"Compose.Prod.Override.YML": true, "override.d/compose.yml": false,
	} {
		if u := read(t, name, "services: {}"); u.Part != want {
			t.Errorf("%s: part is %v", name, u.Part)
		}
	}
}

func TestLooks(t *testing.T) {
	const nothing = "a: b"
	for _, test := range []struct {
		name, text string
		want       bool
	}{
		{"compose.yaml", nothing, true},
		{"x/docker-compose.prod.yml", nothing, true},
		{"Docker-Compose.YAML", "[]", true},
		{"compose.json", nothing, false},
		{"mycompose.yaml", nothing, false},
		{"compose.yaml", "apiVersion: v1\nkind: Pod", false},
		{"stack.yml", "services: {web: {image: x}}", true},
		{"stack.json", "{\"services\": {\"web\": {}, \"db\": {\"build\": \".\"}}}", true},
		{"stack.yml", "services: {web: {<<: {extends: x}}}", true},
		{"stack.yml", "services: {web: {image: x}}\napiVersion: v1", false},
		{"services.yaml", "services: {App: {class: x, arguments: []}}", false},
		{"ci.yml", "services: [docker]\nimage: x", false},
		{"ci.yml", "services: {docker: ~}", false},
		{"ci.yml", "jobs: {services: {web: {image: x}}}", false},
		{"ci.yml", "services", false},
	} {
		f := lint.NewFile(test.name, []byte(test.text))
		if got := compose.Looks(test.name, yamltree.Parse(f)[0].Root); got != test.want {
			t.Errorf("%s: %s: %v", test.name, test.text, got)
		}
	}
	if compose.Looks("compose.yaml", nil) {
		t.Error("nothing looks like a compose file")
	}
	if u := compose.Unit(lint.NewFile("compose.yaml", nil), nil); len(u.Pods) != 0 {
		t.Error("nothing holds a service")
	}
}

const file = `services:
  web:
    image: registry.example/shop/web:2.14.1
    user: "1000:1000"
    ports: ["8080:8080"]
    environment:
      DATABASE_URL: ${DATABASE_URL}
      CACHE_TTL: 300
    volumes:
      - ./data:/data:ro
      - cache:/cache
  db:
    image: postgres:17
    environment:
      - POSTGRES_PASSWORD=${POSTGRES_PASSWORD:?}
    volumes:
      - data:/var/lib/postgresql/data
volumes:
  cache: {}
  data: {}
`

func BenchmarkUnit(b *testing.B) {
	f := lint.NewFile("compose.yaml", []byte(file))
	root := yamltree.Parse(f)[0].Root
	b.ReportAllocs()
	for b.Loop() {
		if u := compose.Unit(f, root); len(u.Pods) != 2 {
			b.Fatal("not two services")
		}
	}
}
