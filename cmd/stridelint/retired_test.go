package main

import (
	"slices"
	"strings"
	"testing"

	"github.com/stridelint/stridelint/lint/run"
)

func TestWithoutRetired(t *testing.T) {
	fate := func(name string) string {
		if name == "old" {
			return "old is no more since 0.3: never true"
		}
		return ""
	}
	o := options{ignore: []string{"old", "latest-tag"}, choose: []string{"old"}}
	config := run.Config{Ignore: []string{"old"}, Rules: map[string]map[string]run.Texts{"old": nil, "new": nil}}
	var stderr strings.Builder
	withoutRetired(&stderr, &o, &config, fate)
	if want := "stridelint: old is no more since 0.3: never true\n"; stderr.String() != want {
		t.Errorf("it says %q, want %q once", stderr.String(), want)
	}
	if !slices.Equal(o.ignore, []string{"latest-tag"}) || len(config.Ignore) != 0 || len(config.Rules) != 1 {
		t.Errorf("left are %v, %v, %v", o.ignore, config.Ignore, config.Rules)
	}
	if err := askedForRetired(run.Selection{Select: o.choose}, fate); err == nil || err.Error() != "old is no more since 0.3: never true" {
		t.Errorf("who asks for it is told %v", err)
	}
	if err := askedForRetired(run.Selection{Select: []string{"new"}}, fate); err != nil {
		t.Error(err)
	}
}
