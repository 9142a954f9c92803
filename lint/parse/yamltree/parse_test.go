package yamltree

import (
	"slices"
	"strings"
	"testing"

	"github.com/stridelint/stridelint/lint"
)

// unmark takes the marks out of a text, and tells where they stood.
func unmark(text, mark string) (string, []int) {
	var places []int
	before, rest, found := strings.Cut(text, mark)
	for found {
		places = append(places, len(before))
		var next string
		next, rest, found = strings.Cut(rest, mark)
		before += next
	}
	return before, places
}

func TestEmptyValues(t *testing.T) {
	const mark = "^"
	for _, marked := range []string{
		"a:^\nb: c\n",
		"a:^   # comment\n",
		"a:^\n# comment\nb:^",
		"a:\n- b\n-^\n-^ # comment\n",
		"-^\n-\n  - a\n  -^\n",
		"{a:^, b:^ , c^}",
		"{a: {b:^}, \"c\":^}",
		"[a:^, b: c]",
		"? a^\n? b\n:^\n",
		"? a\n:^ # comment\n",
		"^: a\n",
		"?^\n: a\n",
		"a: &b^\nc: !d^ # comment\ne: !!str &f^\n",
		"a:^\r\nb:\r\n  c:^\r\n",
		"ä:^\nö: {ü:^}\n",
		"a :^\n",
		"--- !!null^\n",
	} {
		text, want := unmark(marked, mark)
		var got []int
		for _, doc := range Parse(lint.NewFile("", []byte(text))) {
			if doc.Root == nil {
				t.Errorf("%q: %v", text, doc.Problems)
				continue
			}
			walk(doc.Root, func(n *lint.Node) {
				if n.Kind == lint.Scalar && n.Value == "" && n.Span.Start == n.Span.End {
					got = append(got, n.Span.Start)
				}
			})
		}
		if !slices.Equal(got, want) {
			t.Errorf("%q: empty values at %v, want %v", marked, got, want)
		}
	}
}

func TestNodes(t *testing.T) {
	text := "%TAG !e! tag:example,2000:\n---\n" +
		"a: &x !!str 'one'\nb: !e!c {d: *x}\ne: ! f\ng: !<tag:yaml.org,2002:int> 1\nh: !reset\n"
	doc := Parse(lint.NewFile("", []byte(text)))[0]
	root := lint.Root(doc.Root)
	for _, want := range []struct {
		path []string
		span string
		node lint.Node
	}{
		{[]string{"a"}, "'one'", lint.Node{Kind: lint.Scalar, Style: lint.SingleQuoted, Tag: "!!str", Anchor: "x", Value: "one"}},
		{[]string{"b"}, "{d: *x}", lint.Node{Kind: lint.Mapping, Style: lint.Flow, Tag: "tag:example,2000:c"}},
		{[]string{"b", "d"}, "'one'", lint.Node{Kind: lint.Scalar, Style: lint.SingleQuoted, Tag: "!!str", Anchor: "x", Value: "one"}},
		{[]string{"e"}, "f", lint.Node{Kind: lint.Scalar, Style: lint.Plain, Tag: "!", Value: "f"}},
		{[]string{"g"}, "1", lint.Node{Kind: lint.Scalar, Style: lint.Plain, Tag: "!!int", Value: "1"}},
		{[]string{"h"}, "", lint.Node{Kind: lint.Scalar, Style: lint.Plain, Tag: "!reset"}},
	} {
		field := root
		for _, key := range want.path {
			field = field.Get(key)
		}
		n := field.Node
		if n == nil {
			t.Fatalf("%v is not there", want.path)
		}
		got := lint.Node{Kind: n.Kind, Style: n.Style, Tag: n.Tag, Anchor: n.Anchor, Value: n.Value}
		if got.Kind != want.node.Kind || got.Style != want.node.Style || got.Tag != want.node.Tag ||
			got.Anchor != want.node.Anchor || got.Value != want.node.Value || n.Span.Text() != want.span {
			t.Errorf("%v is %+v with the text %q, want %+v with %q", want.path, got, n.Span.Text(), want.node, want.span)
		}
	}
	alias := doc.Root.Entries[1].Value.Entries[0].Value
	if alias.Kind != lint.Alias || alias.Value != "x" || alias.Target != doc.Root.Entries[0].Value {
		t.Errorf("the alias is %+v", alias)
	}
}

func TestDocuments(t *testing.T) {
	for _, test := range []struct {
		name, text string
		want       []string // the documents' texts; those without a tree end with !
	}{
		{"one", "a: b\n", []string{"a: b\n"}},
		{"two", "a: b\n---\nc: d\n", []string{"a: b\n", "---\nc: d\n"}},
		{"first marked", "---\na: b\n---\nc: d\n", []string{"---\na: b\n", "---\nc: d\n"}},
		{"comments before", "# x\n\n---\na: b\n", []string{"# x\n\n---\na: b\n"}},
		{"value on the marker's line", "--- a\n--- [b]\n", []string{"--- a\n", "--- [b]\n"}},
		{"block scalar on the marker's line", "--- |\na\n--- >\nb", []string{"--- |\na\n", "--- >\nb"}},
		{"tab behind the marker", "---\ta\n---\t\nb", []string{"---\ta\n", "---\t\nb"}},
		{"indented or longer, no marker", "a: |\n  ---\n  b\nc: x\n  --- y\nd: -----\n----: e", []string{"a: |\n  ---\n  b\nc: x\n  --- y\nd: -----\n----: e"}},
		{"ended", "a: b\n...\nc: d\n", []string{"a: b\n...\n", "c: d\n"}},
		{"ended and marked", "a: b\n...\n# x\n---\nc: d\n...\n", []string{"a: b\n...\n", "# x\n---\nc: d\n...\n"}},
		{"directives", "%YAML 1.1\n---\na\n...\n%YAML 1.2\n---\nb\n", []string{"%YAML 1.1\n---\na\n...\n", "%YAML 1.2\n---\nb\n"}},
		{"empty ones", "---\n---\n# x\n---\na\n", []string{"---\n!", "---\n# x\n!", "---\na\n"}},
		{"nothing", "", []string{"!"}},
		{"comments alone", "# x\n", []string{"# x\n!"}},
		{"end alone", "...\n", []string{"!"}},
		{"byte-order mark", "\ufeffa: b\n", []string{"a: b\n"}},
		{"byte-order mark and marker", "\ufeff---\na: b\n", []string{"---\na: b\n"}},
		{"CRLF", "a: b\r\n---\r\nc: d\r\n", []string{"a: b\r\n", "---\r\nc: d\r\n"}},
		{"CR", "a: b\r---\rc: d\r", []string{"a: b\r", "---\rc: d\r"}},
		{"broken in the middle", "a: b\n---\nc: [\n---\nd: e\n", []string{"a: b\n", "---\nc: [\n!", "---\nd: e\n"}},
		{"quote never closed", "a: \"b\n---\nc: 'd\n---\ne: f\n", []string{"a: \"b\n!", "---\nc: 'd\n!", "---\ne: f\n"}},
		{"bytes in the middle", "a: b\n---\nc: \xff\n---\nd: e\n", []string{"a: b\n", "---\nc: \xff\n!", "---\nd: e\n"}},
		{"JSON", "{\n\"a\": 1}\n", []string{"{\n\"a\": 1}\n"}},
	} {
		var got []string
		for _, doc := range Parse(lint.NewFile("", []byte(test.text))) {
			text := doc.Span.Text()
			if doc.Root == nil {
				text += "!"
			}
			got = append(got, text)
		}
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q", test.name, got, test.want)
		}
	}
}

func TestProblems(t *testing.T) {
	for _, test := range []struct{ marked, message string }{
		{"a: b\n«a»: c\n", `duplicate key "a"`},
		{"a: {b: 1, c: {d: 1, «\"d\"»: 2}, «'b'»: 2}\n", `duplicate key "d"|duplicate key "b"`},
		{"a: 1\r\nä: {b: 2}\r\nb: 3\r\n«ä»: 4\r\n", `duplicate key "ä"`},
		{"a: b«:» c\n", "a key cannot stand here"},
		{"ä: ö«:» c\n", "a key cannot stand here"},
		{"a: b\r\nc: d«:» e\r\n", "a key cannot stand here"},
		{"a:\n  b: c\n «d»: e\n", "a key should stand here"},
		{"- a\n«b»: c\n", `a "- " should stand here`},
		{"a: b\n«c»\nd: e\n", "a key lacks its colon"},
		{"a: «'»b\nc: d\n", "a quote is not closed"},
		{"a: «\"»b\n", "a quote is not closed"},
		{"a: «[»b, c\n", "a list in brackets lacks a comma"},
		{"a: «[»b c: d\n", "a list in brackets lacks a comma"},
		{"a: [b, c\nd«:» e\n", "a list in brackets lacks a comma"},
		{"{\"a\": 1 \"b\"«:» 2}", "a mapping in braces lacks a comma"},
		{"a: «[»\n", "a value should stand here"},
		{"a: [b,«,» c]", "a value should stand here"},
		{"a: «}»\n", "a value should stand here"},
		{"[a]«]»\n", "the document is over here"},
		{"a:\n«\t»b: c\n", "a tab cannot indent"},
		{"a: «@b» c\n", "it must be quoted"},
		{"a: «`b`»\n", "it must be quoted"},
		{"a: «-» b\n", `a "- " must stand on a line of its own`},
		{"a: \"«\\qr» s\"\n", "an escape within double quotes"},
		{"a: «*password»\n", "the alias names no anchor"},
		{"a: «&»\n", "the name of an anchor or alias"},
		{"a: |«x»\n  b\n", "the header of a block scalar"},
		{"a: [b]«#c»\n", "a space must stand before the #"},
		{"a: «!x!y» z\n", "a tag"},
		{"«%YAML» 2.0\n---\na\n", "the version of YAML"},
		{"a: b«\x01»c\n", "a control character"},
		{"a: b«\xff»c\n", "is not UTF-8"},
		{"«\xff»\xfea\x00", "is UTF-16"},
		{"&a [«*a»]", "within the node that it repeats"},
		{"a: &b {c: d, <<: «*b»}", "within the node that it repeats"},
		{"services: &s\n  web:\n    <<: «*s»\n", "within the node that it repeats"},
	} {
		text, starts := unmark(strings.ReplaceAll(test.marked, "»", ""), "«")
		_, ends := unmark(strings.ReplaceAll(test.marked, "«", ""), "»")
		messages := strings.Split(test.message, "|")
		var problems []*lint.Problem
		for _, doc := range Parse(lint.NewFile("", []byte(text))) {
			problems = append(problems, doc.Problems...)
		}
		if len(problems) != len(starts) {
			t.Errorf("%q: %d problems, want %d", test.marked, len(problems), len(starts))
			continue
		}
		for i, p := range problems {
			if p.Span.Start != starts[i] || p.Span.End != ends[i] {
				t.Errorf("%q: the problem is at %d to %d, want %d to %d", test.marked, p.Span.Start, p.Span.End, starts[i], ends[i])
			}
			if !strings.Contains(p.Message, messages[min(i, len(messages)-1)]) {
				t.Errorf("%q: %q, want %q", test.marked, p.Message, messages[min(i, len(messages)-1)])
			}
			if strings.Contains(p.Message, "password") {
				t.Errorf("%q: the message quotes the file: %q", test.marked, p.Message)
			}
		}
	}
}
