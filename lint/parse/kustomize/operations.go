package kustomize

import (
	"slices"
	"strconv"
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// operated is the object over which the operations of a JSON patch are laid, as far as they say what is in it: nodes as they are
// written, in collections that stand nowhere (https://www.rfc-editor.org/rfc/rfc6902). It is nil where the target's kind is not
// known.
func operated(target, operations lint.Field) *lint.Node {
	if !isWord(firstOf(target.Get("kind").Scalar())) {
		return nil
	}
	b := builder{room: maxNodes, own: map[*lint.Node]bool{}, behind: map[*lint.Node][]*lint.Node{}}
	b.root = b.collection(lint.Mapping, operations.Node.Span)
	b.identify(target)
	for _, operation := range operations.Items() {
		op, path, value := operation.Get("op").Scalar(), operation.Get("path"), operation.Get("value").Node
		keys, ok := pointer(path.Scalar())
		switch {
		case !ok:
		case op == "remove":
			b.remove(keys, path.Node.Span)
		case value != nil && (op == "add" || op == "replace"):
			b.put(keys, path.Node.Span, value, op == "add")
		}
	}
	for list, items := range b.behind {
		list.Items = append(list.Items, items...)
	}
	return b.root
}

// pointer is the keys of a JSON pointer (https://www.rfc-editor.org/rfc/rfc6901).
func pointer(path string) ([]string, bool) {
	rest, ok := strings.CutPrefix(path, "/")
	if !ok || rest == "" {
		return nil, false
	}
	keys := strings.Split(rest, "/")
	for i, key := range keys {
		keys[i] = strings.NewReplacer("~1", "/", "~0", "~").Replace(key)
	}
	return keys, true
}

// firstOf is the first of what a target's expression allows: Deployment of Deployment|StatefulSet.
func firstOf(expression string) string {
	first, _, _ := strings.Cut(expression, "|")
	return first
}

// isWord tells whether an expression means itself alone.
func isWord(expression string) bool {
	return expression != "" && strings.Trim(expression, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-") == ""
}

// maxNodes bounds the collections that the paths of a patch make.
const maxNodes = 10_000

// builder makes an object of what operations put into it.
type builder struct {
	root *lint.Node
	own  map[*lint.Node]bool // the collections that were made here, and can be changed
	// behind is what is put behind the last item of lists of which the patch does not say how long they are.
	behind map[*lint.Node][]*lint.Node
	room   int // how many more nodes may be made
}

// collection makes an empty one, which is reported at a place.
func (b *builder) collection(kind lint.NodeKind, at lint.Span) *lint.Node {
	b.room--
	n := &lint.Node{Kind: kind, Style: lint.Block, Span: at}
	b.own[n] = true
	return n
}

// identify writes down what the target says of the object itself.
func (b *builder) identify(target lint.Field) {
	say := func(n *lint.Node, key string, at lint.Field, text string) {
		if text != "" {
			said := scalar(text, at.Node.Span)
			n.Entries = append(n.Entries, lint.Entry{Key: scalar(key, said.Span), Value: said})
		}
	}
	version, group, kind := target.Get("version"), target.Get("group"), target.Get("kind")
	if group.Scalar() != "" {
		say(b.root, "apiVersion", group, group.Scalar()+"/"+version.Scalar())
	} else {
		say(b.root, "apiVersion", version, version.Scalar())
	}
	say(b.root, "kind", kind, firstOf(kind.Scalar()))
	metadata := b.collection(lint.Mapping, b.root.Span)
	for _, key := range [...]string{"name", "namespace"} {
		say(metadata, key, target.Get(key), target.Get(key).Scalar())
	}
	b.root.Entries = append(b.root.Entries, lint.Entry{Key: scalar("metadata", b.root.Span), Value: metadata})
}

func scalar(text string, at lint.Span) *lint.Node { return &lint.Node{Value: text, Span: at} }

// put puts a value at the end of a path, which is reported at a place.
func (b *builder) put(keys []string, at lint.Span, value *lint.Node, insert bool) {
	if n, key := b.holder(keys, at); n != nil {
		if slot := b.slot(n, key, at, insert); slot != nil {
			*slot = value
		}
	}
}

// remove takes away what stands at the end of a path, if that was put there. The items behind it move up.
func (b *builder) remove(keys []string, at lint.Span) {
	n, key := b.holder(keys, at)
	if n == nil {
		return
	}
	n.Entries = slices.DeleteFunc(n.Entries, func(e lint.Entry) bool { return e.Key.Value == key })
	if i, ok := index(key); ok && key != "-" && i < len(n.Items) {
		n.Items = slices.Delete(n.Items, i, i+1)
	}
}

// holder is the collection that holds what is at the end of a path, and its key there. There is none where the path leads through
// something else than collections.
func (b *builder) holder(keys []string, at lint.Span) (*lint.Node, string) {
	n := b.root
	last := len(keys) - 1
	for i, key := range keys[:last] {
		if b.room < len(keys) {
			return nil, ""
		}
		slot := b.slot(n, key, at, false)
		if slot == nil {
			return nil, ""
		}
		if n = b.opened(*slot, keys[i+1], at); n == nil {
			return nil, ""
		}
		*slot = n
	}
	return n, keys[last]
}

// opened is a collection that can be changed: the node itself, a copy of it, or a new one where there is none.
func (b *builder) opened(n *lint.Node, key string, at lint.Span) *lint.Node {
	if n == nil || n.IsNull() {
		if _, isIndex := index(key); !isIndex {
			return b.collection(lint.Mapping, at)
		}
		list := b.collection(lint.Sequence, at)
		b.behind[list] = nil
		return list
	}
	n, _ = n.Resolve()
	if n == nil || n.Kind == lint.Scalar || b.own[n] {
		return n
	}
	if b.room -= len(n.Entries) + len(n.Items); b.room < 0 {
		return nil
	}
	opened := *n
	opened.Entries, opened.Items = slices.Clone(n.Entries), slices.Clone(n.Items)
	b.own[&opened] = true
	return &opened
}

// slot is where the value of a key stands in a collection.
func (b *builder) slot(n *lint.Node, key string, at lint.Span, insert bool) **lint.Node {
	switch n.Kind {
	case lint.Mapping:
		for i := range n.Entries {
			if n.Entries[i].Key.Value == key {
				return &n.Entries[i].Value
			}
		}
		n.Entries = append(n.Entries, lint.Entry{Key: scalar(key, at)})
		return &n.Entries[len(n.Entries)-1].Value
	case lint.Sequence:
		if i, ok := index(key); ok {
			return b.item(n, i, key == "-", at, insert)
		}
	}
	return nil
}

// item is where an item of a list stands, which is filled with nothing up to there.
func (b *builder) item(list *lint.Node, i int, last bool, at lint.Span, insert bool) **lint.Node {
	behind, endless := b.behind[list]
	switch {
	case last && endless:
		if len(list.Items) == 0 {
			list.Items = append(list.Items, scalar("", at)) // it may not be the first
		}
		b.behind[list] = append(behind, nil)
		return &b.behind[list][len(behind)]
	case last:
		i = len(list.Items)
	case i-len(list.Items) > b.room:
		return nil
	}
	for len(list.Items) < i {
		list.Items = append(list.Items, scalar("", at))
		b.room--
	}
	if i == len(list.Items) || insert {
		list.Items = slices.Insert(list.Items, i, nil)
	}
	return &list.Items[i]
}

// index is the item of a list that a key means, and whether it can mean one: - is the one behind the last.
func index(key string) (int, bool) {
	i, err := strconv.Atoi(key)
	return max(i, 0), key == "-" || err == nil && i >= 0 && key[0] != '+'
}
