package rules

import "testing"

func TestFateIn(t *testing.T) {
	const list = "# name and release and reason\nold-rule   0.3  new-rule says it\n\nolder 0.2 never true\n"
	for name, want := range map[string]string{
		"old-rule": "old-rule is no more since 0.3: new-rule says it",
		"older":    "older is no more since 0.2: never true",
		"old":      "", "#": "", "": "", "new-rule": "",
	} {
		if got := fateIn(list, name); got != want {
			t.Errorf("%q: %q, want %q", name, got, want)
		}
	}
}
