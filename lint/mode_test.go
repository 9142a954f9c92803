package lint

import "testing"

func TestParseMode(t *testing.T) {
	for text, want := range map[string]Mode{
		"755": 0o755, "0755": 0o755, "4755": 0o4755, "07777": 0o7777, "0": 0,
		"+x": 0o111, "u+s": SetUID, "g+s": SetGID, "+s": SetUID | SetGID, "a+rwx": 0o777, "ugo+rwx": 0o777, "+w": 0o200, "o=rw": 0o006,
		"go-w": 0, "u=rwx,go=rx": 0o755, "o-w+r": 0o004, "+t": Sticky, "a+w,+t": 0o222 | Sticky, "u=rwX": 0o600, "g=u": 0, "o=": 0,
	} {
		if got, ok := ParseMode(text); !ok || got != want {
			t.Errorf("%s: %s %t, want %s", text, got.Octal(), ok, want.Octal())
		}
	}
	for _, text := range []string{"", "rw", "888", "10000", "u", "u+q", "file", "u+x,", "$MODE", "--reference=x", "77777777777777777777"} {
		if got, ok := ParseMode(text); ok {
			t.Errorf("%q is no mode, read as %s", text, got.Octal())
		}
	}
}
