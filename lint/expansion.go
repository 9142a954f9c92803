package lint

import (
	"sort"
	"strings"
)

// Expansions is the variables that the commands of a stage's RUN have the shell put in, each with the first RUN that does.
func (u *Unit) Expansions(s *Stage) map[string]*Instruction {
	found := map[string]*Instruction{}
	note := func(raw string, in *Instruction) {
		for _, name := range variablesIn(raw) {
			if found[name] == nil {
				found[name] = in
			}
		}
	}
	for _, in := range s.Instructions {
		if in.Name != "RUN" {
			continue
		}
		for _, c := range in.Commands {
			for _, w := range c.Words {
				if w.State == Unknown {
					note(w.Span.Text(), in)
				}
			}
			if c.Output != nil {
				note(c.Output.Span.Text(), in)
			}
		}
	}
	for _, a := range u.AssignmentsOf(s) {
		if a.Source == ShellVar {
			note(a.Value.Value.Text(), s.around(a.Value.Value))
		}
	}
	return found
}

// AssignmentsOf is the unit's assignments in a stage.
func (u *Unit) AssignmentsOf(s *Stage) []*Assignment {
	// They stand in the order of the file, those before the first stage in front.
	before := func(index int) int {
		return sort.Search(len(u.Assignments), func(i int) bool {
			owner, ok := u.Assignments[i].Owner.(*Stage)
			return ok && owner.Index >= index
		})
	}
	return u.Assignments[before(s.Index):before(s.Index+1)]
}

// around is the instruction that a place within the stage stands in, or nil.
func (s *Stage) around(place Span) *Instruction {
	i := sort.Search(len(s.Instructions), func(i int) bool { return s.Instructions[i].Span.End >= place.End })
	if i < len(s.Instructions) && s.Instructions[i].Span.Contains(place) {
		return s.Instructions[i]
	}
	return nil
}

// Variables is the variables that a value's writing mentions, in its order: $NAME or ${NAME…}, but none within single quotes.
func (v Val[T]) Variables() []string { return variablesIn(v.Value.Text()) }

func variablesIn(raw string) []string {
	if strings.IndexByte(raw, '$') < 0 {
		return nil
	}
	var names []string
	quote := byte(0)
	for i := 0; i < len(raw); i++ {
		switch c := raw[i]; {
		case c == '\\' && quote != '\'':
			i++
		case c == quote:
			quote = 0
		case quote == 0 && (c == '\'' || c == '"'):
			quote = c
		case c == '$' && quote != '\'':
			rest := strings.TrimPrefix(raw[i+1:], "{")
			end := 0
			for end < len(rest) && strings.IndexByte(wordCharacters, rest[end]) >= 0 {
				end++
			}
			if end > 0 {
				names = append(names, rest[:end])
			}
		}
	}
	return names
}
