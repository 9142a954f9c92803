package dockercli

import (
	"strings"

	"github.com/stridelint/stridelint/lint"
)

// given is one option as a command line gives it.
type given struct {
	option
	flag lint.Word // the word that names it
	at   int       // in flag.Text, where the letter stands if others come before it; else 0
	word lint.Word // the word that holds its value
	from int       // in word.Text, where the value starts; -1 if there is none, as a boolean may
}

// text is the option's value; that of a boolean without one is true.
func (g given) text() string {
	if g.from < 0 {
		return "true"
	}
	return g.word.Text[g.from:]
}

// state tells whether the value is known.
func (g given) state() lint.State {
	if g.from < 0 || literal(g.word) == len(g.word.Text) {
		return lint.Set
	}
	return lint.Unknown
}

// literal is how much of the word's text is known: all that comes before its first expansion.
func literal(w lint.Word) int {
	if w.State == lint.Set {
		return len(w.Text)
	}
	if i := strings.IndexAny(w.Text, expansions); i >= 0 {
		return i
	}
	return 0
}

// isOption tells whether the word is known to start an option.
func isOption(w lint.Word) bool {
	return literal(w) > 0 && w.Text[0] == '-' && w.Text != "-" && !(w.Text == "--" && w.State == lint.Set)
}

// read reads the option that the first word starts. It tells how many words the option takes and, where that is not known, false.
// One word of letters can be several options. An option that the table does not have is passed over.
func (t table) read(words []lint.Word) (options []given, took int, ok bool) {
	if strings.HasPrefix(words[0].Text[:literal(words[0])], "--") {
		return t.readLong(words)
	}
	return t.readLetters(words)
}

func (t table) readLong(words []lint.Word) ([]given, int, bool) {
	flag := words[0]
	known := literal(flag)
	name, _, assigned := strings.Cut(flag.Text[2:known], "=")
	switch {
	case strings.HasPrefix(name, "-") || name == "":
		return nil, 1, false // the tools refuse it
	case !assigned && known < len(flag.Text):
		return nil, 1, false // the name goes on with what is not known
	}
	o, found := t.long(name)
	g := given{option: o, flag: flag, word: flag, from: -1}
	switch {
	case assigned:
		g.from = 2 + len(name) + 1
	case !found:
		return nil, 1, false
	case o.value && len(words) < 2:
		return nil, 1, false
	case o.value:
		g.word, g.from = words[1], 0
		return []given{g}, 2, true
	}
	if !found {
		return nil, 1, true
	}
	return []given{g}, 1, true
}

// maxLetters is how many options one word may hold. There are not that many letters.
const maxLetters = 52

// readLetters reads a word such as -it, -p8080:80, -itv or -u=0 as github.com/spf13/pflag does.
func (t table) readLetters(words []lint.Word) (options []given, took int, ok bool) {
	flag := words[0]
	known := literal(flag)
	for i := 1; i < len(flag.Text); i++ {
		if i >= known || i > maxLetters {
			return options, 1, false
		}
		o, found := t.letter(flag.Text[i])
		if !found {
			return options, 1, false
		}
		g := given{option: o, flag: flag, word: flag, from: -1}
		if i > 1 {
			g.at = i
		}
		rest := flag.Text[i+1:]
		switch {
		case len(rest) > 1 && rest[0] == '=':
			g.from = i + 2
			return append(options, g), 1, true
		case !o.value:
			options = append(options, g)
		case rest != "":
			g.from = i + 1
			return append(options, g), 1, true
		case len(words) > 1:
			g.word, g.from = words[1], 0
			return append(options, g), 2, true
		default:
			return options, 1, false
		}
	}
	return options, 1, true
}

// commandLine is what the words of a run or create say, as far as they are known.
type commandLine struct {
	program string
	verb    string    // "run" or "create"
	head    lint.Span // program to verb
	options []given
	image   []lint.Word // the image and its command; empty where it is not known which word is the image
	hidden  bool        // there may be options that the words do not show
}

// readLine reads a command line. It is false if the command makes no container.
func readLine(cmd *lint.Command) (commandLine, bool) {
	line := commandLine{program: cmd.Program}
	if !Knows(cmd.Program) || len(cmd.Words) < 2 {
		return line, false
	}
	words, ok := line.readVerb(cmd.Words)
	if !ok {
		return line, false
	}
	vague := line.hidden // what hides before the verb can be another one
	line.readOptions(words)
	if vague {
		line.image = nil
	}
	return line, line.image != nil || line.hidden
}

// readVerb finds the subcommand behind the global options and returns what follows it.
func (l *commandLine) readVerb(words []lint.Word) ([]lint.Word, bool) {
	program := words[0].Span
	rest := words[1:]
	for managed := false; len(rest) > 0; {
		switch w := rest[0]; {
		case w.Many:
			l.hidden = true
			rest = rest[1:]
		case isOption(w):
			_, took, ok := globalOptions.read(rest)
			l.hidden = l.hidden || !ok
			rest = rest[took:]
		case w.State != lint.Set:
			return nil, false
		case w.Text == "container" && !managed:
			managed = true
			rest = rest[1:]
		case w.Text == "run" || w.Text == "create":
			l.verb, l.head = w.Text, program.Join(w.Span)
			return rest[1:], true
		default:
			return nil, false
		}
	}
	return nil, false
}

// readOptions reads the options up to the image.
func (l *commandLine) readOptions(words []lint.Word) {
	swallows := false // the word before can end in an option that takes the next one
	for len(words) > 0 {
		switch w := words[0]; {
		case w.Many:
			l.hidden, swallows = true, true
			words = words[1:]
			continue
		case isOption(w):
		case w.State == lint.Set && w.Text == "--":
			words = words[1:]
			fallthrough
		default:
			if !swallows && len(words) > 0 {
				l.image = words
			}
			return
		}
		options, took, ok := runOptions.read(words)
		if !ok && len(options) == 0 {
			options, took, ok = globalOptions.readInherited(words)
		}
		l.options = append(l.options, options...)
		if !ok {
			l.hidden = true
			return
		}
		swallows = false
		words = words[took:]
	}
}

// readInherited reads a global option behind the verb, where podman and nerdctl take the long ones too. It is read and left out.
func (t table) readInherited(words []lint.Word) ([]given, int, bool) {
	if !strings.HasPrefix(words[0].Text, "--") {
		return nil, 1, false
	}
	_, took, ok := t.read(words)
	return nil, took, ok
}
