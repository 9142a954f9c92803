package lint_test

import (
	"testing"

	"github.com/stridelint/stridelint/lint"
)

// What is missing proves nothing in a part: of a file, or of a pod.
func TestMissing(t *testing.T) {
	for name, test := range map[string]struct {
		unit *lint.Unit
		want int
	}{
		"a whole":        {&lint.Unit{}, 1},
		"a part":         {&lint.Unit{Part: true}, 0},
		"a part of pods": {&lint.Unit{Pods: []*lint.Pod{{Part: true}}}, 0},
	} {
		if test.unit.Pods == nil {
			test.unit.Pods = []*lint.Pod{{}}
		}
		pod := test.unit.Pods[0]
		pod.Containers = []*lint.Container{{Pod: pod}}
		for view, check := range map[string]lint.Check{
			"pod":       lint.Pods(func(p *lint.Pass, pod *lint.Pod) { p.Missing(pod.HostPID, "missing") }),
			"container": lint.Containers(func(p *lint.Pass, c *lint.Container) { p.Missing(c.Privileged, "missing") }),
		} {
			rules := []*lint.Rule{{Check: check}}
			if got := len(lint.Judge(test.unit, rules, lint.World{})); got != test.want {
				t.Errorf("%s: %d findings of a %s, want %d", name, got, view, test.want)
			}
		}
	}
}
