package yamltree

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/parsetest"
)

// inputs are documents with every way of writing that a tree must place. The fuzz test starts from them too.
var inputs = []string{
	parsetest.Deployment,
	"a: 1\nb: two words # a comment\nc: it's # not a quote\nd: a#b\ne: http://x:80/y\n",
	"a: 'single ''quoted'' # text'\nb: \"double \\\"quoted\\\" \\\\ # text\"\nc: ''\nd: \"\"\n",
	"a: plain over\n  several\n\n  lines\nb: 'single over\n  lines\n\n  too'\nc: \"double over \\\n  lines\n  too\"\n",
	"a: |\n  literal\n    more\n\n  last\n\nb: >-\n  folded\n  text\nc: |+\n  kept\n\nd: |2-\n    indented\n  less\ne: >\n\n  after a blank\nf: |\n",
	"a: |\n  x  \n  y\t\nb: |-\n\n\n  z\n  \nc: >1\n  q\n",
	"- a\n-  b\n- - c\n  - d\n-\n  - e\n- f: 1\n  g: 2\n-\n  h: 3\n-\n- ~\n",
	"a:\n- b\n- c\nd:\n  - e\nf:\n  g:\n    h: i\n",
	"a: {b: c, \"d\": [e, 'f', {g: h}], i: , j, }\nk: []\nl: {}\nm: [a: b, c: d,]\nn: [[x]: y, {z}: w, ? q : r, ? s]\n",
	"{\n  \"a\": {\"b\": [1, 2.5, true, null, \"x\\n\"]},\n  \"c\": [\n    {\"d\": 1},\n    {}\n  ]\n}\n",
	"{\"a\":1,\"b\":[{\"c\":\"d\"}],\"e\":{\"f\":\"g:h\"}}",
	"a: &x 1\nb: *x\nc: &y {d: e}\nf: *y\ng: &z\n  h: i\nj: &w\n- k\nl: *z\n",
	"base: &base {image: x, user: y}\none:\n  <<: *base\n  user: z\ntwo:\n  <<: [*base, {a: b}]\n",
	"a: !!str 1\nb: ! 2\nc: !local {d: e}\nf: !<tag:example,2000:x> g\nh: !!map\n  i: j\nk: !!seq\n- l\nm: !!null\nn: &o !!str\np: !!str &q r\ns: !reset []\n",
	"? a\n: b\n? [c, d]\n: e\n? f\n? - g\n  - h\n: - i\n  - j\n? |\n  k\n: l\n",
	"a:\nb: # comment\nc:\n  # comment\nd:   \ne: ~\nf: null\ng: \"\"\n",
	": a\n",
	"a: b\r\nc:\r\n  - d\r\n  - \"e\r\n    f\"\r\ng: |\r\n  h\r\n  i\r\nj: k l\r\n   m\r\n",
	"a: b\rc: d\re: |\r  f\r  g\r",
	"\ufeffa: b\nc: d\n",
	"größe: ärger # straße\nb: \"日本語\" \nc: {d: '語', e: 語, f: g}\n🐳:\n- x\nh: [🐳, 🐳🐳, i]\n",
	"a: b\u0085c: d\u2028e: f\u2029g: \"h\u2028i\"\n",
	"a:\tb\nc: d\t# comment\ne: [\tf,\tg\t]\n\t\nh: i\n",
	"# first\na: 1 # one\n# between\nb:\n  # deeper\n  c: 2\n  # last\n# end\n",
	"a: b\n---\nc: d\n...\n---\n# none\n---\n- e\n",
	"%YAML 1.2\n%TAG !e! tag:example,2000:\n---\na: !e!x b\n",
	"--- |\n text\n--- plain\n--- {a: b}\n--- &a [b]\n--- !!str\n",
	"--- >\n folded\n text\n...\n# c\n--- 'quoted'\n",
	"a: x\n y\n  z\nb:\n   - x\n",
	"- &a a\n- &b\n- *a\n- *b\n- ? *a\n  : *b\n",
	"&a b: &c d\n*a : *c\n",
	"&m\n&k key: value\n",
	"a: [\n  b, # one\n  c  # two\n  # three\n]\nd: {\n  e: f,\n}\n",
	"key with spaces: value with spaces\n\"quoted key\": 1\n'single': 2\n? long\n  key\n: 3\n",
	"a: 1\na: 2\nb: {c: 1, c: 2}\n",
	"a: -\nb: -1\nc: ?x\nd: :x\ne:\n- - \n",
	"[a, b]\n", "{}", "[]", "''", "~", "a", "", "\n", "# only\n", "---\n", "...\n", "--- # c\n", "---\n---\n",
	"a: *b\n", "a: [\n", "a: {b\n", "a: 'b\n", "a: \"b\n", "\tb: c\n", "a: b: c\n", "a: @b\n", "&a [*a]\n", "a: &a {<<: *a, b: c}\n", "a: {{ .b }}\n", "- a\nb: c\n",
	"a: b\n---\nc: [\n---\nd: e\n", "a: \xff\n", "\xff\xfea\x00", "a: \x00\n",
	"a: |1\n  b\n c\n", "  a: 1\n  b:\n   - c\n   -  d: 1\n      e: 2\n",
	"a:\n    - b:\n          c: |4\n                d\n              e\n",
}

func TestSpans(t *testing.T) {
	scalars := 0
	for _, text := range inputs {
		scalars += checkFile(t, lint.NewFile(fmt.Sprintf("%.30q", text), []byte(text)))
	}
	t.Logf("%d scalars found again from their spans", scalars)
}

// TestSpansOfCorpus does the same over real files.
func TestSpansOfCorpus(t *testing.T) {
	shared := os.Getenv("STRIDELINT_SHARED")
	if shared == "" {
		t.Skip("STRIDELINT_SHARED is not set: no corpus")
	}
	files, broken, scalars := 0, 0, 0
	for _, folder := range []string{"corpus", filepath.Join("eval", "files")} {
		err := filepath.WalkDir(filepath.Join(shared, folder), func(path string, entry fs.DirEntry, err error) error {
			switch filepath.Ext(path) {
			case ".yaml", ".yml", ".json":
			default:
				return err
			}
			text, err := os.ReadFile(path)
			if err != nil {
				return err
			}
			f := lint.NewFile(path, text)
			files++
			for _, doc := range Parse(f) {
				if len(doc.Problems) > 0 {
					broken++
				}
			}
			scalars += checkFile(t, f)
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d files, %d documents with problems, %d scalars found again from their spans", files, broken, scalars)
}

// checkFile holds the spans of a file's trees against the text: every scalar's span, read alone, is the scalar again;
// collections start and end with what they are written with; children stand within their parents and in order.
func checkFile(t *testing.T, f *lint.File) (scalars int) {
	t.Helper()
	for _, doc := range Parse(f) {
		if doc.Root == nil {
			continue
		}
		if !doc.Span.Contains(doc.Root.Span) {
			t.Errorf("%s: the root %q is outside of its document", f.Path, doc.Root.Span.Text())
		}
		walk(doc.Root, func(n *lint.Node) {
			if message := checkNode(n); message != "" {
				t.Errorf("%s: %s at %d: %s", f.Path, message, n.Span.Start, excerpt(n.Span))
			}
			if n.Kind == lint.Scalar {
				scalars++
				if got, ok := reread(n); !ok || got != comparable(n) {
					t.Errorf("%s: %q at %d is read as %q, not %q", f.Path, n.Span.Text(), n.Span.Start, got, comparable(n))
				}
			}
		})
	}
	return scalars
}

func excerpt(s lint.Span) string {
	if text := s.Text(); len(text) > 80 {
		return fmt.Sprintf("%q…", text[:80])
	}
	return fmt.Sprintf("%q", s.Text())
}

func walk(n *lint.Node, visit func(*lint.Node)) {
	visit(n)
	for _, e := range n.Entries {
		walk(e.Key, visit)
		walk(e.Value, visit)
	}
	for _, item := range n.Items {
		walk(item, visit)
	}
}

// checkNode tells what is wrong with a node's span, by itself and towards its children.
func checkNode(n *lint.Node) string {
	text := n.Span.Text()
	bracketed := func(opening, closing string) bool {
		return strings.HasPrefix(text, opening) && strings.HasSuffix(text, closing) && len(text) >= 2
	}
	switch {
	case n.Kind == lint.Alias && text != "*"+n.Value:
		return "an alias is not its text"
	case n.Kind == lint.Sequence && n.Style == lint.Flow && !bracketed("[", "]"):
		return "a sequence is not in its brackets"
	case n.Kind == lint.Sequence && n.Style == lint.Block && !strings.HasPrefix(text, "-"):
		return "a sequence does not start with its dash"
	case n.Kind == lint.Mapping && n.Style == lint.Flow && !bracketed("{", "}"):
		if len(n.Entries) != 1 || n.Parent == nil || n.Parent.Kind != lint.Sequence {
			return "a mapping is not in its braces"
		}
	case n.Kind != lint.Scalar && strings.TrimLeft(text, " \t\r\n") != text:
		return "a collection has white space before it"
	}
	var children []*lint.Node
	for _, e := range n.Entries {
		children = append(children, e.Key, e.Value)
	}
	children = append(children, n.Items...)
	at := n.Span.Start
	for _, child := range children {
		switch {
		case child.Parent != n:
			return "a child has another parent"
		case !n.Span.Contains(child.Span):
			return "a child stands outside"
		case child.Span.Start < at:
			return "a child stands before its elder"
		}
		at = child.Span.End
	}
	if n.Style == lint.Block && len(children) > 0 && n.Span.End != at {
		return "a block does not end with its last child"
	}
	return ""
}

// reread reads the text of a scalar's span alone, put where such a text can stand.
func reread(n *lint.Node) (string, bool) {
	text := n.Span.Text()
	asKey := n.Style == lint.Plain && (strings.HasSuffix(text, ":") || text == "?" || text == "-")
	if asKey {
		text += ":" // what only a key can be, for the colon that follows it
	}
	flow := false
	for p := n.Parent; p != nil; p = p.Parent {
		flow = flow || p.Style == lint.Flow
	}
	switch {
	case text == "":
		return "", true
	case flow || n.Style == lint.SingleQuoted || n.Style == lint.DoubleQuoted:
		text = "[" + text + "\n]"
	case n.Parent == nil:
		text = "--- " + text + "\n"
	default: // where the column of the collection around counts: for an indentation indicator, for lines that go on
		text = strings.Repeat(" ", column(n.Parent.Span)) + "- " + text + "\n"
	}
	root := Parse(lint.NewFile("", []byte(text)))[0].Root
	if root != nil && root.Kind == lint.Sequence && len(root.Items) == 1 {
		root = root.Items[0]
	}
	if asKey && root != nil && len(root.Entries) == 1 {
		root = root.Entries[0].Key
	}
	if root == nil || root.Kind != lint.Scalar {
		return "", false
	}
	return comparable(root), true
}

// column is how many bytes stand before a span on its line.
func column(s lint.Span) int {
	i := s.Start
	for !startsLine(s.File.Text, i) {
		i--
	}
	return s.Start - i
}

// comparable is a scalar's content without what follows a block scalar's text: that is not part of its span.
func comparable(n *lint.Node) string {
	if n.Style == lint.Literal || n.Style == lint.Folded {
		return strings.TrimRight(n.Value, " \t\r\n\u0085\u2028\u2029")
	}
	return n.Value
}
