package lint

// Ignore is one rule that a comment or an annotation in a file wants to be quiet about a place: an accepted risk.
type Ignore struct {
	Rule   string // as written; empty if none is named
	Reason string
	Owner  string // "@name", or empty
	Until  string // the last day on which it holds, as YYYY-MM-DD, or empty
	Name   Span   // the rule's name, or the marker if none is named
	Whole  Span   // the comment or annotation
	Covers []Span // what it covers; none if Fault is set
	Fault  string // why it can cover nothing, as the end of a sentence that begins with "it"; or empty

	Outcome Outcome
}

// String is empty: an ignore belongs to the file itself.
func (*Ignore) String() string { return "" }

// Outcome is what became of an ignore in a run.
type Outcome uint8

const (
	NotRun    Outcome = iota // its rule did not run, so nothing can be said
	Matched                  // it made a finding quiet
	Unmatched                // its rule ran and found nothing there
	Expired                  // its last day has passed: it makes nothing quiet any more
	Faulty                   // it can cover nothing: see Fault
)

// String is the outcome in a word or two.
func (o Outcome) String() string {
	return [...]string{"not judged", "in use", "unused", "expired", "faulty"}[o]
}
