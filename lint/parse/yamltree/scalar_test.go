package yamltree

import (
	"testing"

	"github.com/stridelint/stridelint/lint"
)

func TestValue(t *testing.T) {
	for _, test := range []struct {
		text string
		want any
	}{
		{"true", true}, {"yes", true}, {"Y", true}, {"on", true}, {"ON", true}, {"oN", "oN"}, {"no", false}, {"n", false}, {"Off", false},
		{"'yes'", "yes"}, {`"true"`, "true"}, {"!!str yes", "yes"}, {"! yes", "yes"}, {"!own yes", "yes"}, {"!!bool 'yes'", true}, {"!!bool 1", "1"},
		{"|\n yes", "yes"}, {">-\n 1\n", "1"},
		{"0", int64(0)}, {"-1", int64(-1)}, {"+1", int64(1)}, {"007", int64(7)}, {"010", int64(8)}, {"0o17", int64(15)}, {"0x1F", int64(31)},
		{"0b11", int64(3)}, {"1_000", int64(1000)}, {"08", 8.0}, {"0x", "0x"}, {"'1'", "1"}, {"!!int '0x10'", int64(16)}, {"!!int x", "x"},
		{"18446744073709551615", uint64(18446744073709551615)}, {"18446744073709551616", 18446744073709551616.0},
		{"1.10", 1.1}, {".5", 0.5}, {"1e3", 1000.0}, {"1.", 1.0}, {".", "."}, {"1.2.3", "1.2.3"}, {"1e", "1e"}, {"!!float 1", 1.0},
		{"100m", "100m"}, {"8080:80", "8080:80"}, {"2001-12-14", "2001-12-14"}, {"nginx", "nginx"},
		{"~", nil}, {"null", nil}, {"'null'", "null"}, {"!!null ''", nil}, {"!!str", ""}, {"!!binary aGk=", "hi"}, {"!!binary '?'", "?"},
	} {
		doc := Parse(lint.NewFile("", []byte("- "+test.text)))[0]
		if doc.Root == nil {
			t.Errorf("%q: %v", test.text, doc.Problems)
			continue
		}
		n := doc.Root.Items[0]
		if got := Value(n); got != test.want {
			t.Errorf("%q is %T %v, want %T %v", test.text, got, got, test.want, test.want)
		}
		wantBool, isBool := test.want.(bool)
		if got, ok := Bool(n); got != wantBool || ok != isBool {
			t.Errorf("%q: Bool is %v, %v", test.text, got, ok)
		}
		wantInt, isInt := test.want.(int64)
		if got, ok := Int(n); got != wantInt || ok != isInt {
			t.Errorf("%q: Int is %v, %v", test.text, got, ok)
		}
		wantString, isString := test.want.(string)
		if got, ok := String(n); got != wantString || ok != isString {
			t.Errorf("%q: String is %q, %v", test.text, got, ok)
		}
	}
	if Value(nil) != nil || Value(&lint.Node{Kind: lint.Mapping}) != nil {
		t.Error("what is no scalar has a value")
	}
}
