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
func (r *reader) askDocker() {
	if len(r.unit.Problems) > 0 || len(r.text) > maxAsked {
		return
	}
	_, err := parser.Parse(strings.NewReader(r.text))
	if err == nil {
		return
	}
	at := lint.Span{File: r.file}
	var located *parser.LocationError
	if errors.As(err, &located) && len(located.Locations) > 0 && len(located.Locations[0]) > 0 {
		at = r.file.LineSpan(r.file.LineOffset(located.Locations[0][0].Start.Line))
	}
	r.problem(at, "docker's parser refuses the file here")
}
