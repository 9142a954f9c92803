package parse

import (
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/dockerfile"
)

// inlineDockerfiles reads the Dockerfiles that a compose file holds itself. The stage that a service runs is linked with it.
func inlineDockerfiles(u *lint.Unit) []*lint.Unit {
	var units []*lint.Unit
	for _, b := range u.Builds {
		if !b.Inline.Known() {
			continue
		}
		text := b.Inline.Value
		header := strings.IndexByte(text.Text(), '\n') + 1 // the | that opens the block
		text.Start += header
		inline := dockerfile.Inline(text)
		if header == 0 || inline == nil {
			continue
		}
		inline.Contexts = b.Contexts
		units = append(units, inline)
		for i, stage := range inline.Stages {
			built := i == len(inline.Stages)-1 && b.Target.Absent() || b.Target.Known() && stage.Name.V == strings.ToLower(b.Target.V)
			if built && b.Container != nil {
				stage.Ship()
				stage.Runs = []*lint.Container{b.Container}
				b.Container.From = stage
			}
		}
	}
	return units
}
