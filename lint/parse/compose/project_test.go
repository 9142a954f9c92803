package compose_test

import (
	"slices"
	"testing"
)

// TestProject holds that a compose file is told of as it is written, and which of its services are meant to run together.
func TestProject(t *testing.T) {
	project := read(t, "compose.yaml", `
name: shop
services:
  web: {image: web}
  small: {image: db, profiles: [small]}
  large: {image: db, profiles: [large, $MORE]}
  both: {image: db, profiles: [large, small]}
  based: {extends: {file: other.yaml, service: base}}
`).Project
	if name := project.Root.Get("name"); name.Node.Value != "shop" {
		t.Errorf("the project is called %q", name.Node.Value)
	}
	earlier := map[string][]string{
		"service web": nil, "service small": {"service web"}, "service large": {"service web"},
		"service both":  {"service web", "service small", "service large"},
		"service based": {"service web"}, // the profiles of what it extends are not known
	}
	if len(project.Services) != len(earlier) {
		t.Fatalf("%d services", len(project.Services))
	}
	for _, s := range project.Services {
		var got []string
		for _, other := range s.Earlier() {
			got = append(got, other.String())
		}
		if !slices.Equal(got, earlier[s.String()]) {
			t.Errorf("before %s run %q, not %q", s, got, earlier[s.String()])
		}
		if s.Container == nil || s.Container.Head != s.Head() {
			t.Errorf("%s does not know its container, or that not its place", s)
		}
	}
}
