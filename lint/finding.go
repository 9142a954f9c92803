package lint

// Finding is one rule's complaint about one place.
type Finding struct {
	Rule     *Rule
	Severity Severity
	Profile  Profile // the one from which on it is shown, if its rule is not asked for by name
	Span     Span
	Subject  string // whose finding it is: "Deployment/web container app", "service db", "stage build"
	Message  string
	// PodSecurity is the level of the Pod Security Standards that it breaks; none outside of Kubernetes.
	PodSecurity PodSecurity
	Key         string // what identifies it when lines move: the offending value or name, never a secret
	Related     []Related
	Fixes       []Fix
	// Suppressed is the ignore that makes it quiet, or nil.
	Suppressed *Ignore
}

// Related is a second place that belongs to a finding.
type Related struct {
	Span    Span
	Message string
}

// Fix is a change that ends the finding.
type Fix struct {
	Title string
	Safe  bool // the image or workload behaves the same afterwards
	Edits []Edit
}

// Safety tells whether a fix may be applied without a person's judgement.
type Safety bool

const (
	Safe   Safety = true  // the image or workload behaves the same afterwards
	Unsafe Safety = false // it takes a privilege or a behaviour away that may be needed
)

// Fix adds a fix to the finding. It does nothing on a nil finding or without edits.
func (f *Finding) Fix(safety Safety, title string, edits []Edit) *Finding {
	if f != nil && len(edits) > 0 {
		f.Fixes = append(f.Fixes, Fix{Title: title, Safe: bool(safety), Edits: edits})
	}
	return f
}

// Relate adds a second place. It does nothing on a nil finding or for no place.
func (f *Finding) Relate(span Span, message string) *Finding {
	if f != nil && !span.IsZero() {
		f.Related = append(f.Related, Related{Span: span, Message: message})
	}
	return f
}

// As sets the finding's severity where it differs from its rule's.
func (f *Finding) As(s Severity) *Finding {
	if f != nil {
		f.Severity = s
	}
	return f
}

// In sets the finding's profile where it is stricter than its rule's.
func (f *Finding) In(p Profile) *Finding {
	if f != nil {
		f.Profile = max(f.Profile, p)
	}
	return f
}

// Breaks sets the level of the Pod Security Standards that the finding breaks where it is not its rule's.
func (f *Finding) Breaks(level PodSecurity) *Finding {
	if f != nil && f.PodSecurity != Unregulated {
		f.PodSecurity = level
	}
	return f
}

// Identify sets the finding's Key. It must not hold a secret.
func (f *Finding) Identify(key string) *Finding {
	if f != nil {
		f.Key = key
	}
	return f
}
