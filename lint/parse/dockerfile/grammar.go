package dockerfile

// form is how the text behind an instruction's keyword and flags is taken apart.
type form uint8

const (
	words    form = iota // split at whitespace, whatever is quoted
	text                 // one word to the end
	execText             // a JSON list of strings, or else one word
	execList             // a JSON list of strings, or else split at whitespace
	quoted               // split at whitespace outside quotes
	pairs                // quoted words with a = each, or else a name and the rest
	probe                // HEALTHCHECK: a word, then as execText
	trigger              // ONBUILD: another instruction
)

// grammar is what docker knows of one instruction.
type grammar struct {
	name    string // in upper case
	form    form
	expands bool // variables and quotes are docker's own affair, not left to a shell
	flags   []flagGrammar
	// anyFlags tells that docker takes flags without looking at them.
	anyFlags bool
}

// flagGrammar is what docker knows of one flag.
type flagGrammar struct {
	name     string
	switches bool // may stand without a value
	repeats  bool
	expands  bool
}

// grammars is every instruction with its flags, as the builder's own parser has them
// (https://docs.docker.com/reference/dockerfile/).
var grammars = [...]grammar{
	{name: "ADD", form: execList, expands: true, flags: []flagGrammar{
		{name: "checksum", expands: true}, {name: "chmod", expands: true}, {name: "chown", expands: true}, {name: "exclude", repeats: true},
		{name: "keep-git-dir", switches: true}, {name: "link", switches: true}, {name: "unpack", switches: true},
	}},
	{name: "ARG", form: quoted, expands: true, anyFlags: true},
	{name: "CMD", form: execText},
	{name: "COPY", form: execList, expands: true, flags: []flagGrammar{
		{name: "chmod", expands: true}, {name: "chown", expands: true}, {name: "exclude", repeats: true}, {name: "from"},
		{name: "link", switches: true}, {name: "parents", switches: true},
	}},
	{name: "ENTRYPOINT", form: execText},
	{name: "ENV", form: pairs, expands: true},
	{name: "EXPOSE", form: words, expands: true},
	{name: "FROM", form: words, expands: true, flags: []flagGrammar{{name: "platform", expands: true}}},
	{name: "HEALTHCHECK", form: probe, flags: []flagGrammar{
		{name: "interval"}, {name: "retries"}, {name: "start-interval"}, {name: "start-period"}, {name: "timeout"},
	}},
	{name: "LABEL", form: pairs, expands: true},
	{name: "MAINTAINER", form: text},
	{name: "ONBUILD", form: trigger},
	{name: "RUN", form: execText, flags: []flagGrammar{
		{name: "device", repeats: true}, {name: "mount", repeats: true}, {name: "network"}, {name: "security"},
	}},
	{name: "SHELL", form: execText},
	{name: "STOPSIGNAL", form: text, expands: true, anyFlags: true},
	{name: "USER", form: text, expands: true},
	{name: "VOLUME", form: execList, expands: true},
	{name: "WORKDIR", form: text, expands: true},
}

// grammarOf finds an instruction by its keyword in upper case; nil if there is none.
func grammarOf(name string) *grammar {
	for i := range grammars {
		if grammars[i].name == name {
			return &grammars[i]
		}
	}
	return nil
}

// flag finds a flag by its name; nil if the instruction has none of that name.
func (g *grammar) flag(name string) *flagGrammar {
	for i := range g.flags {
		if g.flags[i].name == name {
			return &g.flags[i]
		}
	}
	return nil
}

// takesHeredocs tells whether here-documents may follow the instruction.
func (g *grammar) takesHeredocs() bool { return g.name == "RUN" || g.name == "COPY" || g.name == "ADD" }

// keywords is the names of all instructions, for suggestions.
func keywords() []string {
	names := make([]string, len(grammars))
	for i := range grammars {
		names[i] = grammars[i].name
	}
	return names
}
