package lint

import "encoding/hex"

// Report is the end of a run: what people and machines are shown. It holds places and short excerpts, no files.
type Report struct {
	Rules    []*Rule // every rule that ran, in the order of their IDs
	Results  []Result
	Ignores  []Suppression // every ignore of the files, in their order
	Files    map[Kind]int  // how many files of each kind were judged
	Failures []string      // files on which stridelint itself failed, and how
	// Templates is how many templates each Helm chart has that could only be read in part, by the chart's path.
	Templates map[string]int
}

// Judged is how many files were judged.
func (r *Report) Judged() int {
	n := 0
	for _, files := range r.Files {
		n += files
	}
	return n
}

// Count is how many results are of a severity, suppressed ones aside.
func (r *Report) Count(s Severity) int {
	n := 0
	for i := range r.Results {
		if r.Results[i].Severity == s && r.Results[i].Suppressed == nil {
			n++
		}
	}
	return n
}

// Findings is how many results there are, suppressed ones aside.
func (r *Report) Findings() int {
	n := 0
	for _, s := range Severities {
		n += r.Count(s)
	}
	return n
}

// Result is one finding, resolved for showing.
type Result struct {
	Rule     *Rule
	Severity Severity
	Subject  string
	Message  string
	Key      string
	// PodSecurity is the level of the Pod Security Standards that it breaks; none outside of Kubernetes.
	PodSecurity PodSecurity
	Place       Place
	Excerpt     *Excerpt // nil if no one asked for it
	Related     []RelatedPlace
	Fixes       []ResolvedFix
	// Fingerprint is what stays when lines move; zero if no one asked for it.
	Fingerprint Fingerprint
	// LineHash is GitHub's primaryLocationLineHash; empty where the line holds a secret or no one asked for it.
	LineHash string
	// Suppressed is the ignore that covers the result, or nil. Reports without suppressed results do not hold such results.
	Suppressed *Suppression
}

// Fingerprint is a hash of a result's rule, path, subject, key and occurrence.
type Fingerprint [16]byte

// String is the fingerprint in hexadecimal digits.
func (f Fingerprint) String() string { return hex.EncodeToString(f[:]) }

// IsZero tells whether there is none.
func (f Fingerprint) IsZero() bool { return f == Fingerprint{} }

// Suppression is an ignore in a file, resolved for showing: an accepted risk.
type Suppression struct {
	Rule    string // as the ignore names it
	Reason  string
	Owner   string // "@name", if given
	Until   string // the last day on which it holds, as YYYY-MM-DD, if given
	Place   Place
	Outcome Outcome
}

// Place is a span in terms of people and machines. Start and End delimit it, End exclusive.
type Place struct {
	Path       string
	Start, End Position
}

// Excerpt is the source line on which a result starts, secrets masked, long ones cut around the place.
type Excerpt struct {
	Text       string
	Start, End int // the place within Text, in code points from 0, End exclusive
}

// RelatedPlace is a second place of a result.
type RelatedPlace struct {
	Place   Place
	Message string
}

// ResolvedFix is a fix whose edits are resolved to places.
type ResolvedFix struct {
	Title string
	Safe  bool
	Edits []ResolvedEdit
}

// ResolvedEdit is new text for a place.
type ResolvedEdit struct {
	Place Place
	Text  string
}
