package lint_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/yamltree"
)

func TestGet(t *testing.T) {
	const text = `
base: &base {image: base, user: base}
more: &more
  <<: *base
  user: more
  extra: 1
web:
  <<: *more
  image: web
list:
  <<: [*base, *more]
twice: {a: 1, a: 2}
quoted: {"<<": {a: 1}}
null: ~
alias: *more
`
	root := lint.Root(yamltree.Parse(lint.NewFile("", []byte(text)))[0].Root)
	for _, test := range []struct {
		path, want string // the node's text, empty if it is absent
		via        []string
	}{
		{"web.image", "web", nil},
		{"web.user", "more", []string{"*more"}},
		{"web.extra", "1", []string{"*more"}},
		{"more.image", "base", []string{"*base"}},
		{"list.user", "base", []string{"*base"}},
		{"list.extra", "1", []string{"*more"}},
		{"twice.a", "2", nil},
		{"quoted.a", "", nil},
		{"quoted.<<.a", "1", nil},
		{"alias.user", "more", []string{"*more"}},
		{"alias.image", "base", []string{"*base", "*more"}},
		{"web.none", "", nil},
		{"null.a", "", nil},
		{"none.a.b", "", nil},
	} {
		field := root
		for key := range strings.SplitSeq(test.path, ".") {
			field = field.Get(key)
		}
		got := ""
		if field.Exists() {
			got = field.Node.Span.Text()
		}
		var via []string
		for _, hop := range field.Via {
			via = append(via, hop.Text())
		}
		if got != test.want || got != "" && !slices.Equal(via, test.via) {
			t.Errorf("%s is %q via %q, want %q via %q", test.path, got, via, test.want, test.via)
		}
	}
	if got, want := root.Get("web").Keys(), []string{"user", "extra", "image"}; !slices.Equal(got, want) {
		t.Errorf("web has the keys %q, want %q", got, want)
	}
	if got, want := root.Get("twice").Keys(), []string{"a"}; !slices.Equal(got, want) {
		t.Errorf("twice has the keys %q, want %q", got, want)
	}
}

// TestLookUpsEnd looks up what is not there in trees that would never end, or take ages, if each way through them were walked.
// The parser refuses them; a look-up must not rely on that.
func TestLookUpsEnd(t *testing.T) {
	merge := func(sources ...*lint.Node) lint.Entry {
		list := &lint.Node{Kind: lint.Sequence}
		for _, source := range sources {
			list.Items = append(list.Items, &lint.Node{Kind: lint.Alias, Target: source, Parent: list})
		}
		return lint.Entry{Key: &lint.Node{Value: "<<"}, Value: list}
	}
	itself := &lint.Node{Kind: lint.Mapping}
	itself.Entries = []lint.Entry{merge(itself)}
	one, other := &lint.Node{Kind: lint.Mapping}, &lint.Node{Kind: lint.Mapping}
	one.Entries, other.Entries = []lint.Entry{merge(other)}, []lint.Entry{merge(one)}
	bomb := &lint.Node{Kind: lint.Mapping}
	for range 60 {
		bomb = &lint.Node{Kind: lint.Mapping, Entries: []lint.Entry{merge(bomb, bomb, bomb)}}
	}
	circle := &lint.Node{Kind: lint.Alias}
	circle.Target = circle
	for name, n := range map[string]*lint.Node{"itself": itself, "each other": one, "bomb": bomb, "circle": circle} {
		field := lint.Root(n)
		if field.Get("a").Get("b").Exists() || len(field.Keys()) > 0 || len(field.Entries()) > 0 || len(field.Items()) > 0 {
			t.Errorf("%s: something is found", name)
		}
		if edits := field.Get("a").Slot().Remove(); edits != nil {
			t.Errorf("%s: what is not there can be removed: %v", name, edits)
		}
	}
}
