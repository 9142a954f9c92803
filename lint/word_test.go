package lint

import "testing"

func TestWordPart(t *testing.T) {
	tests := []struct {
		name, raw, text, part string
		want                  string // the part as it is written; empty if it cannot be told
	}{
		{"plain", `--pid=host`, "--pid=host", "host", "host"},
		{"all", `"a b"`, "a b", "a b", "a b"},
		{"double quotes", `-v"/a b:/c"`, "-v/a b:/c", "/a b", "/a b"},
		{"single quotes", `'/a:/b'`, "/a:/b", "/b", "/b"},
		{"quotes within a word", `/a" b"'c':/d`, "/a bc:/d", "/a bc", `/a" b"'c`},
		{"quotes of the other kind", `"it's":x`, "it's:x", "x", "x"},
		{"escape", `/a\ b:/c`, "/a b:/c", " b", `\ b`},
		{"escape in quotes", `"a\"b":c`, `a"b:c`, `"b`, `\"b`},
		{"backslash in quotes", `"a\d":c`, `a\d:c`, "c", "c"},
		{"backslash in single quotes", `'a\d':c`, `a\d:c`, "c", "c"},
		{"continued", "--ne\\\nt=host", "--net=host", "host", "host"},
		{"continued with a carriage return", "--net\\\r\n=host", "--net=host", "host", "host"},
		{"unknown", `"$A":/b`, "$A:/b", "/b", "/b"},
		{"quotes that are escaped themselves", `\"/a:/b\"`, "/a:/b", "/a", "/a"},
		{"expanded", `$A:/b`, "/x:/b", "/b", ""},
		{"ends too early", `ab`, "abc", "c", ""},
		{"goes on", `abc`, "ab", "b", "b"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			f := NewFile("x", []byte("<"+test.raw+">"))
			w := Word{Text: test.text, State: Set, Span: Span{f, 1, 1 + len(test.raw)}}
			from := 0
			for i := range test.text {
				if len(test.text[i:]) >= len(test.part) && test.text[i:i+len(test.part)] == test.part {
					from = i
				}
			}
			span, exact := w.Part(from, from+len(test.part))
			if exact != (test.want != "") {
				t.Fatalf("exact %v at %q", exact, span.Text())
			}
			if !exact && span != w.Span || exact && span.Text() != test.want {
				t.Errorf("got %q, want %q", span.Text(), test.want)
			}
		})
	}
}

func TestWordPartEmpty(t *testing.T) {
	f := NewFile("x", []byte(`-e A="" b`))
	w := Word{Text: "A=", State: Set, Span: Span{f, 3, 7}}
	if span, exact := w.Part(2, 2); !exact || span != (Span{f, 5, 5}) {
		t.Errorf("got %v %d..%d", exact, span.Start, span.End)
	}
}

func TestWordWhere(t *testing.T) {
	f := NewFile("x", []byte(`A=b; c $A`))
	w := Word{Text: "b", State: Set, Span: Span{f, 7, 9}, Origin: Span{f, 2, 3}}
	if span, via := w.Where(); span != w.Origin || len(via) != 1 || via[0] != w.Span {
		t.Errorf("got %q via %v", span.Text(), via)
	}
	if span, _ := w.Part(0, 1); span != w.Origin {
		t.Errorf("its part is at %q", span.Text())
	}
}
