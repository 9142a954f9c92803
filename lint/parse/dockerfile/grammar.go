package dockerfile

// form is how the text behind an instruction's keyword and flags is taken apart.
type form uint8

const (
	asWords   form = iota // split at whitespace, whatever is quoted
	asText                // one word up to the end
	asCommand             // a JSON list of strings, or else one word
	asList                // a JSON list of strings, or else split at whitespace
	asQuoted              // split at whitespace outside quotes
	asPairs               // so split, with a = in each; or else a name and the rest
	asProbe               // HEALTHCHECK: a word, then as a command
	asTrigger             // ONBUILD: another instruction
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
	{name: "ADD", form: asList, expands: true, flags: []flagGrammar{
		{name: "checksum", expands: true}, {name: "chmod", expands: true}, {name: "chown", expands: true}, {name: "exclude", repeats: true},
		{name: "keep-git-dir", switches: true}, {name: "link", switches: true}, {name: "unpack", switches: true},
	}},
	{name: "ARG", form: asQuoted, expands: true, anyFlags: true},
	{name: "CMD", form: asCommand},
	{name: "COPY", form: asList, expands: true, flags: []flagGrammar{
		{name: "chmod", expands: true}, {name: "chown", expands: true}, {name: "exclude", repeats: true}, {name: "from"},
		{name: "link", switches: true}, {name: "parents", switches: true},
	}},
	{name: "ENTRYPOINT", form: asCommand},
	{name: "ENV", form: asPairs, expands: true},
	{name: "EXPOSE", form: asWords, expands: true},
	{name: "FROM", form: asWords, expands: true, flags: []flagGrammar{{name: "platform", expands: true}}},
	{name: "HEALTHCHECK", form: asProbe, flags: []flagGrammar{
		{name: "interval"}, {name: "retries"}, {name: "start-interval"}, {name: "start-period"}, {name: "timeout"},
	}},
	{name: "LABEL", form: asPairs, expands: true},
	{name: "MAINTAINER", form: asText},
	{name: "ONBUILD", form: asTrigger},
	{name: "RUN", form: asCommand, flags: []flagGrammar{
		{name: "device", repeats: true}, {name: "mount", repeats: true}, {name: "network"}, {name: "security"},
	}},
	{name: "SHELL", form: asCommand},
	{name: "STOPSIGNAL", form: asText, expands: true, anyFlags: true},
	{name: "USER", form: asText, expands: true},
	{name: "VOLUME", form: asList, expands: true},
	{name: "WORKDIR", form: asText, expands: true},
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
