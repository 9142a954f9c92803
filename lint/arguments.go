package lint

import (
	"bytes"
	"cmp"
	"slices"
	"strings"
)

// Syntax is which options of a program take a value, so that its words can be told apart.
type Syntax struct {
	Letters string   // its one-letter options that take a value
	Names   []string // its longer options that take a value: "--output"
	Single  bool     // its long options have one dash: "-verify"
}

// Arguments is what stands behind a program, told apart.
type Arguments struct {
	Options  []Option
	Operands []Word // what is neither an option nor an option's value
}

// Option is one option of a command line.
type Option struct {
	Name  string // with its dashes: "--output", "-o"
	Word  Word   // the word that it stands in
	Value Word   // its value, which may be a part of Word; unset if it has none
	At    int    // where its letter stands in the text of a word that holds several; else 0
	Joint bool   // the value stands in the same word
}

// Arguments is what stands behind the program, told apart by its Syntax. Words that are not known are taken for operands.
// Of docker it is what stands behind the subcommand.
func (c *Command) Arguments() Arguments {
	if c.Docker != nil {
		return c.Docker.Arguments
	}
	c.onceArguments.Do(func() { c.arguments = tellApart(c.Args(), cmp.Or(c.Syntax, &Syntax{})) })
	return c.arguments
}

func tellApart(words []Word, syntax *Syntax) Arguments {
	var a Arguments
	for i := 0; i < len(words); i++ {
		text := words[i].Text
		switch {
		case text == "--" && words[i].State == Set:
			a.Operands = append(a.Operands, words[i+1:]...)
			return a
		case strings.HasPrefix(text, "--") || syntax.Single && len(text) > 1 && text[0] == '-':
			i += a.long(syntax, words[i:])
		case len(text) > 1 && text[0] == '-':
			i += a.letters(syntax, words[i:])
		default:
			a.Operands = append(a.Operands, words[i])
		}
	}
	return a
}

// long reads a long option and tells how many further words it takes.
func (a *Arguments) long(syntax *Syntax, words []Word) int {
	word := words[0]
	name, _, joint := strings.Cut(word.Text, "=")
	o := Option{Name: name, Word: word, Joint: joint}
	took := 0
	switch {
	case joint:
		o.Value = word.Rest(len(name) + 1)
	case len(words) > 1 && slices.Contains(syntax.Names, name):
		o.Value, took = words[1], 1
	}
	a.Options = append(a.Options, o)
	return took
}

// maxLetters is how many options one word may hold. There are not that many letters.
const maxLetters = 52

// letters reads a word of one-letter options and tells how many further words it takes.
func (a *Arguments) letters(syntax *Syntax, words []Word) int {
	word := words[0]
	for i := 1; i < len(word.Text) && i <= maxLetters; i++ {
		o := Option{Name: "-" + word.Text[i:i+1], Word: word}
		if len(word.Text) > 2 {
			o.At = i
		}
		took, takes := 0, strings.IndexByte(syntax.Letters, word.Text[i]) >= 0
		switch {
		case takes && i+1 < len(word.Text):
			o.Value, o.Joint = word.Rest(i+1), true
		case takes && len(words) > 1:
			o.Value, took = words[1], 1
		}
		a.Options = append(a.Options, o)
		if takes {
			return took
		}
	}
	return 0
}

// Rest is the word's text from a place on, as a word of its own.
func (w Word) Rest(from int) Word {
	part := Word{Text: w.Text[from:], State: w.State, Span: w.Span}
	if from < len(w.Text) {
		if span, exact := w.Part(from, len(w.Text)); exact {
			part.Span = span
		}
	}
	return part
}

// Option finds the first option of one of the names.
func (a Arguments) Option(names ...string) (Option, bool) {
	i := slices.IndexFunc(a.Options, func(o Option) bool { return slices.Contains(names, o.Name) })
	if i < 0 {
		return Option{}, false
	}
	return a.Options[i], true
}

// Has tells whether there is an option of one of the names.
func (a Arguments) Has(names ...string) bool {
	_, found := a.Option(names...)
	return found
}

// Begin tells whether the operands begin with the given ones: a subcommand.
func (a Arguments) Begin(subcommands ...string) bool {
	if len(a.Operands) < len(subcommands) {
		return false
	}
	for i, want := range subcommands {
		if a.Operands[i].Text != want {
			return false
		}
	}
	return true
}

// Where is the option with its value, or its letter alone where it shares a word.
func (o Option) Where() (Span, []Span) {
	if o.At > 0 && !o.Joint && o.Value.State == Unset {
		letter, exact := o.Word.Part(o.At, o.At+1)
		if _, via := o.Word.Where(); exact {
			return letter, via
		}
	}
	if o.Joint || o.Value.State == Unset || !o.Word.Origin.IsZero() || !o.Value.Origin.IsZero() {
		return o.Word.Where()
	}
	return o.Word.Span.Join(o.Value.Span), nil
}

// Without is the edits that take an option with its value off the command line; none where its text cannot be told apart.
func (c *Command) Without(o Option) []Edit {
	if o.At == 0 {
		if o.Joint || o.Value.State == Unset {
			return c.WithoutWord(o.Word)
		}
		if !o.Value.Origin.IsZero() || !o.Word.Origin.IsZero() {
			return nil
		}
		return c.cut(o.Word.Span.Join(o.Value.Span))
	}
	end := o.At + 1
	switch {
	case o.Joint:
		end = len(o.Word.Text)
	case o.Value.State != Unset:
		return nil
	}
	span, exact := o.Word.Part(o.At, end)
	if !exact {
		return nil
	}
	return []Edit{{Span: span}}
}

// WithoutWord is the edits that take a word off the command line.
func (c *Command) WithoutWord(w Word) []Edit {
	span, _ := w.Where()
	return c.cut(span)
}

// WithoutSudo is the edits that take sudo off a command of which it is the word before the program.
func (c *Command) WithoutSudo() []Edit {
	if c.Sudo == nil {
		return nil
	}
	span, _ := c.Sudo.Where()
	return c.cut(span)
}

// cut deletes words with what only they need.
func (c *Command) cut(words Span) []Edit {
	if c.JSON {
		return c.cutStrings(words)
	}
	if span, ok := CutWords(words); ok {
		return []Edit{{Span: span}}
	}
	return nil
}

// cutStrings deletes strings of the JSON form with their comma.
func (c *Command) cutStrings(words Span) []Edit {
	i := slices.IndexFunc(c.Words, func(w Word) bool { return w.Span.Start >= words.End })
	if i >= 0 {
		words.End = c.Words[i].Span.Start
		return []Edit{{Span: words}}
	}
	for _, w := range slices.Backward(c.Words) {
		if w.Span.End <= words.Start {
			words.Start = w.Span.End
			return []Edit{{Span: words}}
		}
	}
	return nil
}

// CutWords is a shell's words together with what only they need, so that they can be deleted: the whole continued line if they
// stand alone on it, else one blank beside them. It is false where that cannot be told.
func CutWords(words Span) (Span, bool) {
	text := words.File.Text
	line, starts := indentStart(text, words.Start)
	behind := text[words.End:]
	if starts && line > 0 {
		end := len(text)
		if i := bytes.IndexByte(behind, '\n'); i >= 0 {
			end = words.End + i + 1
		}
		switch rest := bytes.TrimSpace(text[words.End:end]); {
		case string(rest) == `\`:
			words.Start, words.End = line, end
			return words, true
		case len(rest) == 0:
			// The line before must not go on any more, or it would swallow what comes next.
			before := bytes.TrimRight(text[:line], "\r\n")
			if !bytes.HasSuffix(before, []byte(`\`)) {
				return words, false
			}
			words.Start = len(bytes.TrimRight(before[:len(before)-1], " \t"))
			return words, true
		}
	}
	switch {
	case len(behind) > 0 && isBlank(behind[:1]):
		words.End++
	case len(behind) > 0 && behind[0] == '\\':
		// The blank in front keeps the next line's first word apart.
	case !starts && isBlank(text[words.Start-1:words.Start]):
		words.Start--
	}
	return words, true
}

func isBlank(text []byte) bool { return skipBlanks(text, 0) == len(text) }
