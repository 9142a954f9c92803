package lint

import "testing"

func TestApply(t *testing.T) {
	f := NewFile("f", []byte("one two three"))
	edit := func(start, end int, text string) Edit { return Edit{Span{f, start, end}, text} }
	tests := []struct {
		name  string
		edits []Edit
		want  string // empty: refused
	}{
		{"none", nil, "one two three"},
		{"any order", []Edit{edit(8, 13, "drei"), edit(0, 3, "eins")}, "eins two drei"},
		{"deletion", []Edit{edit(3, 7, "")}, "one three"},
		{"insertion beside a deletion", []Edit{edit(4, 8, ""), edit(4, 4, "zwei ")}, "one zwei three"},
		{"touching", []Edit{edit(0, 3, "1"), edit(3, 4, "-")}, "1-two three"},
		{"the same twice", []Edit{edit(4, 7, "2"), edit(4, 7, "2")}, "one 2 three"},
		{"overlap", []Edit{edit(0, 5, ""), edit(4, 7, "")}, ""},
		{"inside", []Edit{edit(0, 13, ""), edit(4, 7, "")}, ""},
		{"two insertions at one place", []Edit{edit(4, 4, "a "), edit(4, 4, "b ")}, ""},
		{"outside", []Edit{edit(8, 14, "")}, ""},
		{"backwards", []Edit{edit(8, 7, "")}, ""},
		{"two files", []Edit{edit(0, 3, "1"), {Span{NewFile("g", nil), 4, 7}, "2"}}, ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := Apply(f.Text, test.edits)
			if (err != nil) != (test.want == "") || string(got) != test.want {
				t.Errorf("got %q, %v; want %q", got, err, test.want)
			}
			if string(f.Text) != "one two three" {
				t.Errorf("the text was changed to %q", f.Text)
			}
		})
	}
}
