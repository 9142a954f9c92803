package run

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/stridelint/stridelint/lint"
)

func TestFingerprints(t *testing.T) {
	one, two := &lint.Rule{ID: "one"}, &lint.Rule{ID: "two"}
	finding := func(rule *lint.Rule, subject, key string) *lint.Finding {
		return &lint.Finding{Rule: rule, Subject: subject, Key: key}
	}
	findings := []*lint.Finding{
		finding(one, "service db", "k"), finding(one, "service db", "k"), // told apart by their number alone
		finding(two, "service db", "k"), finding(one, "service web", "k"), finding(one, "service db", ""),
		finding(one, "", "service db"), finding(one, `service db" "k`, ""), finding(one, "service", "db k"),
	}
	names := fingerprints("a.yaml", findings)
	for i, name := range names {
		if name.IsZero() {
			t.Errorf("finding %d has no name", i)
		}
		if slices.Contains(names[:i], name) {
			t.Errorf("finding %d has the name of another", i)
		}
	}
	if got := fingerprints("b.yaml", findings[:1])[0]; got == names[0] {
		t.Error("the path does not count")
	}

	// What stands elsewhere, in other words or at another severity, and what stands beside it, does not count.
	moved := []*lint.Finding{
		finding(two, "service web", ""),
		{Rule: one, Subject: "service db", Key: "k", Severity: lint.High, Message: "other", Span: lint.Span{Start: 70, End: 90}},
		finding(two, "service db", "k"),
		finding(one, "service db", "k"),
	}
	want := []lint.Fingerprint{names[0], names[2], names[1]}
	if diff := cmp.Diff(want, fingerprints("a.yaml", moved)[1:]); diff != "" {
		t.Errorf("names after a move (-want +got):\n%s", diff)
	}
}

// all wants every line.
func all(text string) map[int]bool {
	wanted := map[int]bool{}
	for line := range len(text) + 2 {
		wanted[line] = true
	}
	return wanted
}

// The hashes are those that GitHub's uploader computes for the same texts.
func TestLineHashes(t *testing.T) {
	unended := []string{
		"8b7cf3e952e7aeb2:1", "b1ae1287ec4718d9:1", "bff680108adb0fcc:1", "c6805c5e1288b612:1", "b86d3392aea1be30:1", "e6ceba753e1a442:1",
	}
	ended := []string{
		"e9496ae3ebfced30:1", "fb7c023a8b9ccb3f:1", "ce8ba1a563dcdaca:1", "e20e36e16fcb0cc8:1", "b3edc88f2938467e:1", "c8e28b0b4002a3a0:1",
		"c129715d7a2bc9a3:1",
	}
	for _, c := range []struct {
		name, text string
		want       []string
	}{
		{"nothing", "", []string{"c129715d7a2bc9a3:1"}},
		{"blanks", " a\nb\n  \t\tc\n d", []string{"271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"}},
		{"LF, last line open", " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End", unended},
		{"LF", " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n", ended},
		{"CR", " hello; \t\rworld!!!\r\r\r  \t\tGreetings\r End\r", ended},
		{"CR LF", " hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n", ended},
		{"all of them", " hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n", ended},
		{"the same line again", strings.Repeat("Lorem ipsum dolor sit amet.\n", 10), []string{
			"a7f2ff13bc495cf2:1", "a7f2ff13bc495cf2:2", "a7f2ff13bc495cf2:3", "a7f2ff13bc495cf2:4", "a7f2ff13bc495cf2:5",
			"a7f2ff13bc495cf2:6", "a7f2ff1481e87703:1", "a9cf91f7bbf1862b:1", "55ec222b86bcae53:1", "cc97dc7b1d7d8f7b:1",
			"c129715d7a2bc9a3:1",
		}},
		{
			"byte-order mark, surrogates, a blank between CR and LF, long lines",
			"\uFEFFFROM a\nüñ 𝒳😀\r \nx\n" + strings.Repeat("y", 99) + "\n" + strings.Repeat("z", 250) + "\n",
			[]string{
				"3cf0374782727355:1", "9bace68ded444996:1", "dab62b6849d60365:1", "a434200caccdeba8:1", "cadd4b5b9d92c4ad:1",
				"430534b53b700418:1", "c129715d7a2bc9a3:1",
			},
		},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := lineHashes([]byte(c.text), nil, all(c.text))
			var inOrder []string
			for _, line := range slices.Sorted(maps.Keys(got)) {
				inOrder = append(inOrder, got[line])
			}
			if diff := cmp.Diff(c.want, inOrder); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
	if got := lineHashes([]byte("FROM a\xff\n"), nil, all("....")); len(got) != 0 {
		t.Errorf("a text that is not UTF-8 has hashes: %v", got)
	}
}

// A hash must not be made of a secret, on its own line or further on in the block.
func TestHashLines(t *testing.T) {
	var text strings.Builder
	for i := range 60 {
		switch i + 1 {
		case 30:
			text.WriteString("PASSWORD: hunter2\n")
		case 50:
			text.WriteString(strings.Repeat("x", 150) + " TOKEN: hunter3\n")
		default:
			fmt.Fprintf(&text, "line: number %02d\n", i+1)
		}
	}
	file := lint.NewFile("a.yaml", []byte(text.String()))
	var hidden masks
	for _, secret := range []string{"hunter2", "hunter3"} {
		at := strings.Index(text.String(), secret)
		hidden = append(hidden, lint.Span{File: file, Start: at, End: at + len(secret)})
	}
	var results []lint.Result
	for line := range 60 {
		results = append(results, lint.Result{Place: lint.Place{Path: "a.yaml", Start: lint.Position{Line: int32(line + 1)}}})
	}
	hashLines(file, hidden, results)

	unmasked := lineHashes(file.Text, nil, all(text.String()))
	var without []int
	for i, r := range results {
		switch r.LineHash {
		case "":
			without = append(without, i+1)
		case unmasked[i+1]:
		default:
			t.Errorf("line %d has the hash %s, want %s", i+1, r.LineHash, unmasked[i+1])
		}
	}
	// A line before is 14 units without its blanks; six and a half of them and "PASSWORD:" fill a block.
	if want := []int{24, 25, 26, 27, 28, 29, 30, 50}; !slices.Equal(without, want) {
		t.Errorf("lines %v have no hash, want %v", without, want)
	}
}

func BenchmarkLineHashes(b *testing.B) {
	text := []byte(strings.Repeat("      - name: value # of a line as they are\n", 25_000))
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		lineHashes(text, nil, map[int]bool{7: true})
	}
}
