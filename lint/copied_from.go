package lint

import (
	"sort"
	"strconv"
	"strings"
)

// CopiedFrom is one name by which an instruction takes files from a stage, an image or a further build context.
type CopiedFrom struct {
	Name  Val[string]
	Stage *Stage // the one that it means, wherever it stands in the file; nil if it means none
	// Number is the stage's, if that is what was written; else -1.
	Number int
}

// CopiesFrom is the names by which an instruction of the stage takes files from elsewhere: COPY --from, RUN --mount=from.
func (u *Unit) CopiesFrom(s *Stage, in *Instruction) []CopiedFrom {
	var all []CopiedFrom
	for _, name := range in.sources() {
		if name.State != Set || name.V == "" {
			continue
		}
		one := CopiedFrom{Name: name, Number: -1}
		if n, err := strconv.Atoi(name.V); err == nil && in.Name == "COPY" {
			one.Number = n
			if n >= 0 && n < len(u.Stages) {
				one.Stage = u.Stages[n]
			}
		} else {
			one.Stage = u.stageNamed(strings.ToLower(name.V), s)
		}
		all = append(all, one)
	}
	return all
}

// stageNamed is the nearest stage of a name above a stage or, if there is none, that stage itself or one below.
func (u *Unit) stageNamed(name string, s *Stage) *Stage {
	if above := u.StageAbove(name, s); above != nil {
		return above
	}
	if named := u.stagesNamed(name); len(named) > 0 {
		return named[0]
	}
	return nil
}

// StageAbove is the nearest stage of a name above a stage, or nil.
func (u *Unit) StageAbove(name string, s *Stage) *Stage {
	named := u.stagesNamed(name)
	if i := sort.Search(len(named), func(i int) bool { return named[i].Index >= s.Index }); i > 0 {
		return named[i-1]
	}
	return nil
}

// stagesNamed is the stages of a name, in the order of the file.
func (u *Unit) stagesNamed(name string) []*Stage {
	u.onceStages.Do(func() {
		u.stages = map[string][]*Stage{}
		for _, s := range u.Stages {
			u.stages[s.Name.V] = append(u.stages[s.Name.V], s)
		}
	})
	return u.stages[name]
}
