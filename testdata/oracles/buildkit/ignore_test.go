package buildkit

import (
	"math/rand/v2"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/moby/patternmatcher"
	"github.com/moby/patternmatcher/ignorefile"

	"github.com/stridelint/stridelint/lint/parse/dockerignore"
)

// pieces is what ignore files are put together from. A ^ outside of sets, and a backslash before a letter, are left out: docker's
// regular expressions take them for theirs.
var pieces = []string{"a", "b", "ab", "é", ".", "..", "*", "**", "?", "/", "/", "/", "!", "\\*", "\\?", "[ab]", "[^a]", "[a-b]", "[", "]", "[]", " ", "#", "-", "***", "a**b", "**/", "/**", "$", "+", "("}

func random(r *rand.Rand, from []string, most int) string {
	var b strings.Builder
	for range 1 + r.IntN(most) {
		b.WriteString(from[r.IntN(len(from))])
	}
	return b.String()
}

// docker's own matcher is asked the same: which files it refuses, and which paths are ignored.
func TestIgnored(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	files, refused, ignored, sent := 0, 0, 0, 0
	for range 60_000 {
		var lines []string
		for range 1 + r.IntN(4) {
			lines = append(lines, random(r, pieces, 6))
		}
		text := strings.Join(lines, "\n")
		if strings.Contains(text, "[") && strings.ContainsAny(text, `*?.`) && insideSet(text) {
			continue // within a set, docker's regular expressions take these for what they are outside of it
		}
		files++
		theirs, err := ignorefile.ReadAll(strings.NewReader(text))
		var matcher *patternmatcher.PatternMatcher
		if err == nil {
			matcher, err = patternmatcher.New(theirs)
		}
		ours, ok := dockerignore.Parse(text)
		if ok && err != nil || !ok && err == nil && !slices.ContainsFunc(theirs, malformed) {
			t.Fatalf("%q: docker says %v, accepted here: %v", text, err, ok)
		}
		if !ok {
			refused++
			continue
		}
		for range 8 {
			name := strings.Trim(random(r, []string{"a", "b", "ab", "é", "x", "/", ".a", "*", "[", "^", "$"}, 7), "/")
			if name == "" || strings.Contains(name, "//") {
				continue
			}
			want, err := matcher.MatchesOrParentMatches(name)
			if err != nil {
				break // a pattern that docker only now finds to be malformed
			}
			if got := ours.Ignored(name); got != want {
				t.Fatalf("%q: docker ignores %q: %v, here: %v", text, name, want, got)
			}
			if want {
				ignored++
			} else {
				sent++
			}
		}
	}
	t.Logf("%d ignore files, %d of them refused; %d paths ignored, %d sent", files, refused, ignored, sent)
	if refused == 0 || ignored < 10_000 || sent < 10_000 {
		t.Error("that shows too little")
	}
}

// malformed tells whether a pattern has a fault. Docker sees some faults only once it has to match something.
func malformed(pattern string) bool {
	_, err := path.Match(strings.TrimPrefix(pattern, "!"), ".")
	return err != nil
}

// insideSet tells whether a wildcard or a dot stands between brackets.
func insideSet(text string) bool {
	for line := range strings.SplitSeq(text, "\n") {
		for {
			_, rest, found := strings.Cut(line, "[")
			if !found {
				break
			}
			inside, _, _ := strings.Cut(rest, "]")
			if strings.ContainsAny(inside, `*?.[\`) {
				return true
			}
			line = rest
		}
	}
	return false
}
