package snippet

import (
	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/shell"
	"github.com/stridelint/stridelint/lint/parse/yamltree"
)

// Documents is the YAML that a string holds, each node with its place in the file that the string stands in. There are none where
// the places of its bytes cannot be told.
func Documents(n *lint.Node) []yamltree.Document {
	if n == nil || n.Kind != lint.Scalar {
		return nil
	}
	places, ok := places(n)
	if !ok || len(places) == 0 {
		return nil
	}
	to := relocation{file: n.Span.File, places: places}
	documents := yamltree.Parse(lint.NewFile(n.Span.File.Path, []byte(n.Value)))
	for i := range documents {
		d := &documents[i]
		d.Span = to.span(d.Span)
		for _, problem := range d.Problems {
			problem.Span = to.span(problem.Span)
		}
		if d.Root != nil {
			to.tree(d.Root)
		}
	}
	return documents
}

// relocation is the way from a string's bytes to where they are written.
type relocation struct {
	file   *lint.File
	places []shell.Place
}

// span is where a stretch of the string is written.
func (r relocation) span(s lint.Span) lint.Span {
	at := r.places[len(r.places)-1].End
	if s.Start < len(r.places) {
		at = r.places[s.Start].Start
	}
	span := lint.Span{File: r.file, Start: at, End: at}
	if s.Start < s.End {
		span.End = r.places[s.End-1].End
	}
	return span
}

// tree moves a node with all below it. What an alias leads to stands in the tree itself.
func (r relocation) tree(n *lint.Node) {
	n.Span = r.span(n.Span)
	for _, e := range n.Entries {
		r.tree(e.Key)
		r.tree(e.Value)
	}
	for _, item := range n.Items {
		r.tree(item)
	}
}
