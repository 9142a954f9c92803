package kubernetes

import (
	"math"
	"strconv"
	"strings"

	"github.com/stridelint/stridelint/lint"
	"github.com/stridelint/stridelint/lint/parse/yamltree"
)

// text reads a string. What is no string is invalid, as it is to the API; its text is kept for names.
func text(n *lint.Node) (string, lint.State) {
	if n.Kind != lint.Scalar {
		return "", otherwise(n)
	}
	if _, ok := yamltree.String(n); !ok || isTemplated(n.Value) {
		return n.Value, otherwise(n)
	}
	return n.Value, lint.Set
}

func boolean(n *lint.Node) (bool, lint.State) {
	if v, ok := yamltree.Bool(n); ok {
		return v, lint.Set
	}
	return false, otherwise(n)
}

// id reads a user or group ID, as decimal digits. A float without a fraction is the same number once YAML became JSON.
func id(n *lint.Node) (string, lint.State) {
	switch v := yamltree.Value(n).(type) {
	case int64:
		if v >= 0 {
			return strconv.FormatInt(v, 10), lint.Set
		}
	case float64:
		if v >= 0 && v <= math.MaxInt32 && v == math.Trunc(v) {
			return strconv.FormatInt(int64(v), 10), lint.Set
		}
	}
	return "", otherwise(n)
}

// portNumber reads a port; 0 is none.
func portNumber(n *lint.Node) (lint.PortRange, lint.State) {
	number, ok := yamltree.Int(n)
	switch {
	case !ok || number < 0 || number > math.MaxUint16:
		return lint.PortRange{}, otherwise(n)
	case number == 0:
		return lint.PortRange{}, lint.Unset
	}
	return lint.PortRange{First: uint16(number), Last: uint16(number)}, lint.Set
}

// isPublished reads whether a port of the host is taken.
func isPublished(n *lint.Node) (bool, lint.State) {
	_, state := portNumber(n)
	if state == lint.Unset {
		return false, lint.Set
	}
	return state == lint.Set, state
}

// quantity reads an amount, which may be a number, as it is written.
func quantity(n *lint.Node) (string, lint.State) {
	s, state := text(n)
	if state == lint.Invalid {
		switch yamltree.Value(n).(type) {
		case int64, uint64, float64:
			return n.Value, lint.Set
		}
	}
	return s, state
}

// image reads the name of an image. What cannot be one is a placeholder that something else replaces.
func image(n *lint.Node) (lint.Image, lint.State) {
	name, state := text(n)
	if state != lint.Set {
		return lint.Image{}, state
	}
	if name == "" {
		return lint.Image{}, lint.Unset
	}
	parsed := lint.ParseImage(name)
	if !parsed.Valid() {
		return lint.Image{}, lint.Unknown
	}
	return parsed, lint.Set
}

// otherwise is the state of a value that is not of the type it should have: unknown where a template or a substitution
// will put another there, else invalid.
func otherwise(n *lint.Node) lint.State {
	switch n.Kind {
	case lint.Scalar:
		if isTemplated(n.Value) || strings.HasPrefix(n.Value, "$") || strings.HasPrefix(n.Value, "<") {
			return lint.Unknown
		}
	case lint.Mapping:
		// An action without quotes is a flow mapping to YAML.
		if n.Style == lint.Flow && strings.HasPrefix(n.Span.Text(), "{{") {
			return lint.Unknown
		}
	case lint.Alias:
		return lint.Unknown
	}
	return lint.Invalid
}

// isTemplated tells whether text holds an action of a template, a variable of envsubst or one of the pod's own environment.
func isTemplated(s string) bool {
	return strings.Contains(s, "{{") || strings.Contains(s, "${") || strings.Contains(s, "$(") || strings.Contains(s, "<%") || strings.Contains(s, "{%")
}
