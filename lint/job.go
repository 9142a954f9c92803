package lint

// Job is one job of a CI workflow: what starts it, whose code it takes and what it does with a registry.
type Job struct {
	Subject string
	// Triggers is the names of the events that start the workflow: "push", "pull_request_target".
	Triggers []Val[string]
	// Head is the reference to what somebody proposes, where the job checks that out though the event would not: the head of
	// a pull request, or of the run of another workflow.
	Head Val[string]
	// Logins and Pushes is where its steps log in to a registry, and push to one.
	Logins, Pushes []Val[string]
	// Guarded tells that a condition, or an approval, decides who can get that far.
	Guarded bool
}

// String is the job's name in messages: "job build".
func (j *Job) String() string { return j.Subject }

// StartedBy is the first of the events that can start the job.
func (j *Job) StartedBy(events ...string) (Val[string], bool) {
	for _, trigger := range j.Triggers {
		for _, event := range events {
			if trigger.Is(event) {
				return trigger, true
			}
		}
	}
	return Val[string]{}, false
}

// Jobs judges every job of a CI workflow.
func Jobs(check func(*Pass, *Job)) Check {
	return visit(func(u *Unit) []*Job { return u.Jobs }, check, CI)
}
