package lint

import "slices"

// Rule is one thing that stridelint finds, with everything that people and machines are told about it.
type Rule struct {
	ID      string // the one name, in output, ignores, config, folder and page: "privileged-container"
	Group   string // the folder below rules/ it stands in: "container"
	Summary string // what is wrong, one sentence
	Hint    string // what to do, one line

	Severity  Severity
	Profile   Profile
	Precision Precision
	Stricter  map[Kind]Profile // in these kinds of file its findings belong to a stricter profile
	Kinds     []Kind           // where it holds; left out, all kinds that its Check's views come from
	STRIDE    []Category       // the first is the main one
	Refs      []Ref
	Since     string    // the release that brought it: "0.1"
	Over      []string  // IDs of rules that keep quiet where this one speaks of the same text
	Aliases   []string  // earlier names
	Doc       string    // doc.md
	Settings  []Setting // what the configuration can tell it

	Check Check
}

// PodSecurity is the level of Kubernetes' Pod Security Standards that a finding of the rule breaks, by its references.
func (r *Rule) PodSecurity() PodSecurity {
	for _, ref := range r.Refs {
		switch ref {
		case "PSS baseline":
			return Baseline
		case "PSS restricted":
			return Restricted
		}
	}
	return Unregulated
}

// AppliesTo is the kinds of file that the rule judges; none means that it judges every file.
func (r *Rule) AppliesTo() []Kind {
	kinds := r.stated()
	if slices.Contains(kinds, Script) && !slices.Contains(kinds, CI) {
		kinds = append(slices.Clip(kinds), CI)
	}
	return kinds
}

// stated is the kinds that the rule names or, if it names none, those that its views come from.
func (r *Rule) stated() []Kind {
	if len(r.Kinds) > 0 {
		return r.Kinds
	}
	return r.Check.kinds
}

// ProfileIn is the profile that the rule's findings in a kind of file belong to.
func (r *Rule) ProfileIn(k Kind) Profile { return max(r.Profile, r.Stricter[k]) }

// Applies tells whether the rule judges files of a kind. One that judges docker commands judges them in CI files too.
func (r *Rule) Applies(k Kind) bool {
	kinds := r.stated()
	return len(kinds) == 0 || slices.Contains(kinds, k) || k == CI && slices.Contains(kinds, Script)
}

// Kind is a kind of file, by what it says rather than by its syntax.
type Kind string

const (
	Dockerfile Kind = "dockerfile"
	Compose    Kind = "compose"
	Kubernetes Kind = "k8s"
	Script     Kind = "command" // docker commands in shell scripts, Makefiles, systemd units, devcontainer.json
	CI         Kind = "ci"      // docker commands and containers in workflows, composite actions, GitLab pipelines
)

// Kinds is every kind, in the order in which people are told of them.
var Kinds = []Kind{Dockerfile, Compose, Kubernetes, Script, CI}

// Noun is the kind as a word in a sentence about one file.
func (k Kind) Noun() string {
	switch k {
	case Dockerfile:
		return "Dockerfile"
	case Compose:
		return "compose file"
	case Kubernetes:
		return "Kubernetes manifest"
	case Script:
		return "command file"
	case CI:
		return "CI file"
	}
	return string(k)
}

// Severity is how bad it is, from Info up.
type Severity uint8

const (
	Info Severity = iota
	Low
	Medium
	High
	Critical
)

// Severities is every severity, the worst first.
var Severities = []Severity{Critical, High, Medium, Low, Info}

// String is the severity in one lower-case word.
func (s Severity) String() string { return [...]string{"info", "low", "medium", "high", "critical"}[s] }

// Profile is a set of rules by how contested they are; each includes the ones before it.
type Profile uint8

const (
	Default    Profile = iota // true and worth a person's time everywhere
	Strict                    // hardening that is absent, reliability
	Pedantic                  // contested hygiene and style
	Configured                // runs only once it is configured
)

// String is the profile in one lower-case word.
func (p Profile) String() string {
	return [...]string{"default", "strict", "pedantic", "configured"}[p]
}

// Precision is how often a rule is right, as SARIF has it.
type Precision uint8

const (
	VeryHighPrecision Precision = iota // the text alone decides
	HighPrecision                      // rarely wrong
	MediumPrecision                    // a heuristic that can be wrong
	LowPrecision                       // a hint to look
)

// String is the precision in SARIF's spelling.
func (p Precision) String() string { return [...]string{"very-high", "high", "medium", "low"}[p] }

// Category is a STRIDE category.
type Category byte

const (
	Spoofing              Category = 'S'
	Tampering             Category = 'T'
	Repudiation           Category = 'R'
	InformationDisclosure Category = 'I'
	DenialOfService       Category = 'D'
	ElevationOfPrivilege  Category = 'E'
)

// String is the category's name.
func (c Category) String() string {
	switch c {
	case Spoofing:
		return "Spoofing"
	case Tampering:
		return "Tampering"
	case Repudiation:
		return "Repudiation"
	case InformationDisclosure:
		return "Information Disclosure"
	case DenialOfService:
		return "Denial of Service"
	case ElevationOfPrivilege:
		return "Elevation of Privilege"
	}
	return string(rune(c))
}

// Ref is where a published catalogue speaks of the same thing: "CWE-250", "CIS Docker 1.6.0 5.5", "PSS baseline". A benchmark's version is part of it.
type Ref string
