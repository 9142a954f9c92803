package compose_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"

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
	return compose.Unit(f, documents[0].Root, nil)
}

// readProject reads the first of some files with the others beside it, unless their names say that they lie outside.
func readProject(t testing.TB, files []txtar.File) *lint.Unit {
	t.Helper()
	opened := map[string]*lint.File{}
	for _, f := range files {
		opened[f.Name] = lint.NewFile(f.Name, f.Data)
	}
	first := opened[files[0].Name]
	documents := yamltree.Parse(first)
	if len(documents) != 1 || documents[0].Root == nil {
		t.Fatalf("not one document: %+v", documents)
	}
	if len(files) == 1 {
		return compose.Unit(first, documents[0].Root, nil)
	}
	return compose.Unit(first, documents[0].Root, func(path string) *lint.File { return opened[path] })
}

// describe is a unit as text, with the files that it was read from.
func describe(u *lint.Unit) string {
	var files strings.Builder
	for _, f := range u.Files {
		files.WriteString("read with " + f.Path + "\n")
	}
	return files.String() + parsetest.Describe(u)
}

var update = flag.Bool("update", false, "write what is read as what is wanted")

// Each archive is a project: a file to read with others beside it, and what is wanted of it.
func TestProjects(t *testing.T) {
	archives, err := filepath.Glob("testdata/project/*.txt")
	if err != nil || len(archives) == 0 {
		t.Fatal("no projects", err)
	}
	for _, name := range archives {
		t.Run(strings.TrimSuffix(filepath.Base(name), ".txt"), func(t *testing.T) {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				t.Fatal(err)
			}
			last := len(archive.Files) - 1
			want := &archive.Files[last]
			if want.Name != "want" {
				t.Fatal("the last file is not what is wanted")
			}
			got := describe(readProject(t, archive.Files[:last]))
			if *update {
				want.Data = []byte(got)
				if err := os.WriteFile(name, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			if diff := cmp.Diff(string(want.Data), got); diff != "" {
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
		{`${VOLUME}`, "unknown «${VOLUME}»", "unknown «»"},
		{`/a$:/x`, "/a$ «/a$»", "unset «»"},
		{`/a${:/x`, "invalid «/a${»", "unset «»"},
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
	if u := compose.Unit(lint.NewFile("compose.yaml", nil), nil, nil); len(u.Pods) != 0 {
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
		if u := compose.Unit(f, root, nil); len(u.Pods) != 2 {
			b.Fatal("not two services")
		}
	}
}
