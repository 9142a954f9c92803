package yaml

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	kubectl "sigs.k8s.io/yaml"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/yamltree"
)

// spellings are scalars of every kind, and near misses of each.
var spellings = strings.Fields(`
	y Y yes Yes YES yEs n N no No NO on On ON oN off Off OFF true True TRUE tRUE false False FALSE t f
	~ null Null NULL nULL nil none
	0 1 -1 +1 00 01 007 08 09 010 0777 -010 0o17 0O17 -0o17 0o8 0x1F 0X1f -0x1F 0xG 0x 0b101 0B101 -0b11 0b 0b2 -0b -
	1_000 1__0 _1 1_ -_1 0x_1 0_7 1,000 9223372036854775807 9223372036854775808 -9223372036854775808 -9223372036854775809
	18446744073709551615 18446744073709551616 +18446744073709551615 0xFFFFFFFFFFFFFFFF 0x1FFFFFFFFFFFFFFFF
	1.0 1. .1 . .. -.5 +.5 1.5e3 1e3 1E3 1e+3 1e-3 1e 1e+ e1 .e1 .1e1 1.1.1 1_0.5 1_0e1_0 0x1p4 0x1.8 1e400 1e-400 -0 -0.0 +0 0. 0e0
	.nan .NaN .NAN .Nan nan .inf .Inf .INF .iNF +.inf -.inf inf +inf 1:30 1:30:00 10:20.5 190:20:30
	2001-12-14 2001-1-2 2001-12-14T21:59:43.10Z 2001-12-14t21:59:43.10-05:00 2001-13-01 2001-12 20011214
	1m 100m 128Mi 1Gi 1.5Gi 0.5 10% 1/2 8080:80 127.0.0.1 ::1 nginx:1.27 1.10 v1 1a a1 0755
	= << * & ! | > @ %a a:b a#b a,b $(A) ${A} $A -a --a -- --- =a <a >a ?a :a
	größe 日本 é`)

// tags are how a scalar can be told what it is.
var tags = []string{"", "!!str ", "!!int ", "!!bool ", "!!float ", "!!null ", "!!binary ", "!!timestamp ", "! ", "!own "}

func TestScalars(t *testing.T) {
	agreed, refused := 0, 0
	for _, spelling := range append(spellings, "", "two words", "1 2", "true false", "1 # one", "aGVsbG8=", "aGVsbG8", "YQ ==") {
		for _, tag := range tags {
			for _, quote := range []string{"", "'", `"`} {
				text := "a: " + tag + quote + spelling + quote + "\n"
				ok, same := compare(t, text, text)
				switch {
				case same:
					agreed++
				case !ok:
					refused++
				}
			}
		}
		for _, quote := range []string{"", "'", `"`} { // as a key
			if text := quote + spelling + quote + ": a\n"; spelling != "" || quote != "" {
				if _, same := compare(t, text, text); same {
					agreed++
				}
			}
		}
	}
	t.Logf("%d scalars agree, %d are not read by either", agreed, refused)
}

func TestTrees(t *testing.T) {
	agreed := 0
	for _, text := range []string{
		"a: &x 1\nb: *x\nc: [*x, *x]\n",
		"a: &x {b: &y yes, c: *y}\nd: *x\n",
		"a: &x\n  b: 1\nc:\n  <<: *x\n  d: 2\n",
		"a: &x {b: 1}\nc: {<<: *x, b: 2}\n",
		"a: &x {b: 1, c: 1}\nd: &y {c: 2, e: 2}\nf: {<<: [*x, *y]}\ng: {<<: [*y, *x]}\n",
		"a: &x {b: 1}\nc: &y {<<: *x, d: 2}\ne: {<<: *y, f: 3}\n",
		"a: {<<: {b: 1}, c: 2}\n",
		"a: &x {b: 1}\nc: {<<: [*x, {d: 2}]}\n",
		"a: &x {b: 1}\nc: {!!merge <<: *x}\nd: {'<<': x}\ne: {!!str <<: x}\n",
		"a: &x {b: 1}\na2: &x {b: 2}\nc: *x\n",
		"a: 1\na: 2\n",
		"1: a\n0x2: b\ntrue: c\nno: d\n1.5: e\n'3': f\n",
		"a: |\n  x\n  y\n\nb: >\n  x\n  y\n\nc: |+\n  x\n\nd: >-\n  x\n\n  y\n",
		"a: 'x\n  y\n\n  z'\nb: \"x\n  y\\n\\\n  z\"\nc: x\n  y\n\n  z\n",
		"{\"a\": [1, 2.50, 1e3, true, null, \"\\u00e9\\n\"], \"b\": {\"c\": {}}}",
		"- a\n-\n- - b\n- {}\n- []\n- ~\n",
		"? a\n: b\n? c\n",
		"a: b\r\nc: |\r\n  d\r\n  e\r\n",
		"\ufeffa: b\n",
		"a: \"\\x41\\u00e9\\U0001F600\\t\\_\\e\"\n",
		"%TAG !e! tag:yaml.org,2002:\n---\na: !e!int '1'\nb: !<tag:yaml.org,2002:bool> 'yes'\n",
	} {
		if _, same := compare(t, text, text); same {
			agreed++
		}
	}
	t.Logf("%d trees agree", agreed)
}

// TestKnownDifferences pins where the trees mean what YAML says, and kubectl's library does not: a merge key that comes behind
// a key does not overwrite it, be it written twice or not. Compose's library does as YAML says.
func TestKnownDifferences(t *testing.T) {
	for _, test := range []struct{ text, ours, theirs string }{
		{"b: &x {a: 1}\nc: {a: 2, <<: *x}\n", `{"b":{"a":1},"c":{"a":2}}`, `{"b":{"a":1},"c":{"a":1}}`},
		{"b: &x {a: 1}\nc: &y {a: 2}\nd: {<<: *x, <<: *y}\n", `{"b":{"a":1},"c":{"a":2},"d":{"a":1}}`, `{"b":{"a":1},"c":{"a":2},"d":{"a":2}}`},
	} {
		ours, err := json.Marshal(effective(lint.Root(yamltree.Parse(lint.NewFile("", []byte(test.text)))[0].Root)))
		if err != nil {
			t.Fatal(err)
		}
		theirs, err := kubectl.YAMLToJSON([]byte(test.text))
		if err != nil {
			t.Fatal(err)
		}
		if string(ours) != test.ours || string(theirs) != test.theirs {
			t.Errorf("%q: ours is %s, want %s; theirs is %s, want %s", test.text, ours, test.ours, theirs, test.theirs)
		}
	}
}

func TestCorpus(t *testing.T) {
	shared := os.Getenv("STRIDELINT_SHARED")
	if shared == "" {
		t.Skip("STRIDELINT_SHARED is not set: no corpus")
	}
	files, documents, agreed, refused, unfit := 0, 0, 0, 0, 0
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
			files++
			for i, doc := range yamltree.Parse(lint.NewFile(path, text)) {
				documents++
				ok, same := compare(t, fmt.Sprintf("%s, document %d", path, i+1), doc.Span.Text())
				switch {
				case same:
					agreed += values(doc.Root)
				case !ok:
					refused++
				default:
					unfit++
				}
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	t.Logf("%d files, %d documents, %d values agree; %d documents are not read by either, %d hold keys or numbers that JSON does not have",
		files, documents, agreed, refused, unfit)
}

// compare reads one document both ways. ok tells that either could read it, same that both did and what they read is equal.
func compare(t *testing.T, name, text string) (ok, same bool) {
	t.Helper()
	docs := yamltree.Parse(lint.NewFile("", []byte(text)))
	root := docs[0].Root
	read := root != nil
	for _, p := range docs[0].Problems {
		read = read || strings.HasPrefix(p.Message, "duplicate key") // the last one counts, for both
	}
	theirs, err := kubectl.YAMLToJSON([]byte(text))
	switch {
	case err != nil && !read:
		return false, false
	case err != nil && !unfit(root):
		t.Errorf("%s: kubectl does not read it: %v", name, err)
		return true, false
	case err != nil:
		return true, false
	case !read && len(docs[0].Problems) > 0:
		t.Errorf("%s: only kubectl reads it: %s", name, docs[0].Problems[0].Message)
		return true, false
	}
	ours, err := json.Marshal(effective(lint.Root(root)))
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return true, false
	}
	if !bytes.Equal(ours, theirs) {
		t.Errorf("%s: %.300s, kubectl has %.300s", name, ours, theirs)
		return true, false
	}
	return true, true
}

// unfit tells whether a tree holds what JSON or a tag does not allow, so that kubectl refuses it: a number that is none, a value
// that its tag does not fit, a key that is null or no scalar.
func unfit(n *lint.Node) bool {
	switch {
	case n == nil:
		return false
	case n.Kind == lint.Scalar:
		v := yamltree.Value(n)
		if _, isString := v.(string); isString {
			return strings.HasPrefix(n.Tag, "!!") && n.Tag != "!!str"
		}
		_, err := json.Marshal(v)
		return err != nil
	}
	for _, e := range n.Entries {
		if e.Key.Kind != lint.Scalar || yamltree.Value(e.Key) == nil || unfit(e.Key) || unfit(e.Value) {
			return true
		}
		if _, isUint := yamltree.Value(e.Key).(uint64); isUint {
			return true
		}
		if e.IsMerge() {
			if source, _ := e.Value.Resolve(); source.Kind == lint.Scalar {
				return true
			}
		}
	}
	for _, item := range n.Items {
		if unfit(item) {
			return true
		}
	}
	return false
}

// effective is what a field means once aliases and merge keys are followed.
func effective(f lint.Field) any {
	if f.Node == nil {
		return nil
	}
	switch f.Node.Kind {
	case lint.Mapping:
		object := map[string]any{}
		for _, e := range f.Entries() {
			object[keyText(e.Key)] = effective(e)
		}
		return object
	case lint.Sequence:
		list := []any{}
		for _, item := range f.Items() {
			list = append(list, effective(item))
		}
		return list
	}
	return yamltree.Value(f.Node)
}

// keyText is a key as JSON has it.
func keyText(key *lint.Node) string {
	f, isFloat := yamltree.Value(key).(float64)
	switch {
	case math.IsNaN(f):
		return ".nan"
	case math.IsInf(f, 1):
		return ".inf"
	case math.IsInf(f, -1):
		return "-.inf"
	case isFloat:
		return strconv.FormatFloat(f, 'g', -1, 32)
	}
	return fmt.Sprint(yamltree.Value(key))
}

// values is how many scalars a tree has.
func values(n *lint.Node) int {
	if n == nil {
		return 0
	}
	count := 0
	if n.Kind == lint.Scalar {
		count++
	}
	for _, e := range n.Entries {
		count += values(e.Key) + values(e.Value)
	}
	for _, item := range n.Items {
		count += values(item)
	}
	return count
}
