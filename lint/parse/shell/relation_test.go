package shell

import (
	"fmt"
	"strings"
	"testing"
)

// Commands know what takes their output: a pipe, a word or a file in its place, a file.
func TestRelations(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"curl a | sh", "curl>sh sh"},
		{"curl a | tee f | bash -s", "curl>tee tee>bash bash"},
		{"curl a |& sh", "curl>sh sh"},
		{"bash <(curl a)", "bash curl>bash"},
		{`sh -c "$(curl a)"`, "sh curl>sh"},
		{"sh -c \"`wget -O- a`\"", "sh wget>sh"},
		{"{ curl a; wget b; } | sh", "curl>sh wget>sh sh"},
		{"(curl a && echo b) | (cat; sh)", "curl>cat echo>cat cat sh"},
		{"curl a > f", "curl@f"},
		{"curl a >>'my f' 2>e", "curl@my f"},
		{"curl a 2>f", "curl"},
		{"curl a &>f", "curl@f"},
		{"curl a; sh", "curl sh"},
		{"sh -c 'curl a | bash'", "sh curl>bash bash"},
		{"sudo sh x", "!sh"},
		{"cat > f <<E\nx $Y\n\tz\nE\ncat\n", "cat@f<x $Y|\tz| cat"},
		{"tee f <<-'E' | sh\n\tx\n\tE\ncat <<E\nE\n", "tee>sh<\tx| sh cat"},
		{"if a | b; then c | d; fi", "a>b b c>d d"},
		{"tee >(sh)", "tee sh"},
		{`x=$(a | b) y="v$(c)"`, "a>b b= c="},
		{`export x=$(a | b); local y="v$(c)"; z=$(d) e; z=$(f)`, "a>b b=! c=! e d=! f="},
	} {
		var got []string
		for _, command := range read(c.text).Commands {
			if command.Program == "" {
				continue // the script that an unknown word may hold
			}
			name := command.Program
			if command.Sudo != nil {
				name = "!" + name
			}
			if command.Into != nil {
				name += ">" + command.Into.Program
			}
			if command.Captured {
				name += "="
			}
			if command.Overruled {
				name += "!"
			}
			if command.Output != nil {
				name += "@" + command.Output.Text
			}
			if command.Input != nil {
				name += "<" + strings.ReplaceAll(command.Input.Text, "\n", "|")
			}
			got = append(got, name)
		}
		if got := strings.Join(got, " "); got != c.want {
			t.Errorf("%s: %s, want %s", c.text, got, c.want)
		}
	}
}

// A list of thousands of commands in front of a pipe is not followed without end.
func TestRelationsAreBounded(t *testing.T) {
	commands := read("{ " + strings.Repeat("a; ", 1000) + "} | sh").Commands
	fed := 0
	for _, c := range commands {
		if c.Into != nil {
			fed++
		}
	}
	if len(commands) != 1001 || fed == 0 || fed > maxFeeders {
		t.Error(fmt.Sprint(len(commands), " commands, ", fed, " of them fed"))
	}
}
