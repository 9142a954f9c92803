package lint

// AnsweredBy makes of a finding about a stage a mere note where every container that runs its image ends what the finding warns of:
// what else runs the image one day is still open to it. At is the place where a container does so, nil where it does not.
func (f *Finding) AnsweredBy(s *Stage, at func(*Container) Locator) *Finding {
	if f == nil || len(s.Runs) == 0 {
		return f
	}
	answers := make([]Locator, len(s.Runs))
	for i, c := range s.Runs {
		if answers[i] = at(c); answers[i] == nil {
			return f
		}
	}
	for i, answer := range answers {
		span, _ := answer.Where()
		f.Relate(span, s.Runs[i].String()+" sees to it")
	}
	return f.As(Info)
}

// Unprivileged is where a container is given a user that is not root, nil if it is not.
func (c *Container) Unprivileged() Locator {
	if c.User.Known() && !c.User.V.IsRoot() {
		return c.User
	}
	return nil
}
