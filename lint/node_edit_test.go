package lint_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/yamltree"
)

// field follows a path such as "spec.containers.0.image" from the root of the file's first document.
func field(f *lint.File, path string) lint.Field {
	field := lint.Root(yamltree.Parse(f)[0].Root)
	for step := range strings.SplitSeq(path, ".") {
		if i, err := strconv.Atoi(step); err == nil && i < len(field.Items()) {
			field = field.Items()[i]
		} else {
			field = field.Get(step)
		}
	}
	return field
}

func TestRemove(t *testing.T) {
	for _, test := range []struct{ name, text, path, want string }{
		// blocks
		{"line", "a: 1\nb: 2\nc: 3\n", "b", "a: 1\nc: 3\n"},
		{"first line", "a: 1\nb: 2\n", "a", "b: 2\n"},
		{"last line", "a: 1\nb: 2\n", "b", "a: 1\n"},
		{"trailing comment goes, comments on lines of their own stay", "a: 1\n# of b\nb: 2 # b\n# of c\nc: 3\n", "b", "a: 1\n# of b\n# of c\nc: 3\n"},
		{"nested lines", "a: 1\nb:\n  c: 2\n  d:\n  - e\n  # end\nf: 3\n", "b", "a: 1\n  # end\nf: 3\n"},
		{"no final line break", "a: 1\nb: 2", "b", "a: 1"},
		{"no final line break, CRLF", "a: 1\r\nb: 2", "b", "a: 1"},
		{"CRLF", "a: 1\r\nb: 2\r\nc: 3\r\n", "b", "a: 1\r\nc: 3\r\n"},
		{"CR", "a: 1\rb: 2\rc: 3\r", "b", "a: 1\rc: 3\r"},
		{"byte-order mark", "\ufeffa: 1\nb: 2\n", "a", "\ufeffb: 2\n"},
		{"blank lines stay", "a: 1\n\nb: 2\n\nc: 3\n", "b", "a: 1\n\n\nc: 3\n"},
		{"block scalar", "a: 1\nb: |\n  x\n  y\nc: 3\n", "b", "a: 1\nc: 3\n"},
		{"multi-line plain", "a: 1\nb: x\n  y\nc: 3\n", "b", "a: 1\nc: 3\n"},
		{"behind a kept block scalar", "a: |+\n  x\n\nb: 2\n\nc: 3\n", "b", "a: |+\n  x\n\nc: 3\n"},
		{"null", "a: 1\nb:\nc: 3\n", "b", "a: 1\nc: 3\n"},
		{"question mark", "a: 1\n? b\n: 2\nc: 3\n", "b", "a: 1\nc: 3\n"},
		{"anchored key", "a: 1\n&x b: 2\nc: 3\n", "b", ""},
		{"quoted key", "a: 1\n\"b\": 2\n", "b", "a: 1\n"},
		// lists
		{"item", "a:\n- b\n- c\n- d\n", "a.1", "a:\n- b\n- d\n"},
		{"first item", "a:\n  - b\n  - c # c\n", "a.0", "a:\n  - c # c\n"},
		{"item of mappings", "a:\n  - b: 1\n    c: 2\n  - b: 3\n", "a.0", "a:\n  - b: 3\n"},
		{"null item", "- a\n-\n- b\n", "1", "- a\n- b\n"},
		{"first entry of an item", "- privileged: true\n  name: x\n  b: 1\n", "0.privileged", "- name: x\n  b: 1\n"},
		{"first entry of a wide item", "-   a: 1\n    b: 2\n", "0.a", "-   b: 2\n"},
		{"first entry with a trailing comment", "- a: 1 # one\n  b: 2 # two\n", "0.a", "- b: 2 # two\n"},
		{"first entry, comment before the next", "- a: 1\n  # of b\n  b: 2\n", "0.a", "- # of b\n  b: 2\n"},
		{"first entry of lines", "- a:\n  - x\n  - y\n  b: 2\n", "0.a", "- b: 2\n"},
		{"first entry below its dash", "-\n  a: 1\n  b: 2\n", "0.a", "-\n  b: 2\n"},
		{"second entry of an item", "- a: 1\n  b: 2\n- a: 3\n", "0.b", "- a: 1\n- a: 3\n"},
		{"first item of an item", "- - a\n  - b\n", "0.0", "- - b\n"},
		{"CRLF item", "- a: 1\r\n  b: 2\r\n", "0.a", "- b: 2\r\n"},
		// what is left empty goes too
		{"only entry", "a: 1\nb:\n  c: 2\nd: 3\n", "b.c", "a: 1\nd: 3\n"},
		{"only entry of only entries", "a: 1\nb:\n  c:\n    d: 2\n", "b.c.d", "a: 1\n"},
		{"only item", "a: 1\nb:\n  add:\n    - X\n", "b.add.0", "a: 1\n"},
		{"only item of a flow list", "a: 1\nb:\n  add: [X]\n", "b.add.0", "a: 1\n"},
		{"only entry of the root", "a: 1 # one\n", "a", "{} # one\n"},
		{"only item of the root", "- a\n", "0", "[]\n"},
		{"only entry of an item", "a:\n- b: 1 # one\n- c: 2\n", "a.0.b", "a:\n- {} # one\n- c: 2\n"},
		{"only entry of an item below its dash", "-\n  b: 1\n", "0.b", "-\n  {}\n"},
		{"only entry of an anchored mapping", "a: &x\n  b: 1\nc: *x\n", "a.b", "a: &x\n  {}\nc: *x\n"},
		{"only item of an anchored list", "a: &x\n- b\nc: *x\n", "a.0", ""},
		{"only item of an anchored list, indented", "a: &x\n  - b\nc: *x\n", "a.0", "a: &x\n  []\nc: *x\n"},
		{"only entry of a tagged mapping", "a: !x {b: 1}\n", "a.b", "a: !x {}\n"},
		{"document", "---\na: 1\n---\nb: 2\n", "a", "---\n{}\n---\nb: 2\n"},
		// brackets
		{"flow, first", "{a: 1, b: 2, c: 3}\n", "a", "{b: 2, c: 3}\n"},
		{"flow, middle", "{a: 1, b: 2, c: 3}\n", "b", "{a: 1, c: 3}\n"},
		{"flow, last", "{a: 1, b: 2, c: 3}\n", "c", "{a: 1, b: 2}\n"},
		{"flow, trailing comma", "a: [b, c, ]\n", "a.1", "a: [b, ]\n"},
		{"flow, spaces", "a: [ b , c , d ]\n", "a.1", "a: [ b , d ]\n"},
		{"flow, without spaces", "{a: 1,b: [x,y],c: 3}\n", "b", "{a: 1,c: 3}\n"},
		{"flow, key alone", "{a, b, c: 1}\n", "b", "{a, c: 1}\n"},
		{"flow, pair", "[a: 1, b: 2]\n", "0.a", "[{}, b: 2]\n"},
		{"flow, only", "a: 1\nb: {c: {d: 1}}\n", "b.c.d", "a: 1\n"},
		{"flow, lines", "a: [\n  b, # one\n  c, # two\n  d  # three\n]\n", "a.1", "a: [\n  b, # one\n  d  # three\n]\n"},
		{"flow, last line", "a: [\n  b, # one\n  c  # two\n]\n", "a.1", "a: [\n  b # one\n]\n"},
		{"flow, end of a line", "a: {b: 1, c: 2,\n  d: 3}\n", "a.c", "a: {b: 1,\n  d: 3}\n"},
		{"JSON, first", "{\n  \"a\": 1,\n  \"b\": 2\n}\n", "a", "{\n  \"b\": 2\n}\n"},
		{"JSON, last", "{\n  \"a\": 1,\n  \"b\": 2\n}\n", "b", "{\n  \"a\": 1\n}\n"},
		{"JSON, nested only", "{\"a\": 1, \"b\": {\"c\": [true]}}", "b.c.0", "{\"a\": 1}"},
		{"JSON, lines nested", "{\n\t\"a\": {\n\t\t\"b\": 1\n\t},\n\t\"c\": 2\n}\n", "a.b", "{\n\t\"c\": 2\n}\n"},
		{"JSON, item", "[{\"a\":1},{\"b\":2}]", "0", "[{\"b\":2}]"},
		{"JSON, only entry of an item", "[{\"a\":1},{\"b\":2}]", "0.a", "[{},{\"b\":2}]"},
		// aliases
		{"alias", "a: &x true\nb:\n  c: *x\n  d: 1\n", "b.c", "a: &x true\nb:\n  d: 1\n"},
		{"within an alias", "a: &x\n  c: 1\n  d: 2\nb: *x\n", "b.c", "a: &x\n  d: 2\nb: *x\n"},
		{"merged", "a: &x\n  c: 1\n  d: 2\nb:\n  <<: *x\n  e: 3\n", "b.c", "a: &x\n  d: 2\nb:\n  <<: *x\n  e: 3\n"},
		{"anchor that may be needed", "a: 1\nb: &x true\nc: *x\n", "b", ""},
		{"anchor within", "a: 1\nb:\n  c: [&x 1]\n", "b", ""},
		// no edits
		{"duplicate", "a: 1\na: 2\nb: 3\n", "a", ""},
		{"missing", "a: 1\n", "b", ""},
	} {
		f := lint.NewFile("test.yaml", []byte(test.text))
		checkEdits(t, test.name, f, field(f, test.path).Slot().Remove(), test.want)
	}
}

func TestPut(t *testing.T) {
	for _, test := range []struct{ name, text, path, value, want string }{
		// what stands there
		{"plain", "a: 1\nb: true # c\n", "b", "false", "a: 1\nb: false # c\n"},
		{"double-quoted", "a: \"x\"\n", "a", "y", "a: \"y\"\n"},
		{"single-quoted", "a: 'x'\n", "a", "it's", "a: 'it''s'\n"},
		{"quotes that are given", "a: 'x'\n", "a", `"y"`, "a: \"y\"\n"},
		{"plain that must be quoted", "a: x\n", "a", "y: z", "a: \"y: z\"\n"},
		{"multi-line plain", "a: x\n  y\nb: 1\n", "a", "z", "a: z\nb: 1\n"},
		{"block scalar", "a: |\n  x\n  y\nb: 1\n", "a", "z", "a: z\nb: 1\n"},
		{"item", "- a\n- b\n", "1", "c", "- a\n- c\n"},
		{"null", "a:\nb: 1\n", "a", "x", "a: x\nb: 1\n"},
		{"null with a comment", "a: # c\n", "a", "x", "a: x # c\n"},
		{"tilde", "a: ~\n", "a", "x", "a: x\n"},
		{"null item", "- a\n-\n", "1", "b", "- a\n- b\n"},
		{"anchored null", "a: &x\nb: *x\n", "a", "y", "a: &x y\nb: *x\n"},
		{"flow null", "{a: , b}\n", "a", "x", "{a: x , b}\n"},
		{"flow key alone", "{a, b}\n", "a", "x", ""},
		{"flow list", "a: [x, y]\n", "a", "[ALL]", "a: [ALL]\n"},
		{"block list", "a:\n- x\n- y\nb: 1\n", "a", "[ALL]", "a: [ALL]\nb: 1\n"},
		{"block mapping in a list", "- a: 1\n  b: 2\n- c\n", "0", "d", "- d\n- c\n"},
		{"block list behind a comment", "a: # c\n- x\n", "a", "[ALL]", ""},
		{"tagged block list", "a: !x\n- x\n", "a", "[ALL]", ""},
		{"alias", "a: &x true\nb: *x\n", "b", "false", "a: &x false\nb: *x\n"},
		{"merged", "a: &x\n  c: 1\nb:\n  <<: *x\n", "b.c", "2", "a: &x\n  c: 2\nb:\n  <<: *x\n"},
		{"JSON", `{"a": true, "b": "x"}`, "a", "false", `{"a": false, "b": "x"}`},
		{"JSON string", `{"a": true, "b": "x"}`, "b", "y", `{"a": true, "b": "y"}`},
		{"JSON word", `{"a": true}`, "a", "y", `{"a": "y"}`},
		{"JSON list that is none", `{"a": true}`, "a", "[ALL]", ""},
		// what is missing
		{"missing", "a: 1\nb: 2\n", "c", "3", "a: 1\nb: 2\nc: 3\n"},
		{"missing, no final line break", "a: 1", "b", "2", "a: 1\nb: 2"},
		{"missing, CRLF", "a: 1\r\n", "b", "2", "a: 1\r\nb: 2\r\n"},
		{"missing, comment within the last", "a:\n- b: 1\n  # c\n  # d\n# e\n", "f", "2", "a:\n- b: 1\n  # c\n  # d\nf: 2\n# e\n"},
		{"missing, comment within the last at the end", "a:\n- b: 1\n  # c", "f", "2", "a:\n- b: 1\n  # c\nf: 2"},
		{"missing, comment behind the last", "a: 1 # c\n# d\n", "b", "2", "a: 1 # c\nb: 2\n# d\n"},
		{"missing in a nested mapping", "a:\n  b: 1\nc: 2\n", "a.d", "3", "a:\n  b: 1\n  d: 3\nc: 2\n"},
		{"missing in an item", "- name: x\n  image: y\n- name: z\n", "0.user", "1", "- name: x\n  image: y\n  user: 1\n- name: z\n"},
		{"missing in an item of one entry", "a:\n  - name: x\n", "a.0.user", "1", "a:\n  - name: x\n    user: 1\n"},
		{"missing mapping", "a:\n  b: 1\n", "a.c.d", "2", "a:\n  b: 1\n  c:\n    d: 2\n"},
		{"missing mapping, wide", "a:\n    b: 1\n", "a.c.d", "2", "a:\n    b: 1\n    c:\n        d: 2\n"},
		{"missing mapping, wide elsewhere", "a:\n    b: 1\nc:\n- d: 1\n", "c.0.e.f", "2", "a:\n    b: 1\nc:\n- d: 1\n  e:\n      f: 2\n"},
		{"missing, not one step alone", "a: 1\n", "b.c.d", "2", "a: 1\nb:\n  c:\n    d: 2\n"},
		{"missing behind a block scalar", "a: |\n  x\nb: |\n  y\n\nc: 1\n", "d", "2", "a: |\n  x\nb: |\n  y\n\nc: 1\nd: 2\n"},
		{"missing behind a last block scalar", "x:\n  a: |\n    y\n\nz: 1\n", "x.b", "2", "x:\n  a: |\n    y\n  b: 2\n\nz: 1\n"},
		{"missing behind a kept block scalar", "x:\n  a: |+\n    y\n\nz: 1\n", "x.b", "2", "x:\n  a: |+\n    y\n\n  b: 2\nz: 1\n"},
		{"missing behind a block scalar without its line break", "a: |\n  x", "b", "2", ""},
		{"missing behind a list", "a:\n- b\n", "c", "1", "a:\n- b\nc: 1\n"},
		{"missing in a document", "---\na: 1\n---\nb: 2\n", "c", "3", "---\na: 1\nc: 3\n---\nb: 2\n"},
		{"missing, key to be quoted", "a: 1\n", "b c", "2", "a: 1\n\"b c\": 2\n"},
		{"missing behind wide letters", "ä: {ö: ü}\n", "b", "2", "ä: {ö: ü}\nb: 2\n"},
		{"missing in a flow mapping", "a: {b: 1}\n", "a.c", "2", "a: {b: 1, c: 2}\n"},
		{"missing mapping in a flow mapping", "a: {b: 1}\n", "a.c.d", "2", "a: {b: 1, c: {d: 2}}\n"},
		{"missing in an empty flow mapping", "a: {}\n", "a.c.d", "2", "a: {c: {d: 2}}\n"},
		{"missing in a flow mapping with a trailing comma", "{a: 1, }\n", "b", "2", "{a: 1, b: 2 }\n"},
		{"missing in a flow mapping of lines", "{\n  a: 1, # one\n  b: 2 # two\n}\n", "c", "3", "{\n  a: 1, # one\n  b: 2,\n  c: 3 # two\n}\n"},
		{"missing in a pair", "[a: 1]\n", "0.b", "2", ""},
		{"missing in JSON", "{\"a\": 1}", "b.c", "true", "{\"a\": 1, \"b\": {\"c\": true}}"},
		{"missing in JSON lines", "{\r\n\t\"a\": 1\r\n}\r\n", "b", "x", "{\r\n\t\"a\": 1,\r\n\t\"b\": \"x\"\r\n}\r\n"},
		{"missing in empty JSON", "{}", "a.b", "1", "{\"a\": {\"b\": 1}}"},
		{"missing below null", "a:\n  b:\n  c: 1\n", "a.b.d", "2", "a:\n  b:\n    d: 2\n  c: 1\n"},
		{"missing below null with a comment", "a: # c\nb: 1\n", "a.d", "2", "a: # c\n  d: 2\nb: 1\n"},
		{"missing below null, no final line break", "b: 1\na:", "a.d.e", "2", "b: 1\na:\n  d:\n    e: 2"},
		{"missing below tilde", "a: ~ # c\n", "a.d", "2", "a: # c\n  d: 2\n"},
		{"missing below null in a flow mapping", "{a: , b: null}\n", "a.d", "2", "{a: {d: 2} , b: null}\n"},
		{"missing below null word in a flow mapping", "{a: , b: null}\n", "b.d", "2", "{a: , b: {d: 2}}\n"},
		{"missing below a scalar", "a: x\n", "a.b", "2", ""},
		{"missing below a list", "a: [x]\n", "a.b", "2", ""},
		{"missing below an anchored null", "a: &x\n", "a.b", "2", ""},
		{"missing behind an alias", "a: &x\n  b: 1\nc: *x\n", "c.d", "2", "a: &x\n  b: 1\n  d: 2\nc: *x\n"},
		{"missing beside a merge key", "a: &x {b: 1}\nc:\n  <<: *x\n", "c.d", "2", "a: &x {b: 1}\nc:\n  <<: *x\n  d: 2\n"},
	} {
		f := lint.NewFile("test.yaml", []byte(test.text))
		checkEdits(t, test.name, f, field(f, test.path).Slot().Put(test.value), test.want)
	}
}

// checkEdits holds what edits make of a file against what is wanted; no edits are wanted where that is empty.
func checkEdits(t *testing.T, name string, f *lint.File, edits []lint.Edit, want string) {
	t.Helper()
	if want == "" {
		if edits != nil {
			t.Errorf("%s: %v, want no edits", name, edits)
		}
		return
	}
	got, err := lint.Apply(f.Text, edits)
	if err != nil {
		t.Errorf("%s: %v", name, err)
	}
	if string(got) != want {
		t.Errorf("%s: %q becomes %q, want %q", name, f.Text, got, want)
	}
}

// model is a tree by what it says, without how it is written.
type model struct {
	kind     lint.NodeKind
	text     string // with anchor and tag
	prop     bool
	keys     []*model // of a mapping
	children []*model
}

func modelOf(n *lint.Node) *model {
	m := &model{kind: n.Kind, prop: n.Anchor != "" || n.Tag != "", text: n.Anchor + " " + n.Tag + " " + n.Value}
	for _, e := range n.Entries {
		m.keys, m.children = append(m.keys, modelOf(e.Key)), append(m.children, modelOf(e.Value))
	}
	for _, item := range n.Items {
		m.children = append(m.children, modelOf(item))
	}
	return m
}

func (m *model) hasEmptyKey() bool {
	empty := func(k *model) bool { return k.kind == lint.Scalar && k.value() == "" || k.hasEmptyKey() }
	return slices.ContainsFunc(m.keys, empty) || slices.ContainsFunc(m.children, (*model).hasEmptyKey)
}

func (m *model) String() string {
	if m.kind == lint.Scalar || m.kind == lint.Alias {
		return fmt.Sprintf("%d%q", m.kind, m.text)
	}
	s := fmt.Sprintf("%d%q(", m.kind, m.text)
	for i, child := range m.children {
		if m.keys != nil {
			s += m.keys[i].String() + ": "
		}
		s += child.String() + ", "
	}
	return s + ")"
}

// without is the tree after the removal at a path of indexes; what is left empty goes where it may.
func (m *model) without(path []int) *model {
	out := *m
	i := path[0]
	out.keys, out.children = append([]*model(nil), m.keys...), append([]*model(nil), m.children...)
	child := m.children[i]
	if len(path) > 1 {
		out.children[i] = child.without(path[1:])
		emptied := len(out.children[i].children) == 0 && m.kind == lint.Mapping && !child.prop
		if !emptied {
			return &out
		}
	}
	out.children = append(out.children[:i:i], out.children[i+1:]...)
	if out.keys != nil {
		out.keys = append(out.keys[:i:i], out.keys[i+1:]...)
	}
	return &out
}

// eachPath calls visit for every entry and item of a tree, with its place and a field for it.
func eachPath(f lint.Field, path []int, visit func(lint.Field, []int)) {
	at := func(i int) []int { return append(path[:len(path):len(path)], i) }
	for i, item := range f.Items() {
		visit(item, at(i))
		if len(item.Via) == 0 {
			eachPath(item, at(i), visit)
		}
	}
	if f.Node.Kind != lint.Mapping {
		return
	}
	for i, e := range f.Node.Entries {
		if child := f.Get(e.Key.Value); child.Key == e.Key {
			visit(child, at(i))
			if len(child.Via) == 0 {
				eachPath(child, at(i), visit)
			}
		}
	}
}

var editable = []string{
	"a: 1\nb:\n  c: x # c\n  # d\n  d: \"y\"\ne: [f, {g: h}]\n",
	"- name: a\n  list:\n  - b\n  - c: 1\n    d: 2\n  -   e: 3\n      f: |\n        text\n\n      g: >-\n        more\n- - x\n  - - y\n    - z\n-\n  h: 1\n\n  i: 2\n",
	"a: |+\n  x\n\nb: |\n  y\n   \nc: 'z\n  z'\nd: |-\n  w\n\n\ne: >+\n  v\n\n",
	"{\n  \"a\": {\"b\": [1, 2, 3], \"c\": {}},\n  \"d\": [\n    {\"e\": true},\n    null\n  ],\n  \"f\": \"g\"\n}\n",
	"{\"a\":{\"b\":[1,{\"c\":[]}]},\"d\":[[],[\"e\"]]}",
	"a: {b: 1, c: , d, \"e\": [x, y: z, {w}, ], }\nf: [ ]\ng: [\n  h, # one\n  i,\n  j # three\n  ,\n  k\n  ]\n",
	"base: &base\n  image: x\n  env: &env\n    - A=1\none:\n  <<: *base\n  user: y\ntwo: {<<: *base, env: *env}\nthree: !t\n  a: 1\n",
	"a: 1\r\nb:\r\n  - c: 2\r\n    d: \"e\r\n      f\"\r\n  - g\r\nh:\r\n",
	"\ufeffgröße: ä # ö\nb:\n    ü: {ß: \"é\"}\n    c:\n        - 語: 1\n          d:\n",
	"? a\n: b\n? c\n: - d\n  - e\n? f\n? - g\n: h\n",
	"a:\n# one\n- b # two\n# three\n- c\n# four\nd: ~\n\n# five\ne:",
	"# head\n---\na: x\nb: y\n# foot\n...\n---\nc: z\n",
}

// TestEditsKeepTheRest makes every edit that the trees offer, reads the text again, and wants the tree that the edit means:
// what it touches is changed, all else is as before.
func TestEditsKeepTheRest(t *testing.T) {
	var made, none int
	for _, text := range editable {
		m, n := checkAllEdits(t, []byte(text))
		made, none = made+m, none+n
	}
	t.Logf("%d edits made, %d refused", made, none)
}

// FuzzEdits does the same with any text.
func FuzzEdits(f *testing.F) {
	for _, text := range editable {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, text []byte) {
		if len(text) < 1000 {
			checkAllEdits(t, text)
		}
	})
}

func checkAllEdits(t *testing.T, text []byte) (made, none int) {
	f := lint.NewFile("test.yaml", text)
	docs := yamltree.Parse(f)
	if docs[0].Root == nil || len(docs[0].Problems) > 0 {
		return 0, 0
	}
	before := modelOf(docs[0].Root)
	if before.hasEmptyKey() {
		return 0, 0 // no file that is edited has them, and readers differ on what may stand around them
	}
	check := func(what string, path []int, edits []lint.Edit, want *model) {
		if edits == nil {
			none++
			return
		}
		made++
		out, err := lint.Apply(f.Text, edits)
		if err != nil {
			t.Errorf("%q: %s %v: %v", text, what, path, err)
			return
		}
		after := yamltree.Parse(lint.NewFile("test.yaml", out))
		if after[0].Root == nil || len(after[0].Problems) > 0 || len(after) != len(docs) {
			t.Errorf("%q: %s %v: %q cannot be read", text, what, path, out)
			return
		}
		if got := modelOf(after[0].Root).String(); got != want.String() {
			t.Errorf("%q: %s %v: %q is\n%s, want\n%s", text, what, path, out, got, want)
		}
	}
	eachPath(lint.Root(docs[0].Root), nil, func(field lint.Field, path []int) {
		check("remove", path, field.Slot().Remove(), before.without(path))
		if len(field.Via) > 0 {
			return
		}
		check("put", path, field.Slot().Put("new"), before.with(path, &model{text: "  new"}))
		node := (*model)(nil)
		switch {
		case field.Node.IsNull() && field.Key != nil:
			node = &model{kind: lint.Mapping, text: "  "}
		case field.Node.Kind == lint.Sequence && len(field.Node.Items) > 0:
			check("append", path, field.NewItem().Put("value"), before.appended(path, &model{text: "  value"}))
			return
		case field.Node.Kind != lint.Mapping:
			return
		}
		check("insert", path, field.Get("new").Slot().Put("value"), before.with(path, node, "new"))
		for i, key := range field.Node.Keys() {
			if key == field.Node.Entries[i].Key { // no merge keys, no mappings as keys
				edits := field.Ordered(upTo(i, field.Node)).Get("new").Slot().Put("value")
				check("insert in order", path, edits, before.with(path, node, "new").lastMoved(path, i))
			}
		}
		check("insert deep", path, field.Get("new").Get("deep").Slot().Put("value"), before.with(path, node, "new", "deep"))
	})
	return made, none
}

// appended is the tree with an item behind those of the list at a path.
func (m *model) appended(path []int, item *model) *model {
	out := *m
	out.children = append([]*model(nil), m.children...)
	if len(path) == 0 {
		out.children = append(out.children, item)
	} else {
		out.children[path[0]] = m.children[path[0]].appended(path[1:], item)
	}
	return &out
}

// with is the tree after another node was put at a path, nil for the one that stands there, and keys added to it.
func (m *model) with(path []int, node *model, keys ...string) *model {
	if len(path) > 0 {
		out := *m
		out.children = append([]*model(nil), m.children...)
		out.children[path[0]] = m.children[path[0]].with(path[1:], node, keys...)
		return &out
	}
	out := *m
	if node != nil {
		out = model{kind: node.kind, text: strings.TrimSuffix(m.text, m.value()) + node.value()}
		if m.kind != node.kind || !m.prop {
			out.text = node.text
		}
	}
	if len(keys) == 0 {
		return &out
	}
	value := &model{text: "  value"}
	for i := len(keys) - 1; i > 0; i-- {
		value = &model{kind: lint.Mapping, text: "  ", keys: []*model{{text: "  " + keys[i]}}, children: []*model{value}}
	}
	out.keys = append(out.keys[:len(out.keys):len(out.keys)], &model{text: "  " + keys[0]})
	out.children = append(out.children[:len(out.children):len(out.children)], value)
	return &out
}

// lastMoved is the tree in which the last entry of the mapping at a path is its i-th one.
func (m *model) lastMoved(path []int, i int) *model {
	out := *m
	out.children = append([]*model(nil), m.children...)
	if len(path) > 0 {
		out.children[path[0]] = m.children[path[0]].lastMoved(path[1:], i)
		return &out
	}
	last := len(m.children) - 1
	out.children = slices.Insert(out.children[:last], i, m.children[last])
	out.keys = slices.Insert(slices.Clone(m.keys[:last]), i, m.keys[last])
	return &out
}

// value is the text without anchor and tag.
func (m *model) value() string { return strings.SplitN(m.text, " ", 3)[2] }
