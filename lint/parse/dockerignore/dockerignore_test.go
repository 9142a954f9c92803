package dockerignore

import (
	"strings"
	"testing"
)

func TestIgnored(t *testing.T) {
	for _, c := range []struct{ text, ignored, sent string }{
		{"", "", ". a a/b .git"},
		{"a\n", "a a/b a/b/c", "b ab b/a ."},
		{"# a\n #b\n\n  c  \r\n", "#b c", "a b"},
		{"\xef\xbb\xbfa\n/b/\n./c\n../d\n/\n", "a b/x c", "d .d"},
		{"*.md\n", "a.md .md", "a/b.md a.mdx"},
		{"*/*.md\n", "a/b.md", "a.md a/b/c.md"},
		{"**/*.md\n", "a.md a/b.md a/b/c.md", "a.txt"},
		{"**/node_modules\n", "node_modules a/node_modules/b", "node_modules_old"},
		{"**cache\n", "cache a/cache b/xcache xcache/y", "caches"},
		{"a/**\n", "a/b a/b/c", "a ab"},
		{"a**\n", "a ab a/b", "b/a"},
		{"a/**/b\n", "a/b a/x/b a/x/y/b/c", "a/xb ab b"},
		{"a**b\n", "ab a/b ax/b", "axb"},
		{"***\n", "a a/b .", ""},
		{"**\n", "a a/b .", ""},
		{"*\n", "a a/b .", ""},
		{".*\n", ".git .env/x", ". a"},
		{"a?c\n", "abc aéc", "ac a/c abbc"},
		{"a[b-d]e\n[^x]y\n", "abe ade zy", "aee xy"},
		{"\\*\n\\a\n", "* a", "b"},
		{"*\n!src\n!package*.json\n", "a .", "src src/a package.json package-lock.json"},
		{"src\n!src/keep\nsrc/keep/not\n", "src/a src/keep/not src/keep/not/b", "src/keep src/keep/a"},
		{"!a\na\n! b \nb\n", "a b", ""},
		{"a\n! a \n", "", "a"},
	} {
		p, ok := Parse(c.text)
		if !ok {
			t.Errorf("%q is refused", c.text)
		}
		for _, name := range strings.Fields(c.ignored) {
			if !p.Ignored(name) {
				t.Errorf("%q does not ignore %s", c.text, name)
			}
		}
		for _, name := range strings.Fields(c.sent) {
			if p.Ignored(name) {
				t.Errorf("%q ignores %s", c.text, name)
			}
		}
	}
	for _, text := range []string{"!\n", "a\n! \n", "!/\n", "[\n", "a\n[]\n", "a\\\n", "[b-"} {
		if p, ok := Parse(text); ok || p.Ignored("a") {
			t.Errorf("%q is accepted", text)
		}
	}
}

func TestMayExcept(t *testing.T) {
	p, _ := Parse("*\n!src/keep\n!docs/**\n!*.json\n")
	for name, want := range map[string]bool{
		".": true, "src": true, "src/keep": true, "src/other": true, "docs": true, "docs/a": true, "s*": true, "a.json": true,
	} {
		if got := p.MayExcept(name); got != want {
			t.Errorf("exceptions below %s: %v", name, got)
		}
	}
	p, _ = Parse("*\n!src/keep\n!docs/**\n")
	for name, want := range map[string]bool{"src": true, "src/keep": false, "src/other": false, "doc": false, "docs": true, "d*": true, "e*": false, "src/keep/a": false, ".": true} {
		if got := p.MayExcept(name); got != want {
			t.Errorf("exceptions below %s: %v", name, got)
		}
	}
	p, _ = Parse("*\n")
	if p.MayExcept(".") {
		t.Error("an exception without any")
	}
}

// A pattern that has countless ways to match comes to an end, whatever the path.
func TestBound(t *testing.T) {
	p, ok := Parse(strings.Repeat("**/*a*b", 200) + "c\n")
	if !ok {
		t.Fatal("refused")
	}
	if p.Ignored(strings.Repeat("a/ab", 1000)) {
		t.Error("ignored")
	}
}
