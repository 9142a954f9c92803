package parse

import (
	"bytes"
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/yamltree"
)

// withoutActions is a template as YAML of the same size: a variable stands for what an action writes within a line. What a
// condition or a loop writes is blank, unless it is a whole document, and so is an action with a line of its own.
func withoutActions(text []byte) []byte {
	out := bytes.Clone(text)
	var open []action
	for _, a := range actionsOf(text) {
		switch a.keyword {
		case "":
			if isAlone(text, a.start, a.end) {
				blank(out[a.start:a.end])
			} else {
				stand(out[a.start:a.end])
			}
			continue
		case "else", "end":
			if len(open) == 0 {
				continue
			}
			closeBlock(out, text, open[len(open)-1], a)
			open = open[:len(open)-1]
		}
		if a.keyword != "end" && len(open) < maxBlocks {
			open = append(open, a)
		}
	}
	for _, a := range open {
		blank(out[a.start:a.end])
	}
	return out
}

// maxBlocks bounds the blocks that stand in each other.
const maxBlocks = 50

// closeBlock takes away what a block writes, from the action that opens it to the one that ends it.
func closeBlock(out, text []byte, from, to action) {
	body := text[from.end:to.start]
	whole := from.keyword != "else" && from.keyword != "define" && (bytes.HasPrefix(body, []byte("\napiVersion:")) || bytes.Contains(body, []byte("\nkind:")))
	switch {
	case whole:
		blank(out[from.start:from.end])
		blank(out[to.start:to.end])
	case bytes.IndexByte(text[from.start:to.end], '\n') < 0 && !isAlone(text, from.start, to.end):
		stand(out[from.start:to.end])
	default:
		blank(out[from.start:to.end])
	}
}

// isAlone tells whether only blanks stand beside a stretch of text on its lines.
func isAlone(text []byte, start, end int) bool {
	before := bytes.TrimRight(text[:start], " \t")
	after := bytes.TrimLeft(text[end:], " \t\r")
	return (len(before) == 0 || before[len(before)-1] == '\n') && (len(after) == 0 || after[0] == '\n')
}

// blank writes blanks over everything but the ends of lines.
func blank(text []byte) {
	for i, c := range text {
		if c != '\n' && c != '\r' {
			text[i] = ' '
		}
	}
}

// standIn is what a variable that stands for an action begins with. No reader knows its value.
const standIn = "$("

// stand writes a variable over an action.
func stand(text []byte) {
	for i := range text {
		text[i] = '_'
	}
	copy(text, standIn)
	text[len(text)-1] = ')'
}

// templateDocuments is the documents of a template, as far as it is YAML without its actions, with their places in the file.
func templateDocuments(f *lint.File) []yamltree.Document {
	documents := yamltree.Parse(lint.NewFile(f.Path, withoutActions(f.Text)))
	for i := range documents {
		documents[i].Span.File, documents[i].Problems = f, nil
		if documents[i].Root != nil {
			place(documents[i].Root, f)
		}
	}
	return documents
}

// place has a tree stand in a file. Scalars have their actions back.
func place(n *lint.Node, f *lint.File) {
	n.Span.File = f
	if n.Kind == lint.Scalar && strings.Contains(n.Value, standIn) && n.Style != lint.Literal && n.Style != lint.Folded {
		n.Value = strings.Trim(n.Span.Text(), `"'`)
	}
	for _, e := range n.Entries {
		place(e.Key, f)
		place(e.Value, f)
	}
	for _, item := range n.Items {
		place(item, f)
	}
}
