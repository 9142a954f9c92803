package compose_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/compose"
	"github.com/stridelint/stridelint/lint/parse/parsetest"
	"github.com/stridelint/stridelint/lint/parse/yamltree"
)

// FuzzProject reads projects of several files in memory: reading ends, is the same each time, and every place lies in its file.
func FuzzProject(f *testing.F) {
	for _, pattern := range []string{"testdata/project/*.txt", "../../../testdata/oracles/compose/testdata/*.txt"} {
		names, _ := filepath.Glob(pattern)
		for _, name := range names {
			archive, err := txtar.ParseFile(name)
			if err != nil {
				f.Fatal(err)
			}
			var texts [4][]byte
			for i, file := range archive.Files {
				switch {
				case i == 0:
					texts[0] = file.Data
				case strings.Contains(file.Name, "override"):
					texts[1] = file.Data
				case strings.HasSuffix(file.Name, ".env"):
					texts[3] = file.Data
				case file.Name != "want":
					texts[2] = file.Data
				}
			}
			f.Add(texts[0], texts[1], texts[2], texts[3])
		}
	}
	f.Fuzz(func(t *testing.T, base, override, other, env []byte) {
		first := lint.NewFile("compose.yaml", base)
		documents := yamltree.Parse(first)
		if len(base)+len(override)+len(other)+len(env) > 10_000 || len(documents) == 0 || documents[0].Root == nil {
			return
		}
		asked := 0
		open := func(path string) *lint.File {
			asked++
			switch {
			case path == "compose.yaml":
				return first
			case path == "compose.override.yaml":
				return lint.NewFile(path, override)
			case strings.HasSuffix(path, ".env"):
				return lint.NewFile(path, env)
			}
			return lint.NewFile(path, other)
		}
		u := compose.Unit(first, documents[0].Root, open)
		if asked > 10_000 {
			t.Errorf("%d files were asked for", asked)
		}
		checkSpans(t, u)
		if again := compose.Unit(first, documents[0].Root, open); parsetest.Describe(u) != parsetest.Describe(again) {
			t.Error("read twice, it is not the same")
		}
	})
}

// checkSpans wants every place of what is read within its file, and edits that can be made.
func checkSpans(t *testing.T, u *lint.Unit) {
	t.Helper()
	check := func(at lint.Locator) {
		span, via := at.Where()
		for _, s := range append([]lint.Span{span}, via...) {
			if s.File != nil && (s.Start < 0 || s.End < s.Start || s.End > len(s.File.Text)) {
				t.Errorf("a place from %d to %d in %d bytes of %s", s.Start, s.End, len(s.File.Text), s.File.Path)
			}
		}
		slotted, ok := at.(lint.Slotted)
		if !ok || slotted.Slot() == nil {
			return
		}
		for _, edits := range [][]lint.Edit{lint.Delete(slotted), lint.Put(slotted, "true")} {
			if len(edits) > 0 {
				if _, err := lint.Apply(edits[0].Span.File.Text, edits); err != nil {
					t.Errorf("%v: %+v", err, edits)
				}
			}
		}
	}
	for _, a := range u.Assignments {
		check(a.Value)
	}
	for _, problem := range u.Problems {
		check(problem.Span)
	}
	for _, scope := range u.Scopes {
		check(scope)
	}
	for _, pod := range u.Pods {
		for _, at := range []lint.Locator{pod.HostPID, pod.HostNetwork, pod.Network, pod.Sysctls} {
			check(at)
		}
		for _, path := range pod.HostPaths {
			check(path.Path)
			check(path.ReadOnly)
		}
	}
	for _, c := range u.Containers() {
		for _, at := range []lint.Locator{c.Image, c.User, c.Privileged, c.AddCapabilities, c.PrivilegeEscalation, c.Security.Seccomp,
			c.Healthcheck, c.Restart, c.Resources.MemoryLimit, c.Resources.PIDsLimit, c.Ports, c.Mounts} {
			check(at)
		}
		for _, p := range c.Ports.Items {
			for _, at := range []lint.Locator{p.Entry, p.Address, p.Host, p.Container, p.Published} {
				check(at)
			}
		}
		for _, m := range c.Mounts.Items {
			for _, at := range []lint.Locator{m.Source, m.Target, m.ReadOnly, m.Propagation} {
				check(at)
			}
		}
	}
}

// What compose would refuse is a problem at its place, and the rest is read; what may only be out of reach is none.
func TestRefused(t *testing.T) {
	for _, test := range []struct{ name, file, others, want string }{
		{"an open brace", "services:\n  a: {image: '${A'}\n  b: {image: x}\n", "", "a variable is not written as compose can read it «'${A'»"},
		{"services as a list", "services: [a]\n", "", "services must be a mapping «services»"},
		{"a cycle of one", "services:\n  a: {image: x, extends: a}\n", "", "the service extends itself «a»"},
		{"a cycle over files", "services:\n  a: {image: x, extends: {file: b.yaml, service: b}}\n",
			"-- b.yaml --\nservices:\n  b: {extends: {file: compose.yaml, service: a}}\n", "the service extends itself «{file: b.yaml, service: b}»"},
		{"no such service", "services:\n  a: {image: x, extends: b}\n", "", "there is no such service «b»"},
		{"no such service for several", "services:\n  a: {image: x, extends: {file: b.yaml, service: b}}\n  c: {extends: a}\n  d: {extends: {file: b.yaml, service: b}}\n",
			"-- b.yaml --\nservices: {b: {extends: none}}\n", "there is no such service «none»"},
		{"no such service in a file", "services:\n  a: {image: x, extends: {file: b.yaml, service: b}}\n", "-- b.yaml --\nservices: {}\n",
			"there is no such service «b»"},
		{"no such file", "services:\n  a: {image: x, extends: {file: ./b.yaml, service: b}}\n", "-- c.yaml --\n", "there is no such file «./b.yaml»"},
		{"no file that it includes", "include: [b.yaml]\nservices:\n  a: {image: x}\n", "-- c.yaml --\n", "there is no such file «b.yaml»"},
		{"a file that includes itself", "include: [compose.yaml]\nservices:\n  a: {image: x}\n", "-- c.yaml --\n", "the file includes itself «compose.yaml»"},
		{"a broken override", "services:\n  a: {image: x}\n", "-- compose.override.yaml --\nservices: {a: [\n", "not valid YAML"},
		{"a broken base", "services:\n  a: {image: x, extends: {file: b.yaml, service: b}}\n", "-- b.yaml --\n\ta: b\n", "not valid YAML"},
		{"a file outside", "services:\n  a: {image: x, extends: {file: ../b.yaml, service: b}}\n", "-- c.yaml --\n", ""},
		{"an absolute path", "services:\n  a: {image: x, extends: {file: /b.yaml, service: b}}\n", "-- c.yaml --\n", ""},
		{"a file elsewhere", "include: ['https://example.com/compose.git', 'oci://example.com/app']\nservices:\n  a: {image: x}\n", "-- c.yaml --\n", ""},
		{"a file of a variable", "include: ['${FILE}']\nservices:\n  a: {image: x, extends: {file: '${FILE}', service: b}}\n", "-- c.yaml --\n", ""},
		{"an env file, which is often kept to oneself", "services:\n  a: {image: x, env_file: .env.local}\n", "-- c.yaml --\n", ""},
		{"include that is no list", "include: {a: b}\nservices:\n  a: {image: x}\n", "-- c.yaml --\n", ""},
		{"extends that is a list", "services:\n  a: {image: x, extends: [b]}\n", "-- c.yaml --\n", ""},
		{"lists where mappings belong, in both files", "services:\n  a: {image: x, deploy: [], build: [x], ports: {a: b}, environment: x}\n",
			"-- compose.override.yaml --\nservices:\n  a: {deploy: {resources: []}, build: {target: x}, ports: [80], environment: [[]], volumes: x}\n", ""},
		{"a service that is nothing", "services:\n  a:\n  b: {image: x}\n", "-- compose.override.yaml --\nservices: {a: x, b: }\n", "service a must be a mapping"},
	} {
		files := txtar.Parse([]byte("-- compose.yaml --\n" + test.file + test.others)).Files
		u := readProject(t, files)
		var got []string
		for _, problem := range u.Problems {
			got = append(got, fmt.Sprintf("%s «%s»", problem.Message, problem.Span.Text()))
		}
		if test.want == "" && len(got) > 0 || test.want != "" && (len(got) != 1 || !strings.HasPrefix(got[0], test.want)) {
			t.Errorf("%s: got %q, want %q", test.name, got, test.want)
		}
		if test.name != "services as a list" && len(u.Pods) == 0 {
			t.Errorf("%s: no service is read", test.name)
		}
	}
}

// Absence proves nothing while something that was named could not be read.
func TestOutOfReach(t *testing.T) {
	for _, test := range []struct {
		name, file, others string
		want               lint.State
	}{
		{"whole", "services:\n  a: {image: x}\n", "", lint.Unset},
		{"extended and read", "services:\n  a: {image: x, extends: b}\n  b: {image: x}\n", "", lint.Unset},
		{"extended from elsewhere", "services:\n  a: {image: x, extends: {file: ../b.yaml, service: b}}\n", "", lint.Unknown},
		{"extended, and that from elsewhere", "services:\n  a: {image: x, extends: b}\n  b: {extends: {file: ../b.yaml, service: b}}\n", "", lint.Unknown},
		{"included and read", "include: [b.yaml]\nservices:\n  a: {image: x}\n", "-- b.yaml --\nservices: {}\n", lint.Unset},
		{"included from elsewhere", "include: [../b.yaml]\nservices:\n  a: {image: x}\n", "", lint.Unknown},
		{"laid over by what cannot be read", "services:\n  a: {image: x}\n", "-- compose.override.yaml --\n[", lint.Unknown},
	} {
		files := txtar.Parse([]byte("-- compose.yaml --\n" + test.file + test.others + "-- c.yaml --\n")).Files
		if got := readProject(t, files).Containers()[0].ReadOnlyRoot.State; got != test.want {
			t.Errorf("%s: %s, want %s", test.name, got, test.want)
		}
	}
}

// Files that extend and include each other cannot make a project grow without bound.
func TestBounds(t *testing.T) {
	chain := func(n int) []txtar.File {
		var b strings.Builder
		b.WriteString("services:\n")
		for i := n; i > 0; i-- {
			fmt.Fprintf(&b, "  s%d: {extends: s%d, environment: {V%d: 1}}\n", i, i-1, i)
		}
		b.WriteString("  s0: {image: x, environment: {A: 1}}\n")
		return []txtar.File{{Name: "compose.yaml", Data: []byte(b.String())}, {Name: "c.yaml"}}
	}
	for n, want := range map[int]lint.State{200: lint.Unset, 600: lint.Unknown} {
		if all := readProject(t, chain(n)).Containers(); len(all) != n+1 || all[0].User.State != want {
			t.Errorf("%d services in a row: %d, the last %s", n, len(all), all[0].User.State)
		}
	}
	files := []txtar.File{{Name: "compose.yaml", Data: []byte("include: [0.yaml, 0.yaml]\nservices: {a: {image: x}}\n")}}
	for i := range 30 {
		text := fmt.Sprintf("include: [%d.yaml, ./%d.yaml]\nservices: {s%d: {image: x, cap_add: [A]}}\n", i+1, i+1, i)
		files = append(files, txtar.File{Name: fmt.Sprintf("%d.yaml", i), Data: []byte(text)})
	}
	if u := readProject(t, files); len(u.Pods) == 0 {
		t.Error("no service is read")
	}
}

// Services that take each other's volumes cannot either.
func TestVolumesAreBound(t *testing.T) {
	for n, want := range map[int]lint.State{50: lint.Set, 2000: lint.Unknown} {
		var b strings.Builder
		b.WriteString("services:\n")
		for i := n; i > 0; i-- {
			fmt.Fprintf(&b, "  s%d: {image: x, volumes: ['/v%d:/t%d'], volumes_from: [s%d]}\n", i, i, i, i-1)
		}
		b.WriteString("  s0: {image: x, volumes: ['/v0:/t0']}\n")
		all := read(t, "compose.yaml", b.String()).Containers()
		hops := 0
		for _, c := range all {
			for _, m := range c.Mounts.Items {
				hops += len(m.Source.Via)
			}
		}
		if first := all[0].Mounts; first.State != want || want == lint.Set && len(first.Items) != n+1 || hops > 200_000 {
			t.Errorf("%d services in a row: the first has %d mounts, %s; all together %d hops", n, len(first.Items), first.State, hops)
		}
	}
}

func BenchmarkProject(b *testing.B) {
	archive, err := txtar.ParseFile("testdata/project/override.txt")
	if err != nil {
		b.Fatal(err)
	}
	files := archive.Files[:len(archive.Files)-1]
	b.ReportAllocs()
	for b.Loop() {
		if u := readProject(b, files); len(u.Pods) != 3 {
			b.Fatalf("%d services", len(u.Pods))
		}
	}
}
