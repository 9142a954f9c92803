package knowledge

import (
	"slices"
	"testing"
)

func TestConfigurationLines(t *testing.T) {
	tests := []struct {
		program, text string
		want          []string
	}{
		{"echo", `A=1\nB = "2"; C=3`, []string{"a=1", `b = "2"`, " c=3"}},
		{"sed", "s/a/b/", []string{"b"}},
		{"sed", `s|a\|b|c\|d|gI;s,e,f,`, []string{`c\|d`, "f"}},
		{"sed", "/a=0/d", nil},
		{"sed", "1,$!{/^#/ d; y/ab/cd/ }", []string{"cd"}},
		{"sed", "$a\\\n  b=0", nil}, // the text stands in the next line, which is not read
		{"sed", "/x/i b=0\ns/a/b/p", []string{"b=0", "b"}},
		{"sed", `5a\ c=1`, []string{"c=1"}},
		{"sed", "w file", nil},
		{"sed", "s", nil},
		{"sed", "s/a", nil},
		{"sed", "/", nil},
	}
	for _, test := range tests {
		if got := configurationLines(test.program, test.text); !slices.Equal(got, test.want) {
			t.Errorf("%s %q: %q, want %q", test.program, test.text, got, test.want)
		}
	}
}
