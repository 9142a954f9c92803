package run

import (
	"fmt"
	"slices"

	"github.com/stridelint/stridelint/lint"
)

// Selection says which rules run.
type Selection struct {
	Profile string   // "default", "strict", "pedantic" or "all"; empty is default
	Select  []string // IDs, earlier IDs or groups; if any, only these run, whatever their profile
	Ignore  []string // IDs, earlier IDs or groups that do not run
	// Settings is what the configuration tells rules, as a World has it: those of profile Configured run only if it tells them something.
	Settings map[string]map[string][]string
}

// Profiles is the names that a Selection's Profile can have.
var Profiles = []string{"default", "strict", "pedantic", "all"}

// From is the rules of all that are selected, in their order. A name that no rule or group has is an error.
func (s Selection) From(all []*lint.Rule) ([]*lint.Rule, error) {
	if s.Profile == "" {
		s.Profile = Profiles[0]
	}
	if !slices.Contains(Profiles, s.Profile) {
		return nil, fmt.Errorf("unknown profile %q: it is one of default, strict, pedantic, all", s.Profile)
	}
	for _, name := range slices.Concat(s.Select, s.Ignore) {
		if !slices.ContainsFunc(all, func(r *lint.Rule) bool { return named(r, name) }) {
			return nil, fmt.Errorf("no rule or group is called %q%s", name, didYouMean(name, all))
		}
	}
	var rules []*lint.Rule
	for _, r := range all {
		wanted := s.inProfile(r)
		if len(s.Select) > 0 {
			wanted = namedByAny(r, s.Select)
		}
		if !wanted || namedByAny(r, s.Ignore) {
			continue
		}
		switch {
		case r.Configured(s.Settings[r.ID]):
			rules = append(rules, r)
		case len(s.Select) > 0 && !slices.Contains(s.Select, r.Group):
			return nil, fmt.Errorf("%s runs only once it is configured: see \"stridelint explain %s\"", r.ID, r.ID)
		}
	}
	return rules, nil
}

// Findings is the profile whose findings are wanted: of rules that are asked for by name, all.
func (s Selection) Findings() lint.Profile {
	switch {
	case len(s.Select) > 0, s.Profile == "pedantic", s.Profile == "all":
		return lint.Pedantic
	case s.Profile == "strict":
		return lint.Strict
	}
	return lint.Default
}

func (s Selection) inProfile(r *lint.Rule) bool {
	s.Select = nil
	if r.Profile == lint.Configured {
		return s.Profile == "all" || len(s.Settings[r.ID]) > 0
	}
	return r.Profile <= s.Findings()
}

// Find is the rule of a name, which may be an earlier one; otherwise the error names the nearest.
func Find(all []*lint.Rule, name string) (*lint.Rule, error) {
	if r := byName(all, name); r != nil {
		return r, nil
	}
	return nil, fmt.Errorf("no rule is called %q%s", name, didYouMean(name, all))
}

func byName(all []*lint.Rule, name string) *lint.Rule {
	i := slices.IndexFunc(all, func(r *lint.Rule) bool { return r.ID == name || slices.Contains(r.Aliases, name) })
	if i < 0 {
		return nil
	}
	return all[i]
}

func named(r *lint.Rule, name string) bool {
	return r.ID == name || r.Group == name || slices.Contains(r.Aliases, name)
}

func namedByAny(r *lint.Rule, names []string) bool {
	return slices.ContainsFunc(names, func(name string) bool { return named(r, name) })
}

func didYouMean(name string, all []*lint.Rule) string {
	var names []string
	for _, r := range all {
		names = append(names, r.ID, r.Group)
	}
	return didYouMeanOneOf(name, names)
}

func didYouMeanOneOf(name string, names []string) string {
	if near := lint.Nearest(name, names); near != "" {
		return fmt.Sprintf("; did you mean %q?", near)
	}
	return ""
}
