package dockercli

import (
	"slices"
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
// One word of letters can be several options. An option that the table does not have is read only where its value stands behind =.
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
	o.name = name
	g := given{option: o, flag: flag, word: flag, from: -1}
	switch {
	case assigned:
		g.from = 2 + len(name) + 1
	case !found, o.value && len(words) < 2:
		return nil, 1, false
	case o.value:
		g.word, g.from = words[1], 0
		return []given{g}, 2, true
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

// commandLine is what the words of a command say, as far as they are known.
type commandLine struct {
	program  string
	verb     string    // see lint.DockerCommand
	name     lint.Word // the word that says the verb
	head     lint.Span // program to verb
	globals  []given   // options of the tool itself
	options  []given
	operands []lint.Word // of a container's command, the image or container and all that follows; none where it is not known which word that is
	hidden   bool        // there may be options that the words do not show
	sealed   bool        // no option can be put in
	rigid    bool        // no option can be taken out or written in another way
	holder   lint.Slot   // what goes with an option that is all of held; or nil
	held     lint.Span
}

// readLine reads a command line. It is false if it is not known what the command does.
func readLine(cmd *lint.Command) (commandLine, bool) {
	line := commandLine{program: cmd.Program, sealed: cmd.JSON, rigid: cmd.JSON}
	if !Knows(cmd.Program) || len(cmd.Words) < 2 {
		return line, false
	}
	words, ok := line.readVerb(cmd.Words)
	if !ok {
		return line, false
	}
	vague := line.hidden // what hides before the verb can be another one
	line.readOptions(words, verbOf(line.verb))
	if vague {
		line.operands = nil
	}
	return line, true
}

// readVerb finds the subcommand behind the global options and groups, and returns what follows it.
func (l *commandLine) readVerb(words []lint.Word) ([]lint.Word, bool) {
	program := words[0].Span
	rest := words[1:]
	group, options := "", globalOptions
	if l.program == "docker-compose" {
		group, options = "compose", composeOptions
	}
	for len(rest) > 0 {
		switch w := rest[0]; {
		case w.Many:
			l.hidden = true
			rest = rest[1:]
		case isOption(w):
			globals, took, ok := options.read(rest)
			l.globals, l.hidden = append(l.globals, globals...), l.hidden || !ok
			rest = rest[took:]
		case w.State != lint.Set:
			return nil, false
		case isGroup(group, w.Text):
			group = w.Text
			options = groupOptions(group)
			rest = rest[1:]
		default:
			l.verb, l.name, l.head = canonical(group, w.Text), w, program.Join(w.Span)
			return rest[1:], true
		}
	}
	return nil, false
}

// readOptions reads what stands behind the verb.
func (l *commandLine) readOptions(words []lint.Word, v verb) {
	swallows := false // the word before can end in an option that takes the next one
	for len(words) > 0 {
		switch w := words[0]; {
		case w.Many:
			l.hidden, swallows = true, true
			words = words[1:]
			continue
		case isOption(w):
		case w.State == lint.Set && w.Text == "--", !v.mixed:
			if w.State == lint.Set && w.Text == "--" {
				words = words[1:]
			}
			if !swallows && len(words) > 0 {
				l.operands = append(l.operands, words...)
			}
			return
		default:
			if !swallows {
				l.operands = append(l.operands, w)
			}
			swallows = false
			words = words[1:]
			continue
		}
		options, took, ok := v.options.read(words)
		if !ok && len(options) == 0 && strings.HasPrefix(words[0].Text, "--") {
			// podman and nerdctl take the long options of their own behind the verb too
			options, took, ok = globalOptions.read(words)
			l.globals, options = append(l.globals, options...), nil
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

// has tells whether an option is given.
func (l *commandLine) has(name string) bool {
	return slices.ContainsFunc(l.options, func(g given) bool { return g.name == name })
}

// command is the command line as rules see it.
func (l *commandLine) command() *lint.DockerCommand {
	return &lint.DockerCommand{Verb: l.verb, Name: l.name, Hidden: l.hidden, Globals: asOptions(l.globals),
		Arguments: lint.Arguments{Options: asOptions(l.options), Operands: l.operands}}
}

func asOptions(all []given) []lint.Option {
	var options []lint.Option
	for _, g := range all {
		o := lint.Option{Name: "--" + g.name, Word: g.flag, At: g.at}
		if g.from >= 0 {
			o.Value, o.Joint = g.word, g.word.Span == g.flag.Span && g.from > 0
			if g.from > 0 {
				o.Value = g.word.Rest(g.from)
			}
			o.Value.State = g.state()
		}
		options = append(options, o)
	}
	return options
}
