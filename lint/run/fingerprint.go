package run

import (
	"crypto/sha256"
	"fmt"
	"slices"
	"strconv"
	"unicode/utf16"
	"unicode/utf8"

	"github.com/stridelint/stridelint/lint"
)

// identity is what of a finding stays when the lines around it move.
type identity struct{ rule, subject, key string }

// fingerprints names each finding of a file by what stays when lines move: rule, path, subject, key, and which of those
// equal in that it is. The findings are all of the file's, in their order: one that is then hidden still counts, or its
// neighbours would change their names with what is shown.
func fingerprints(path string, findings []*lint.Finding) []lint.Fingerprint {
	seen := make(map[identity]int, len(findings))
	names := make([]lint.Fingerprint, len(findings))
	path = strconv.Quote(path) // quoted, no part can pass for the end of another
	var text []byte
	for i, f := range findings {
		id := identity{f.Rule.ID, f.Subject, f.Key}
		seen[id]++
		text = append(strconv.AppendQuote(text[:0], id.rule), ' ')
		text = append(append(text, path...), ' ')
		text = append(strconv.AppendQuote(text, id.subject), ' ')
		text = append(strconv.AppendQuote(text, id.key), ' ')
		// 16 bytes of the sum are enough to tell findings apart.
		sum := sha256.Sum256(strconv.AppendInt(text, int64(seen[id]), 10))
		copy(names[i][:], sum[:])
	}
	return names
}

// hashLines sets the LineHash of a file's results, save for those on a line that holds a secret.
func hashLines(file *lint.File, hidden masks, results []lint.Result) {
	wanted := make(map[int]bool, len(results))
	for i := range results {
		line := int(results[i].Place.Start.Line)
		if _, asked := wanted[line]; !asked {
			span := file.LineSpan(file.LineOffset(line))
			wanted[line] = !hidden.touch(span.Start, span.End)
		}
	}
	hashes := lineHashes(file.Text, hidden, wanted)
	for i := range results {
		results[i].LineHash = hashes[int(results[i].Place.Start.Line)]
	}
}

// touch tells whether a part of a secret stands in a stretch of the file.
func (m masks) touch(from, to int) bool {
	first, _ := slices.BinarySearchFunc(m, from, func(s lint.Span, at int) int {
		if s.End <= at {
			return -1
		}
		return 1
	})
	return first < len(m) && m[first].Start < to
}

// What the hash of a line is made of. GitHub's uploader computes it for results that have none and compares it for those
// that have one, so it is computed in the same way:
// https://github.com/github/codeql-action/blob/main/src/fingerprints.ts
const (
	hashBlock = 100    // how many UTF-16 units of the text, from the start of the line, are hashed
	hashBase  = 37     // the hash is the block as the digits of a number of this base, modulo 2⁶⁴
	endOfText = 0xFFFF // stands behind the last unit, and zeros behind it
)

// lineHashes is the primaryLocationLineHash of wanted lines by their number, from one pass over the text: a hash of what
// stands from the start of the line on, blanks aside and every line break as LF, and which of the lines with that hash it
// is. The block can reach into later lines; if it reaches into a secret, the line has no hash. Nor has a text that
// is not UTF-8, which decoders read in different ways.
func lineHashes(text []byte, hidden masks, wanted map[int]bool) map[int]string {
	if !utf8.Valid(text) {
		return nil
	}
	h := lineHasher{hidden: hidden, wanted: wanted, seen: map[uint64]int{}, hashes: map[int]string{}, base: 1}
	for range hashBlock {
		h.base *= hashBase
	}
	newLine, previous := true, rune(0)
	for at, r := range string(text) {
		blank := r == ' ' || r == '\t' || r == '\n' && previous == '\r'
		previous = r
		if blank {
			continue
		}
		if newLine {
			h.begin(at)
		}
		if r == '\r' {
			r = '\n'
		}
		newLine = r == '\n'
		behind := at + utf8.RuneLen(r)
		if high, low := utf16.EncodeRune(r); high != utf8.RuneError {
			h.add(uint16(high), behind)
			h.add(uint16(low), behind)
		} else {
			h.add(uint16(r), behind)
		}
	}
	if newLine {
		h.begin(len(text))
	}
	h.add(endOfText, len(text))
	for len(h.open) > 0 {
		h.add(0, len(text))
	}
	return h.hashes
}

// lineHasher rolls a hash over the units of a text.
type lineHasher struct {
	hidden masks
	wanted map[int]bool

	block [hashBlock]uint16 // the last units, as a ring
	hash  uint64            // of the block
	base  uint64            // hashBase to the power of hashBlock: what the unit that leaves the block counts for
	units int
	lines int
	open  []openLine // lines whose block is not complete, the first one first

	seen   map[uint64]int
	hashes map[int]string
}

// openLine is a line by its number, its first unit and the place of that in the text.
type openLine struct{ number, unit, at int }

// begin says that the next unit, which stands at an offset, is the first one of a line.
func (h *lineHasher) begin(at int) {
	h.lines++
	h.open = append(h.open, openLine{h.lines, h.units, at})
}

// add takes a unit that ends at an offset.
func (h *lineHasher) add(unit uint16, behind int) {
	oldest := &h.block[h.units%hashBlock]
	h.hash = h.hash*hashBase + uint64(unit) - h.base*uint64(*oldest)
	*oldest = unit
	h.units++
	if len(h.open) == 0 || h.units-h.open[0].unit < hashBlock {
		return
	}
	line := h.open[0]
	h.open = h.open[1:]
	h.seen[h.hash]++
	if h.wanted[line.number] && !h.hidden.touch(line.at, behind) {
		h.hashes[line.number] = fmt.Sprintf("%x:%d", h.hash, h.seen[h.hash])
	}
}
