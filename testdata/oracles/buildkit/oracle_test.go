package buildkit

import (
	"testing"

	"github.com/moby/buildkit/frontend/dockerfile/dockerfile2llb"
	"github.com/moby/patternmatcher"
	"github.com/moby/patternmatcher/ignorefile"
	"github.com/stridelint/stridelint/lint"
)

var _ = dockerfile2llb.DockerfileLint
var _ = patternmatcher.New
var _ = ignorefile.ReadAll
var _ lint.Span

func TestX(t *testing.T) {}
