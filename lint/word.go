package lint

import "strings"

// Word is one word with its place.
type Word struct {
	Text  string // without quotes, with known variables expanded
	State State  // Unknown where a part of it is not known; Text then holds what the file has
	Span  Span
	// Many tells that it can become any number of words, or none: it is nothing but an expansion that is not known and not quoted.
	Many bool
	// Origin is where Text is written if the word is nothing but a variable that holds it; else it is zero.
	Origin Span
}

// Where is the place where the word's Text is written and, if that is elsewhere, the word that brings it.
func (w Word) Where() (Span, []Span) {
	if w.Origin.IsZero() {
		return w.Span, nil
	}
	return w.Origin, []Span{w.Span}
}

// Part is the place of Text[from:to]. Where an expansion or an unusual escape keeps it from being told, it is the whole word, and false.
func (w Word) Part(from, to int) (Span, bool) {
	whole, _ := w.Where()
	raw := whole.Text()
	start, end, ok := align(raw, w.Text, from, to)
	if !ok {
		// Quotes that are escaped themselves: only what comes before the part has to be told apart.
		i := strings.Index(raw, w.Text[:to])
		if i < 0 || strings.Trim(raw[:i], "\\\"'") != "" {
			return whole, false
		}
		start, end = i+from, i+to
	}
	return Span{whole.File, whole.Start + start, whole.Start + end}, true
}

// align finds text[from:to] in raw, the shell's writing of text.
func align(raw, text string, from, to int) (start, end int, ok bool) {
	if raw == text {
		return from, to, true
	}
	var quote byte
	var begin, char, next int // where the writing of a byte begins, where it stands, and what follows it
	for i := range len(text) {
		begin, char, quote = seekByte(raw, next, quote)
		if char >= len(raw) || raw[char] != text[i] {
			return 0, 0, false
		}
		next = char + 1
		if i == from {
			start = begin
		}
		if i == to-1 {
			end = next
		}
	}
	if from == len(text) {
		start = next
	}
	if from == to {
		end = start
	}
	begin, _, quote = seekByte(raw, next, quote)
	return start, end, begin == len(raw) && quote == 0
}

// seekByte finds the next byte that counts from i on: quotes and line continuations are passed over, an escaped byte begins at its backslash.
func seekByte(raw string, i int, quote byte) (begin, char int, inside byte) {
	for i < len(raw) {
		switch c := raw[i]; {
		case c == quote:
			quote = 0
		case quote == 0 && (c == '\'' || c == '"'):
			quote = c
		case c != '\\' || quote == '\'' || i+1 == len(raw):
			return i, i, quote
		case raw[i+1] == '\n':
			i++
		case strings.HasPrefix(raw[i+1:], "\r\n"):
			i += 2
		case quote == 0 || strings.IndexByte("$`\"\\", raw[i+1]) >= 0:
			return i, i + 1, quote
		default:
			return i, i, quote
		}
		i++
	}
	return i, i, quote
}
