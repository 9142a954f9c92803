package lint

import (
	"strings"
	"testing"
)

// commandOf is the command of a text of plain words.
func commandOf(text string) *Command {
	f := NewFile("x.sh", []byte(text))
	c := &Command{Program: strings.Fields(text)[0]}
	at := 0
	for _, word := range strings.Fields(text) {
		at += strings.Index(text[at:], word)
		if word != `\` {
			c.Words = append(c.Words, Word{Text: word, State: Set, Span: Span{f, at, at + len(word)}})
		}
		at += len(word)
	}
	return c
}

func TestArguments(t *testing.T) {
	curl := Syntax{Letters: "oH", Names: []string{"--output"}}
	for _, c := range []struct {
		text   string
		syntax Syntax
		want   string // options with their values and places, then operands
	}{
		{"curl -k a", curl, "-k@-k; a"},
		{"curl -fsSk a", curl, "-f@f -s@s -S@S -k@k; a"},
		{"curl -o -k a", curl, "-o=-k@-o -k; a"},
		{"curl -ok a", curl, "-o=k@-ok; a"},
		{"curl -sok a", curl, "-s@s -o=k@-sok; a"},
		{"curl -so x a", curl, "-s@s -o=x@-so x; a"},
		{"curl --output x --fail a b", curl, "--output=x@--output x --fail@--fail; a b"},
		{"curl --output=x -H", curl, "--output=x@--output=x -H@-H; "},
		{"curl -s -- -k", curl, "-s@-s; -k"},
		{"openssl dgst -verify x", Syntax{Single: true}, "-verify@-verify; dgst x"},
		{"curl - a", curl, "; - a"},
	} {
		command := commandOf(c.text)
		command.Syntax = &c.syntax
		args := command.Arguments()
		var options, operands []string
		for _, o := range args.Options {
			text := o.Name
			if o.Value.State != Unset {
				text += "=" + o.Value.Text
			}
			span, _ := o.Where()
			options = append(options, text+"@"+span.Text())
		}
		for _, w := range args.Operands {
			operands = append(operands, w.Text)
		}
		if got := strings.Join(options, " ") + "; " + strings.Join(operands, " "); got != c.want {
			t.Errorf("%s: %s, want %s", c.text, got, c.want)
		}
	}
}

func TestWithout(t *testing.T) {
	for _, c := range []struct{ text, option, want string }{
		{"curl -k a", "-k", "curl a"},
		{"curl a -k", "-k", "curl a"},
		{"curl -fkL a", "-k", "curl -fL a"},
		{"curl -sok a", "-o", "curl -s a"},
		{"curl -so x a", "-o", "curl -so x a"}, // its value stands in another word
		{"curl -o x a", "-o", "curl a"},
		{"curl --output=x a", "--output", "curl a"},
		{"curl \\\n  -k \\\n  a\n", "-k", "curl \\\n  a\n"},
		{"curl a \\\n  -k\nnext\n", "-k", "curl a\nnext\n"},
		{"curl \\\r\n  a \\\r\n  -k\r\n", "-k", "curl \\\r\n  a\r\n"},
		{"curl \\\n  -k a\n", "-k", "curl \\\n  a\n"},
		{"curl a \\\n  -o \\\n  x\nnext\n", "-o", "curl a\nnext\n"},
	} {
		command := commandOf(c.text)
		command.Syntax = &Syntax{Letters: "o"}
		o, found := command.Arguments().Option(c.option)
		if c.option == "-o" || found {
			got, err := Apply([]byte(c.text), command.Without(o))
			if err != nil || string(got) != c.want {
				t.Errorf("%q without %s: %q %v, want %q", c.text, c.option, got, err, c.want)
			}
			continue
		}
		t.Errorf("%q: %s is not found", c.text, c.option)
	}
}

// The end of a continued line cannot go alone where a comment stands before it.
func TestCutWordsRefuses(t *testing.T) {
	text := "run a \\\n# why\n  -k\nnext"
	f := NewFile("x", []byte(text))
	at := strings.Index(text, "-k")
	if span, ok := CutWords(Span{f, at, at + 2}); ok {
		t.Errorf("%q would be cut", span.Text())
	}
}

func TestPutMode(t *testing.T) {
	for _, c := range []struct {
		text string
		mode Mode
		want string
	}{{"777", 0o755, "755"}, {"0666", 0o644, "0644"}, {"4755", 0o755, "755"}, {"2777", 0o2755, "2755"}, {"a+w", 0o644, "a+w"}} {
		word := Word{Text: c.text, State: Set, Span: Span{NewFile("x", []byte(c.text)), 0, len(c.text)}}
		if got, err := Apply([]byte(c.text), PutMode(word, c.mode)); err != nil || string(got) != c.want {
			t.Errorf("%s: %s %v, want %s", c.text, got, err, c.want)
		}
	}
}

func TestUserAt(t *testing.T) {
	from, run := &Instruction{Name: "FROM"}, &Instruction{Name: "RUN"}
	user := func(name string) *Instruction {
		return &Instruction{Name: "USER", Args: []Word{{Text: name, State: Set}}}
	}
	parent := &Stage{User: Val[User]{V: User{Name: "app"}, State: Set}}
	for _, c := range []struct {
		stage *Stage
		want  string
	}{
		{&Stage{Instructions: []*Instruction{from, run, user("late")}}, ""},
		{&Stage{Instructions: []*Instruction{from, user("a"), user("b"), run, user("c")}}, "b"},
		{&Stage{Instructions: []*Instruction{from, run}, Parent: parent}, "app"},
		{&Stage{Instructions: []*Instruction{from, user("root"), run}, Parent: parent}, "root"},
	} {
		if got := c.stage.UserAt(run); got.V.Name != c.want || got.Absent() != (c.want == "") {
			t.Errorf("user is %q, want %q", got.V.Name, c.want)
		}
	}
}
