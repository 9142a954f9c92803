package run

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/knowledge"
)

// Texts is the value of a rule's setting: one text or a list of them.
type Texts []string

// UnmarshalJSON reads a text or a list of texts. A number is none: 1.10 would become 1.1.
func (t *Texts) UnmarshalJSON(data []byte) error {
	var one string
	if json.Unmarshal(data, &one) == nil {
		*t = Texts{one}
		return nil
	}
	var list []string
	if json.Unmarshal(data, &list) != nil {
		return errors.New("a rule's setting is a text or a list of texts; what looks like a number needs quotes")
	}
	*t = list
	return nil
}

// Settings is what the configuration tells rules, as a World has it. A name that no rule or none of its settings has is an error,
// and so is a text that the rule cannot use.
func (c Config) Settings(all []*lint.Rule) (map[string]map[string][]string, error) {
	settings := map[string]map[string][]string{}
	for _, name := range slices.Sorted(maps.Keys(c.Rules)) {
		rule, err := Find(all, name)
		if err != nil {
			return nil, c.fault("rules: %w", err)
		}
		for _, key := range slices.Sorted(maps.Keys(c.Rules[name])) {
			texts := c.Rules[name][key]
			if err := checkSetting(rule, key, texts); err != nil {
				return nil, c.fault("rules: %s: %w", name, err)
			}
			if len(texts) == 0 {
				continue
			}
			if settings[rule.ID] == nil {
				settings[rule.ID] = map[string][]string{}
			}
			settings[rule.ID][key] = append(settings[rule.ID][key], texts...)
		}
	}
	return settings, nil
}

// checkSetting tells what is wrong with one setting of a rule.
func checkSetting(r *lint.Rule, name string, texts []string) error {
	var names []string
	for _, s := range r.Settings {
		names = append(names, s.Name)
	}
	i := slices.Index(names, name)
	switch {
	case len(names) == 0:
		return errors.New("the rule has no settings")
	case i < 0:
		return fmt.Errorf("no setting is called %q%s", name, didYouMeanOneOf(name, names))
	}
	for _, text := range texts {
		if fault := r.Settings[i].FaultOf(text); fault != "" {
			return fmt.Errorf("%s: %q %s", name, text, fault)
		}
	}
	return nil
}

// Images is what is known of base images, with those of the configuration.
func (c Config) Images() (lint.ImageCatalogue, error) {
	var own []knowledge.OwnImage
	for _, pattern := range slices.Sorted(maps.Keys(c.BaseImages)) {
		said := c.BaseImages[pattern]
		image := knowledge.OwnImage{Pattern: pattern}
		if said.User != "" {
			image.User = lint.Know(lint.ParseUser(said.User))
		}
		if said.Shell != nil {
			image.Shell = lint.Know(*said.Shell)
		}
		if fault := image.Fault(); fault != "" {
			return nil, c.fault("base-images: %q %s", pattern, fault)
		}
		if image.BaseImage == (lint.BaseImage{}) {
			return nil, c.fault("base-images: %s: neither its user nor its shell is said", pattern)
		}
		own = append(own, image)
	}
	return knowledge.WithOwn(own), nil
}

// KubernetesMinor is the minor version of Kubernetes that the configuration names, as a World has it.
func (c Config) KubernetesMinor() (int, error) {
	minor, err := KubernetesMinor(c.KubernetesVersion)
	if err != nil {
		return 0, c.fault("kubernetes-version: %w", err)
	}
	return minor, nil
}

// fault is an error of the configuration file.
func (c Config) fault(format string, args ...any) error {
	return fmt.Errorf("configuration %s: %w", c.path, fmt.Errorf(format, args...))
}
