package run

import (
	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse"
)

// link is a container that runs what a stage of the run makes.
type link struct {
	from      origin
	container *lint.Container
}

// link tells the containers of an input's units which stage makes their image, and the stages of a Dockerfile which containers
// run theirs. Nothing is guessed: a name that several builds give, or that depends on a variable, links nothing.
func (s *survey) link(in Input, units []*lint.Unit) []link {
	var links []link
	for i, u := range units {
		if i == 0 { // a later Dockerfile stands in the file that runs it
			s.ship(in, u)
			for _, stage := range u.Stages {
				stage.Runs = s.runsOf(in.place(), u.Stages, stage)
			}
		}
		builds := map[*lint.Container]origin{}
		for _, b := range u.Builds {
			if from, ok := in.builtFrom(b); ok && b.Container != nil {
				builds[b.Container] = from
			}
		}
		for _, c := range u.Containers() {
			if c.From != nil {
				continue
			}
			from := builds[c]
			if from == (origin{}) && c.Image.Known() {
				from = s.images[c.Image.V.Tagged()]
			}
			if from == (origin{}) {
				continue
			}
			if c.From = s.stage(in, from); c.From != nil {
				c.Built = true
				links = append(links, link{from, c})
			}
		}
	}
	return links
}

// runsOf is the containers that run a stage's image: as the one that is named or, of the last one, without being named.
func (s *survey) runsOf(disk string, stages []*lint.Stage, stage *lint.Stage) []*lint.Container {
	var runs []*lint.Container
	if stage == stages[len(stages)-1] {
		runs = s.runs[origin{disk, ""}]
	}
	if stage.Name.V != "" {
		runs = append(runs[:len(runs):len(runs)], s.runs[origin{disk, stage.Name.V}]...)
	}
	return runs
}

// stage reads the stage that makes an image, if it is within the input's root.
func (s *survey) stage(in Input, from origin) *lint.Stage {
	if in.Root == "" || !within(in.Root, from.dockerfile) {
		return nil
	}
	name, ok := in.reported(from.dockerfile)
	if !ok {
		return nil
	}
	s.mu.Lock()
	d := s.dockerfiles[name]
	if d == nil {
		d = &dockerfile{}
		s.dockerfiles[name] = d
	}
	s.mu.Unlock()
	d.once.Do(func() {
		if file := readWithin(in.Root, from.dockerfile, name); file != nil {
			for _, u := range parse.File(file, nil) {
				d.stages = append(d.stages, u.Stages...)
			}
		}
	})
	for _, stage := range d.stages {
		if stage.Name.V == from.target && from.target != "" {
			return stage
		}
	}
	if from.target == "" && len(d.stages) > 0 {
		return d.stages[len(d.stages)-1]
	}
	return nil
}
