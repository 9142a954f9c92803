package dockerfile

import (
	"errors"
	"strings"

	"github.com/moby/buildkit/frontend/dockerfile/parser"

	"github.com/stridelint/stridelint/lint"
)

// maxAsked is the longest text for which docker's own parser is asked, in bytes: docker reads no Dockerfile that comes near it.
const maxAsked = 1 << 20

// askDocker asks docker's own parser, which has the last word on what docker refuses: if it refuses a file in which
// the reader saw no fault, that is a problem at the line that it names. What it says is not passed on, since it quotes the file.
// It is not asked of plain text, over which the two cannot differ and which would be read twice.
func (r *reader) askDocker() {
	text := r.text[r.start:]
	if len(r.unit.Problems) > 0 || len(text) > maxAsked || isPlain(text) {
		return
	}
	_, err := parser.Parse(strings.NewReader(text))
	if err == nil {
		return
	}
	at := lint.Span{File: r.file}
	var located *parser.LocationError
	if errors.As(err, &located) && len(located.Locations) > 0 && len(located.Locations[0]) > 0 {
		line := located.Locations[0][0].Start.Line + int(r.file.Position(r.start).Line) - 1
		at = r.file.LineSpan(r.file.LineOffset(line))
	}
	r.problem(at, "docker's parser refuses the file here")
}

// isPlain tells whether a text has nothing in it that docker's parser and the reader could understand in two ways: it is ASCII, so that
// bytes are characters and cases and blanks are beyond dispute, its lines end in a line feed, and it opens no here-document.
func isPlain(text string) bool {
	for i := range len(text) {
		if c := text[i]; c > '~' || c < ' ' && c != '\n' && c != '\t' {
			return false
		}
	}
	return !strings.Contains(text, "<<")
}
