package dockerfile

import (
	"fmt"
	"runtime"
	"strings"
	"testing"
)

var raceDetector bool // is on, and takes memory of its own

// Whatever the text, reading it comes to an end, and what it takes does not grow faster than the text.
func TestBounds(t *testing.T) {
	if raceDetector {
		t.Skip("the race detector is on")
	}
	repeat := strings.Repeat
	numbered := func(n int, line func(i int) string) string {
		var b strings.Builder
		for i := range n {
			b.WriteString(line(i))
		}
		return b.String()
	}
	for name, text := range map[string]string{
		"one line":             "FROM " + repeat("a", 10<<20),
		"one line of words":    "FROM a\nEXPOSE " + repeat("1 ", 5<<20),
		"many continued lines": "FROM a\nRUN " + repeat("a \\\n", 2<<20),
		"empty continuations":  "FROM a\nRUN a" + repeat("\\\n", 5<<20),
		"blank lines":          repeat("\n", 10<<20),
		"comments":             repeat("#a\n", 3<<20),
		"stages":               repeat("FROM a\n", 1<<20),
		"words":                "FROM a\n" + repeat("EXPOSE "+repeat("1 ", 1000)+"\n", 5000),
		"unknown instructions": repeat("aaaaaaaaaaaa\n", 800_000),
		"chained stages": numbered(5000, func(i int) string {
			return fmt.Sprintf("FROM s%d AS s%d\nENV V%d=${V%d:-x} W=$V0\n", i, i+1, i, i-1)
		}),
		"unknown parents": numbered(20_000, func(i int) string {
			return fmt.Sprintf("FROM s-$TARGETARCH-x AS s%d\n", i)
		}),
		"doubling":           "FROM a\nENV A=aaaaaaaaaa\n" + repeat("ENV A=$A$A\n", 10_000),
		"replacements":       "FROM a\nENV A=" + repeat("a", 4000) + "\n" + repeat("ENV B=${A//?/$A}\n", 10_000),
		"nested replacement": "FROM a\nENV A=" + repeat("a", 4000) + "\n" + repeat("ENV B=${A//?/${A//?/${A//?/$A}}}\n", 10_000),
		"patterns":           "FROM a\nENV A=" + repeat("a", 4000) + "\n" + repeat("ENV B=${A%%"+repeat("*a", 120)+"b}\n", 10_000),
		"nested defaults":    "FROM a\nENV A=" + repeat("${A:-", 500_000),
		"nested in a word":   "FROM a\n" + repeat("ENV A="+repeat("${A:-", 700)+"\n", 3000),
		"nested here":        "FROM a\nRUN <<" + repeat("${A:-", 500_000),
		"quotes":             "FROM a\n" + repeat("ENV A=\""+repeat("\\\"", 30_000)+"\"\n", 160),
		"unclosed heredocs":  "FROM a\n" + numbered(20_000, func(i int) string { return fmt.Sprintf("RUN <<E%d\n", i) }) + repeat("x\n", 2<<20),
		"many heredocs":      "FROM a\nRUN" + repeat(" <<E", 20_000) + "\n" + repeat("E\n", 20_000),
		"onbuild":            "FROM a\n" + repeat("ONBUILD ", 1<<20) + "RUN a",
		"json":               "FROM a\nCMD [" + repeat("\"a\",", 200_000) + "\"a\"]",
		"nested json":        "FROM a\nCMD " + repeat("[", 1_000_000),
		"flags":              "FROM a\nCOPY " + repeat("--chown=a ", 100_000) + "a b",
		"binary":             repeat("\x00\x01\xff\n", 2<<20),
		"assignments":        "FROM a\nENV " + numbered(100_000, func(i int) string { return fmt.Sprintf("A%d=1 ", i) }),
		"carriage returns":   "FROM a\nRUN a" + repeat("\r", 10<<20),
	} {
		t.Run(name, func(t *testing.T) {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			u := parse(text)
			runtime.ReadMemStats(&after)
			allocated := (after.TotalAlloc - before.TotalAlloc) >> 20
			t.Logf("%d MiB: %d MiB, %d stages, %d problems", len(text)>>20, allocated, len(u.Stages), len(u.Problems))
			if allocated > 300 {
				t.Errorf("%d bytes took %d MiB", len(text), allocated)
			}
			if len(u.Problems) > maxProblems {
				t.Errorf("%d problems", len(u.Problems))
			}
		})
	}
}
