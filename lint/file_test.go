package lint

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestPosition(t *testing.T) {
	file := NewFile("f", []byte("\ufeffäb\r\n\tc\n\nlast"))
	for _, c := range []struct {
		at           string // the text that starts at the offset
		line, column int32
	}{
		{"äb", 1, 1}, {"b\r", 1, 2}, {"\tc", 2, 1}, {"c\n", 2, 2}, {"\nlast", 3, 1}, {"last", 4, 1}, {"t", 4, 4},
	} {
		offset := strings.Index(string(file.Text), c.at)
		want := Position{Offset: int32(offset), Line: c.line, Column: c.column}
		if got := file.Position(offset); got != want {
			t.Errorf("%q: %+v, want %+v", c.at, got, want)
		}
	}
	if got := file.Position(len(file.Text)); got.Line != 4 || got.Column != 5 {
		t.Errorf("end: %+v", got)
	}
	if got := file.Position(1000); got != file.Position(len(file.Text)) {
		t.Errorf("behind the end: %+v", got)
	}
}

// Columns of very long lines are counted over marks, which must not change what they are.
func TestPositionOnLongLine(t *testing.T) {
	text := "x\n" + strings.Repeat("aä€😀", 3000) + "\ny"
	file := NewFile("f", []byte(text))
	start := strings.Index(text, "\n") + 1
	for offset := start; offset < len(text)-2; offset += 997 {
		for !utf8.RuneStart(text[offset]) {
			offset++
		}
		if got, want := file.Position(offset).Column, int32(utf8.RuneCountInString(text[start:offset])+1); got != want {
			t.Errorf("offset %d: column %d, want %d", offset, got, want)
		}
	}
}

func TestLineSpan(t *testing.T) {
	file := NewFile("f", []byte("\ufeffone\r\ntwo\n\nfour"))
	for offset, want := range map[int]string{0: "one", 4: "one", 7: "one", 9: "two", 11: "two", 12: "", 13: "four", 17: "four"} {
		if got := file.LineSpan(offset).Text(); got != want {
			t.Errorf("offset %d: %q, want %q", offset, got, want)
		}
	}
}
