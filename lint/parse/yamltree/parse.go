// Package yamltree reads YAML and JSON into trees of lint.Node, each node with the exact bytes it is written in.
// It is the only importer of the YAML library; everything else sees lint.Node alone.
package yamltree

import (
	"bytes"
	"errors"
	"fmt"
	"io"

	"go.yaml.in/yaml/v4"
	"go.yaml.in/yaml/v4/plugin/loaderlimits"

	"github.com/stridelint/stridelint/lint"
)

// Document is one YAML document of a file.
type Document struct {
	// Root is nil where the document is empty, holds comments only, or cannot be read.
	Root *lint.Node
	// Span reaches from the document's directives or --- to where the next one starts.
	Span lint.Span
	// Problems is what cannot be read, and keys that stand twice, in the order of the file.
	Problems []*lint.Problem

	text []byte // what is read in the place of the file's own text, byte for byte; nil, that
}

// Parse reads every document of a file; JSON is YAML. A document that cannot be read has a Problem and no Root, and does not
// touch the others. A file without content is one document without a Root.
func Parse(f *lint.File) []Document {
	if bytes.HasPrefix(f.Text, []byte("\xff\xfe")) || bytes.HasPrefix(f.Text, []byte("\xfe\xff")) {
		doc := Document{Span: lint.Span{File: f, End: len(f.Text)}}
		doc.fail(0, "the file is UTF-16 and is not UTF-8")
		return []Document{doc}
	}
	spans := split(f)
	room := maxFileNodes
	documents := make([]Document, min(len(spans), maxDocuments+1))
	for i := range documents {
		documents[i].Span = spans[i]
		if i < maxDocuments {
			documents[i].read(&room)
			continue
		}
		documents[i].Span.End = len(f.Text)
		documents[i].fail(spans[i].Start, fmt.Sprintf("the file has more than %d documents: the rest is not read", maxDocuments))
	}
	return documents
}

// read parses the document's text, with room for so many nodes in what is left of the file.
func (d *Document) read(room *int) {
	// The library panics where it has a bug; that must not cost more than this document.
	defer func() {
		if recover() != nil {
			d.fail(d.Span.Start, "the document cannot be read")
		}
	}()
	src := d.source()
	if i := src.invalidUTF8(); i >= 0 {
		d.fail(i, "the document is not UTF-8")
		return
	}
	if i := src.excess(room); i >= 0 {
		message := fmt.Sprintf("the document is too large: it can hold more than %d nodes", maxNodes)
		if *room < maxNodes {
			message = fmt.Sprintf("the file is too large: its documents can hold more than %d nodes", maxFileNodes)
		}
		d.fail(i, message)
		return
	}
	node, err := load(src.readable())
	if err != nil {
		d.Problems = append(d.Problems, src.problem(err))
		return
	}
	if node == nil || isEmpty(node) && !hasProperties(node) {
		return
	}
	d.Root, d.Problems = build(src, node)
}

// source is the document's text.
func (d *Document) source() *source {
	src := newSource(d.Span)
	if d.text != nil {
		src.text = d.text[:d.Span.End]
	}
	return src
}

// fail notes that the document cannot be read.
func (d *Document) fail(at int, message string) {
	d.Root = nil
	d.Problems = append(d.Problems, &lint.Problem{Span: newSource(d.Span).characterAt(at), Message: message})
}

// load has the library read one document; nil if it holds no node.
func load(text []byte) (*yaml.Node, error) {
	limits := loaderlimits.New(loaderlimits.DepthValue(maxDepth))
	loader, err := yaml.NewLoader(bytes.NewReader(text), yaml.WithPlugin(limits))
	if err != nil {
		return nil, err
	}
	var document yaml.Node
	switch err := loader.Load(&document); {
	case errors.Is(err, io.EOF):
		return nil, nil
	case err != nil:
		return nil, err
	case len(document.Content) == 0:
		return nil, nil
	}
	return document.Content[0], nil
}
